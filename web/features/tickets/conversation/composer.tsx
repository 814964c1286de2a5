// Where one writes: a reply that the requester reads, or a note for staff on manila paper. Text never moves from one to the other by itself.
import type { AllowedMove, Ticket } from "@docket/contract/tickets"
import { type ReactNode, useEffect } from "react"
import { useCommand } from "../../../commands/active.ts"
import { useProject } from "../../../live/hooks.ts"
import { addComment } from "../../../live/mutations.ts"
import { Button } from "../../../ui/button.tsx"
import { cx } from "../../../ui/cx.ts"
import { Icon } from "../../../ui/icon.tsx"
import { IconButton } from "../../../ui/icon-button.tsx"
import type { MenuEntry } from "../../../ui/menu.tsx"
import { SplitButton } from "../../../ui/split-button.tsx"
import { StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { moveAll } from "../actions.ts"
import { useMe } from "../pickers/sources.tsx"
import { shortName } from "../short-name.ts"
import { type Compose, type ComposeTab, useCompose } from "./compose.ts"
import { MarkdownEditor } from "./markdown-editor.tsx"
import { givenBy, sendMoves } from "./send-moves.ts"

const words = t.tickets.compose

export type ComposerProps = {
  ticket: Ticket
  layout: "page" | "peek" | "phone"
  replyTo: { id: string; name: string; internal: boolean } | null
  onReplyTo: (comment: null) => void
  onDrafting: (drafting: boolean) => void
  onSent: () => void
  /** Instead of the open composer on phones. */
  collapsed?: (open: (tab: ComposeTab) => void) => ReactNode
}

export function Composer({ ticket, layout, replyTo, onReplyTo, onDrafting, onSent, collapsed }: ComposerProps) {
  const me = useMe()
  const project = useProject(ticket.project.id)
  const compose = useCompose(ticket, me?.id ?? "", replyTo?.internal ?? null)
  const { tab, tabs, text, open, focus } = compose
  const drafting = text.trim() !== ""
  useEffect(() => onDrafting(drafting), [drafting, onDrafting])
  useCommand("ticket.reply", () => compose.start("public"), tabs.includes("public"))
  useCommand("ticket.note", () => compose.start("internal"), tabs.includes("internal"))
  // biome-ignore lint/correctness/useExhaustiveDependencies: answering a comment opens the field
  useEffect(() => {
    if (replyTo) compose.start(replyTo.internal ? "internal" : "public")
  }, [replyTo?.id])

  const send = (move?: AllowedMove) => {
    if (!drafting) return
    const body = text.trim()
    const parentId = replyTo && (tab === "internal" || !replyTo.internal) ? replyTo.id : null
    compose.clear()
    onReplyTo(null)
    onSent()
    // The text is kept until the server has it.
    addComment(ticket.id, { body, visibility: tab, parentId }).catch(() => compose.restore(tab, body))
    if (move) moveAll([ticket], { key: move.to, name: move.statusName, category: move.category }, givenBy(move, body))
  }
  if (tabs.length === 0) return <p className="px-4 py-3 text-faint">{words.cannot}</p>
  if (collapsed && !open) return collapsed(compose.start)

  const note = tab === "internal"
  const requester = shortName(ticket.reporter.name)
  // Among colleagues everything said is a comment; a desk answers somebody.
  const self = ticket.reporter.id === me?.id || project?.kind === "work"
  const verb = note ? words.add_note : self ? words.add_comment : words.send
  const entries = sendMoves(ticket).map(
    (move): MenuEntry => ({
      label: note ? words.note_and(move.name) : words.send_and(move.name),
      icon: <StatusIcon category={move.category} decorative />,
      disabledReason: drafting ? undefined : words.empty,
      onSelect: () => send(move),
    }),
  )
  const look = {
    variant: drafting ? "primary" : "default",
    keys: layout === "phone" ? undefined : "Mod+Enter",
    disabledReason: drafting ? undefined : words.empty,
    onClick: () => send(),
  } as const
  return (
    <section
      aria-label={note ? words.tab_note : words.tab_reply_plain}
      className={cx(
        "rounded-xl focus-within:shadow-[inset_0_0_0_1px_var(--border-control),var(--shadow-1)]",
        note ? "paper-note edge-note" : "paper-raised edge-composer",
      )}
    >
      <Tabs compose={compose} requester={requester} self={self} ticket={ticket} onClose={collapsed ? compose.close : undefined} />
      {replyTo && (
        <p className={cx("flex items-center gap-1.5 px-4 pt-2 text-12", note ? "text-note-text" : "text-muted")}>
          <Icon name="reply" size={12} />
          {words.replying(replyTo.name)}
          <IconButton icon="x" label={words.stop_replying} size="mini" iconSize={12} onClick={() => onReplyTo(null)} />
        </p>
      )}
      <MarkdownEditor
        label={note ? words.tab_note : self ? words.tab_comment : words.tab_reply(requester)}
        placeholder={note ? words.placeholder_note : self ? words.placeholder_comment : words.placeholder_reply}
        value={text}
        onChange={compose.write}
        onSubmit={() => send()}
        note={note}
        minRows={layout === "page" ? 2 : 1}
        focus={focus}
        actions={
          <>
            {drafting && <span className={cx("text-12 max-sm:hidden", note ? "text-note-text" : "text-faint")}>{words.draft_saved}</span>}
            {entries.length > 0 ? (
              <SplitButton {...look} menuLabel={words.more_sends} entries={entries}>
                {verb}
              </SplitButton>
            ) : (
              <Button {...look}>{verb}</Button>
            )}
          </>
        }
      />
    </section>
  )
}

function Tabs({
  compose,
  requester,
  self,
  ticket,
  onClose,
}: {
  compose: Compose
  requester: string
  self: boolean
  ticket: Ticket
  onClose?: () => void
}) {
  const { tab, tabs, choose } = compose
  const note = tab === "internal"
  const readers = note
    ? self
      ? words.readers_note
      : words.readers_note_long(requester)
    : self
      ? words.readers_self
      : ticket.can.includes("note")
        ? words.readers_reply(requester)
        : words.readers_all
  return (
    <div className="flex items-center gap-0.5 px-1.5 pt-[5px]">
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons of which one is on, not a form */}
      <div role="group" aria-label={words.kind} className="flex min-w-0 gap-0.5">
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === tab}
            onClick={() => choose(each)}
            className={cx(
              "flex h-[26px] min-w-0 items-center gap-1.5 rounded-sm px-2.5 font-medium max-md:h-9",
              each === tab
                ? note
                  ? "bg-note-border/50 text-text"
                  : "bg-pressed text-text"
                : note
                  ? "text-note-text hover:text-text"
                  : "text-muted hover:text-text",
            )}
          >
            <Icon name={each === "internal" ? "lock" : "reply"} size={14} />
            <span className="truncate">{each === "internal" ? words.tab_note : self ? words.tab_comment : words.tab_reply(requester)}</span>
          </button>
        ))}
      </div>
      <span className={cx("ml-auto truncate pr-2 pl-2 text-12 max-sm:hidden", note ? "text-note-text" : "text-faint")}>{readers}</span>
      {onClose && <IconButton icon="down" label={t.ui.close} className="max-sm:ml-auto" onClick={onClose} />}
    </div>
  )
}
