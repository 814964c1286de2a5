// Writes Markdown: a plain field with buttons for what people look for, a preview, and people to mention. Everything that writes text uses this one.
import { type ReactNode, useEffect, useState } from "react"
import { cx } from "../../../ui/cx.ts"
import { IconButton } from "../../../ui/icon-button.tsx"
import { Markdown } from "../../../ui/markdown.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { MentionList } from "./mention-list.tsx"
import { mentionTool, tools, useMarkdownField } from "./use-markdown-field.ts"

const words = t.tickets.editor

export type MarkdownEditorProps = {
  label: string
  value: string
  onChange: (value: string) => void
  /** Mod+Enter. */
  onSubmit: () => void
  onEscape?: () => void
  placeholder?: string
  autoFocus?: boolean
  minRows?: number
  maxLength?: number
  /** On manila paper. */
  note?: boolean
  /** At the right of the buttons. */
  actions?: ReactNode
  /** Changes when the field should take the focus. */
  focus?: number
}

export function MarkdownEditor(props: MarkdownEditorProps) {
  const { label, value, placeholder, minRows = 2, maxLength = 50_000, note = false, actions, focus = 0, autoFocus = false } = props
  const [preview, setPreview] = useState(false)
  // What was sent needs no preview: the next text has to be written first.
  useEffect(() => {
    if (value === "") setPreview(false)
  }, [value])
  const field = useMarkdownField({ ...props, maxLength, focus, autoFocus })
  const tone = note ? "text-note-text! hover:text-text!" : undefined
  return (
    <div className="relative flex min-h-0 flex-col">
      {preview ? (
        <div className="max-h-[40vh] overflow-y-auto px-4 pt-2.5 pb-2" style={{ minHeight: `calc(${minRows} * 22px + 18px)` }}>
          {value.trim() === "" ? (
            <p className="text-14 text-faint">{words.preview_empty}</p>
          ) : (
            <Markdown source={value} ticketHref={ticketHref} />
          )}
        </div>
      ) : (
        <textarea
          {...field.props}
          aria-label={label}
          placeholder={placeholder}
          rows={minRows}
          maxLength={maxLength}
          style={{ minHeight: `calc(${minRows}lh + 18px)` }}
          className={cx(
            "field-sizing-content max-h-[40vh] w-full resize-none bg-transparent px-4 pt-2.5 pb-2 text-14 leading-[1.55] outline-none max-md:text-[16px]",
            note && "placeholder:text-note-text",
          )}
        />
      )}
      {field.mention && !preview && (
        <MentionList ref={field.mentions} query={field.mention.query} field={field.field} onPick={field.choose} />
      )}
      <div className="flex flex-wrap items-center gap-x-0.5 gap-y-1 px-2 pb-2">
        <div role="toolbar" aria-label={words.toolbar} className="flex items-center gap-0.5">
          {!preview &&
            [...tools, mentionTool].map((tool) => (
              <IconButton
                key={tool.icon}
                icon={tool.icon}
                label={tool.label}
                keys={tool.keys}
                size="small"
                side="top"
                className={tone}
                onClick={() => field.run(tool)}
              />
            ))}
          <IconButton
            icon={preview ? "pencil" : "eye"}
            label={preview ? words.write : words.preview}
            pressed={preview}
            size="small"
            side="top"
            className={tone}
            onClick={() => setPreview(!preview)}
          />
        </div>
        <div className="ml-auto flex items-center gap-2">{actions}</div>
      </div>
    </div>
  )
}
