// A text field that is kept when it is left, or by Enter; Escape puts back what was there.
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Field } from "../../ui/field.tsx"
import { Input, TextArea } from "../../ui/input.tsx"
import { dayText } from "../../ui/time-words.ts"

export type SavedInputProps = {
  label: string
  hint?: string
  value: string
  onSave: (value: string) => void
  readOnly: boolean
  /** What is wrong with it; nothing is kept then. */
  check?: (value: string) => string | null
  multiline?: boolean
  type?: "text" | "date" | "number"
  maxLength?: number
}

export function SavedInput({ label, hint, value, onSave, readOnly, check, multiline = false, type = "text", maxLength }: SavedInputProps) {
  const [text, setText] = useState(value)
  const [error, setError] = useState<string | null>(null)
  const editing = useRef(false)
  // What others change shows, but never under somebody's hands.
  useEffect(() => {
    if (!editing.current) setText(value)
  }, [value])
  const keep = () => {
    editing.current = false
    const wrong = check?.(text) ?? null
    setError(wrong)
    if (!wrong && text.trim() !== value.trim()) onSave(text.trim())
  }
  const keyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (!multiline || event.metaKey || event.ctrlKey)) event.currentTarget.blur()
    if (event.key === "Escape" && text !== value) {
      event.stopPropagation()
      setText(value)
      setError(null)
    }
  }
  if (readOnly) {
    return (
      <Field label={label}>
        <span className="py-0.5 whitespace-pre-wrap wrap-anywhere">
          {(type === "date" && value ? dayText(value, new Date()) : value) || "–"}
        </span>
      </Field>
    )
  }
  const shared = {
    value: text,
    maxLength,
    onFocus: () => {
      editing.current = true
    },
    onBlur: keep,
    onKeyDown: keyDown,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {multiline ? <TextArea rows={3} {...shared} /> : <Input type={type} {...shared} />}
    </Field>
  )
}
