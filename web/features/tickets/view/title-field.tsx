// The title, edited where it stands: the same type at the same place, no jump. Enter saves, Escape forgets.
import type { Ticket } from "@docket/contract/tickets"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { changeTicket } from "../../../live/mutations.ts"
import { cx } from "../../../ui/cx.ts"
import { t } from "../../../words/words.ts"

const words = t.tickets.view

export function TitleField({ ticket, size }: { ticket: Ticket; size: "page" | "peek" }) {
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const from = useRef(ticket.title)
  const field = useRef<HTMLTextAreaElement>(null)
  const back = useRef<HTMLButtonElement>(null)
  const type =
    size === "page"
      ? "text-26 leading-[1.2] tracking-[-0.017em] max-md:text-20 max-md:leading-[1.28]"
      : "text-20 leading-[1.28] tracking-[-0.011em]"
  const editing = draft !== null
  useEffect(() => {
    if (!editing) return
    const area = field.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [editing])

  const close = () => {
    setDraft(null)
    setWrong(false)
    setTimeout(() => back.current?.focus())
  }
  const save = () => {
    const title = (draft ?? "").replace(/\s+/g, " ").trim()
    if (title === "") return setWrong(true)
    if (title !== from.current) void changeTicket(ticket.id, { title }, { from: { title: from.current } })
    close()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "Enter") save()
    else if (event.key === "Escape") close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (editing) {
    return (
      <>
        <textarea
          ref={field}
          aria-label={words.title_label}
          aria-invalid={wrong || undefined}
          value={draft}
          rows={1}
          maxLength={500}
          onChange={(event) => {
            setDraft(event.target.value)
            setWrong(false)
          }}
          onBlur={save}
          onKeyDown={keyDown}
          className={cx(
            "-mx-2 -my-1 block field-sizing-content w-[calc(100%+16px)] resize-none rounded-sm bg-raised px-2 py-1 font-strong outline-none edge-field-focus aria-invalid:edge-field-error",
            type,
          )}
        />
        {wrong && (
          <p role="alert" className="mt-2 text-12 text-danger">
            {words.title_needed}
          </p>
        )}
      </>
    )
  }
  const may = ticket.can.includes("edit")
  const Heading = size === "page" ? "h1" : "h2"
  return (
    <Heading className={cx("font-strong text-balance wrap-anywhere", type)}>
      {may ? (
        <button
          ref={back}
          type="button"
          title={words.edit_title}
          onClick={() => {
            from.current = ticket.title
            setDraft(ticket.title)
          }}
          className="-mx-2 -my-1 rounded-sm px-2 py-1 text-left text-balance hover:bg-hover"
        >
          {ticket.title}
        </button>
      ) : (
        ticket.title
      )}
    </Heading>
  )
}
