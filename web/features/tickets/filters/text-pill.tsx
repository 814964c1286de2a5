// The filter over words: typed in the pill, applied as one types.
import { useEffect, useRef, useState } from "react"
import { Pill } from "../../../ui/pill.tsx"
import { t } from "../../../words/words.ts"
import { FieldIcon } from "./filter-words.tsx"

const pauseMs = 220

export function TextPill({
  text,
  onChange,
  onRemove,
  focus,
}: {
  text: string
  onChange: (text: string) => void
  onRemove: () => void
  focus: number
}) {
  const words = t.tickets.filter
  const [typed, setTyped] = useState(text)
  const field = useRef<HTMLInputElement>(null)
  const sent = useRef(text)
  useEffect(() => {
    // The address changed by other means than this field: "Clear", the browser's Back.
    if (text !== sent.current) setTyped(text)
    sent.current = text
  }, [text])
  useEffect(() => {
    if (focus > 0) field.current?.focus()
  }, [focus])
  useEffect(() => {
    if (typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      onChange(typed)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, onChange])
  return (
    <Pill label={words.sentence(words.field.q, words.contains, typed)} onRemove={onRemove}>
      <span className="inline-flex items-center gap-[5px] px-[7px] pl-2 text-muted">
        <FieldIcon field="q" />
        {words.field.q}
      </span>
      <span className="inline-flex items-center px-[7px] text-faint max-md:hidden">{words.contains}</span>
      <input
        ref={field}
        type="search"
        aria-label={words.text_label}
        placeholder={words.text_placeholder}
        value={typed}
        maxLength={500}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" && event.key !== "Enter") return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === "Escape" && typed === "") onRemove()
          document.getElementById("list")?.focus()
        }}
        className="w-[230px] min-w-0 bg-transparent px-[7px] font-medium outline-none focus-visible:-outline-offset-2 focus-visible:outline-2 focus-visible:outline-focus max-md:w-[180px] max-md:text-[16px]"
      />
    </Pill>
  )
}
