// Draws Markdown as React elements. Reading text: 14 px in the app, larger where `size` says so.
import { createElement, memo, type ReactNode, useMemo } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { Icon } from "./icon.tsx"
import { AppLink } from "./link.tsx"
import { type MarkdownNode, markdownTree } from "./markdown-tree.ts"

export type MarkdownProps = {
  source: string
  size?: "14" | "15"
  /** The display name behind @priya.nair; null: nobody, it stays text. Without the function every mention is drawn as typed. */
  mention?: (username: string) => string | null
  /** Where HELP-1042 leads; without the function keys stay text. */
  ticketHref?: (key: string) => string | null
  className?: string
}
type Draw = Pick<MarkdownProps, "mention" | "ticketHref">

const prose =
  "leading-(--lh-read) text-pretty wrap-anywhere [&>*+*]:mt-2 [&_ol]:my-1.5 [&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:my-1.5 [&_ul]:list-disc [&_ul]:pl-5 [&_li]:my-0.5 [&_li::marker]:text-faint [&_:is(h3,h4,h5)]:mt-4 [&_:is(h3,h4,h5)]:font-strong [&_h3]:text-15"

export const Markdown = memo(function Markdown({ source, size = "14", mention, ticketHref, className }: MarkdownProps) {
  const tree = useMemo(() => markdownTree(source), [source])
  return <div className={cx(prose, size === "15" ? "text-15" : "text-14", className)}>{children(tree, { mention, ticketHref })}</div>
})

function children(nodes: readonly MarkdownNode[], draw: Draw): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: the tree is made anew from the text each time
  return nodes.map((node, at) => <Node key={at} node={node} draw={draw} />)
}

const link =
  "text-accent-text underline decoration-[color-mix(in_oklab,currentColor_35%,transparent)] underline-offset-2 hover:decoration-current"
const align = { left: "text-left", right: "text-right", center: "text-center" }

function Node({ node, draw }: { node: MarkdownNode; draw: Draw }): ReactNode {
  switch (node.kind) {
    case "text":
      return node.text
    case "break":
      return <br />
    case "rule":
      return <hr className="border-border-soft" />
    case "code":
      return <code className="rounded-xs bg-sunken px-[5px] py-[1.5px] font-mono text-[0.88em] edge-soft">{node.text}</code>
    case "code-block":
      return (
        <Scroller label={t.ui.code_block(node.language)} className="rounded-sm bg-sunken edge-soft">
          <pre className="px-3 py-2.5 font-mono text-12 leading-[1.55] wrap-normal">
            <code>{node.text}</code>
          </pre>
        </Scroller>
      )
    case "mention": {
      const name = draw.mention ? draw.mention(node.name) : node.name
      return name === null ? (
        `@${node.name}`
      ) : (
        <span className="rounded-xs bg-accent-tint px-1 py-px font-medium text-accent-text in-[.paper-note]:bg-note-border/55 in-[.paper-note]:text-note-text">
          @{name}
        </span>
      )
    }
    case "key": {
      const href = draw.ticketHref?.(node.key)
      return href ? (
        <AppLink href={href} className={cx(link, "tabular-nums")}>
          {node.key}
        </AppLink>
      ) : (
        node.key
      )
    }
    case "image":
      return <img src={node.src} alt={node.alt} loading="lazy" className="my-1 max-h-[360px] max-w-full rounded-sm edge-line" />
    case "link":
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer nofollow" className={link}>
          {children(node.children, draw)}
        </a>
      )
    case "paragraph":
      return <p>{children(node.children, draw)}</p>
    case "strong":
      return <strong>{children(node.children, draw)}</strong>
    case "emphasis":
      return <em>{children(node.children, draw)}</em>
    case "strike":
      return <s>{children(node.children, draw)}</s>
    case "quote":
      return <blockquote className="border-l-2 border-border pl-3 text-muted [&>*+*]:mt-2">{children(node.children, draw)}</blockquote>
    case "heading":
      // A message lies under the page's own headings, so its first level is the third.
      return createElement(node.level <= 1 ? "h3" : node.level === 2 ? "h4" : "h5", null, ...children(node.children, draw))
    case "list":
      return <List node={node} draw={draw} />
    case "table":
      return <MarkdownTable node={node} draw={draw} />
  }
}

function List({ node, draw }: { node: MarkdownNode & { kind: "list" }; draw: Draw }) {
  const items = node.items.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <li key={at} className={item.done === null ? undefined : "-ml-5 flex list-none items-start gap-2"}>
      {item.done !== null && (
        <span
          role="img"
          aria-label={item.done ? t.ui.task_done : t.ui.task_open}
          className={cx(
            "mt-[5px] grid size-3.5 shrink-0 place-items-center rounded-xs",
            item.done ? "bg-accent text-on-accent" : "edge-field",
          )}
        >
          {item.done && <Icon name="check" size={11} />}
        </span>
      )}
      {item.done === null ? children(item.children, draw) : <div className="min-w-0">{children(item.children, draw)}</div>}
    </li>
  ))
  return node.ordered ? <ol start={node.start}>{items}</ol> : <ul>{items}</ul>
}

function MarkdownTable({ node, draw }: { node: MarkdownNode & { kind: "table" }; draw: Draw }) {
  const side = (at: number) => align[node.align[at] ?? "left"]
  return (
    <Scroller label={t.ui.table}>
      <table className="border-collapse text-13">
        <thead>
          <tr>
            {node.head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <th key={at} scope="col" className={cx("border-b border-border px-2.5 py-1.5 font-medium", side(at))}>
                {children(cell, draw)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {node.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={column} className={cx("border-b border-border-soft px-2.5 py-1.5", side(column))}>
                  {children(cell, draw)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

/** What is wider than the text scrolls by itself; it must then be reachable by keyboard. */
function Scroller({ label, className, children: content }: { label: string; className?: string; children: ReactNode }) {
  const reachable = { role: "group", tabIndex: 0, "aria-label": label }
  return (
    <div {...reachable} className={cx("overflow-x-auto", className)}>
      {content}
    </div>
  )
}
