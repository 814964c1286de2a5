// Where the requester answers. What is begun stays on this device until it is sent.
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react"
import { addComment } from "../../live/mutations.ts"
import { announce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/field.tsx"
import { TextArea } from "../../ui/input.tsx"
import { t } from "../../words/words.ts"
import { draftKey, keepDraft, readDraft } from "../tickets/conversation/drafts.ts"

export type AnswerBoxProps = {
  ticketId: string
  personId: string
  label: string
  hint: string
  /** It is this person's turn: the button is the filled one. */
  primary: boolean
  /** Changes when the box shall have the focus. */
  focus: number
}

export function AnswerBox({ ticketId, personId, label, hint, primary, focus }: AnswerBoxProps) {
  const place = draftKey(personId, ticketId, "portal")
  const [text, setText] = useState(() => readDraft(place))
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focus === 0) return
    box.current?.focus()
    box.current?.scrollIntoView({ block: "center" })
  }, [focus])
  const write = (next: string) => {
    setText(next)
    keepDraft(place, next)
  }
  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    const body = text.trim()
    if (body === "") return box.current?.focus()
    write("")
    try {
      await addComment(ticketId, { body, visibility: "public" })
      announce(t.portal.request.sent)
    } catch {
      // Said where it failed; the words come back.
      write(body)
    }
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    void send()
  }
  return (
    <form id="answer" onSubmit={(event) => void send(event)} className="flex flex-col gap-3">
      <Field label={label} hint={hint}>
        <TextArea
          ref={box}
          size="touch"
          rows={3}
          maxLength={50000}
          placeholder={t.portal.request.placeholder}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={keyDown}
        />
      </Field>
      <div>
        <Button type="submit" size="big" variant={primary || text.trim() !== "" ? "primary" : "default"} icon="send">
          {t.portal.request.send}
        </Button>
      </div>
    </form>
  )
}
