// The text field of the editor: its text, its caret, its keys. People chosen for a mention stand in it by name.
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import type { IconName } from "../../../ui/icon.tsx"
import { t } from "../../../words/words.ts"
import { code, type Edit, insert, link, list, mentionAt, nextLine, wrap } from "./markdown-edit.ts"
import type { MentionListHandle } from "./mention-list.tsx"
import { keptText, mentionName, shownText } from "./mentions.ts"

const words = t.tickets.editor
export type Tool = { icon: IconName; label: string; keys?: string; run: (edit: Edit) => Edit }

export const tools: readonly Tool[] = [
  { icon: "bold", label: words.bold, keys: "Mod+B", run: (edit) => wrap(edit, "**") },
  { icon: "italic", label: words.italic, keys: "Mod+I", run: (edit) => wrap(edit, "_") },
  { icon: "code", label: words.code, keys: "Mod+E", run: code },
  { icon: "list", label: words.list, run: list },
  { icon: "link", label: words.link, keys: "Mod+K", run: link },
]
/** Begins a mention; a blank goes before it where a word ends. */
export const mentionTool: Tool = {
  icon: "at",
  label: words.mention,
  run: (edit) => insert(edit, edit.start, edit.start > 0 && !/\s/.test(edit.text[edit.start - 1] ?? " ") ? " @" : "@"),
}

type Given = {
  value: string
  onChange: (value: string) => void
  onSubmit: () => void
  onEscape?: () => void
  maxLength: number
  focus: number
  autoFocus: boolean
}

export function useMarkdownField({ value, onChange, onSubmit, onEscape, maxLength, focus, autoFocus }: Given) {
  const field = useRef<HTMLTextAreaElement>(null)
  const mentions = useRef<MentionListHandle>(null)
  const selection = useRef<{ start: number; end: number } | null>(null)
  const [mention, setMention] = useState<{ query: string; from: number } | null>(null)
  const { text, people } = useMemo(() => shownText(value), [value])

  useEffect(() => {
    if (autoFocus || focus > 0) field.current?.focus()
  }, [autoFocus, focus])
  useLayoutEffect(() => {
    const wanted = selection.current
    if (!wanted) return
    selection.current = null
    field.current?.setSelectionRange(wanted.start, wanted.end)
  })

  const now = (): Edit => ({ text, start: field.current?.selectionStart ?? text.length, end: field.current?.selectionEnd ?? text.length })
  const put = (edit: Edit, known: ReadonlyMap<string, string> = people) => {
    onChange(keptText(edit.text, known).slice(0, maxLength))
    setMention(mentionAt(edit))
  }
  const apply = (edit: Edit, known?: ReadonlyMap<string, string>) => {
    selection.current = { start: edit.start, end: edit.end }
    field.current?.focus()
    put(edit, known)
  }
  const run = (tool: Tool) => apply(tool.run(now()))
  const choose = (person: { id: string; name: string }) => {
    if (!mention) return
    const name = mentionName(person.name)
    const taken = people.has(name) && people.get(name) !== person.id
    const written = taken ? `@[${name}](${person.id}) ` : `@${name} `
    apply(insert(now(), mention.from, written), taken ? people : new Map([...people, [name, person.id]]))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const mod = event.metaKey || event.ctrlKey
    const tool = mod && !event.shiftKey && !event.altKey ? tools.find((each) => each.keys === `Mod+${event.key.toUpperCase()}`) : undefined
    const next = event.key === "Enter" && !event.shiftKey && !mod ? nextLine(now()) : null
    if (mention && mentions.current?.key(event.key)) setMention((shown) => (event.key === "Escape" ? null : shown))
    else if (event.key === "Enter" && mod) onSubmit()
    else if (tool) run(tool)
    else if (event.key === "Escape") {
      if (onEscape) onEscape()
      else field.current?.blur()
    } else if (next) apply(next)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  /** An address pasted over words makes them a link. */
  const onPaste = (event: ClipboardEvent) => {
    const address = event.clipboardData.getData("text/plain").trim()
    const edit = now()
    if (edit.start === edit.end || !/^https?:\/\/\S+$/.test(address)) return
    event.preventDefault()
    apply(insert(edit, edit.start, `[${text.slice(edit.start, edit.end)}](${address})`))
  }
  return {
    field,
    mentions,
    mention,
    run,
    choose,
    closeMention: () => setMention(null),
    props: {
      ref: field,
      value: text,
      onChange: ({ target }: { target: HTMLTextAreaElement }) =>
        put({ text: target.value, start: target.selectionStart, end: target.selectionEnd }),
      onKeyDown,
      onPaste,
      onClick: () => setMention(mentionAt(now())),
      // The list is pressed before the field loses the focus.
      onBlur: () => setTimeout(() => setMention(null), 150),
    },
  }
}
