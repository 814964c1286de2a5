// The form of a new ticket: title first, then what there is to say, then the facts as chips.
import { useEffect, useRef, useState } from "react"
import { useProjects } from "../../../live/hooks.ts"
import { createTicket } from "../../../live/mutations.ts"
import { Button } from "../../../ui/button.tsx"
import { CheckboxField } from "../../../ui/checkbox.tsx"
import { Field, FieldError } from "../../../ui/field.tsx"
import { Input } from "../../../ui/input.tsx"
import { useNavigation } from "../../../ui/link.tsx"
import { usePhone } from "../../../ui/media.ts"
import { toast } from "../../../ui/toast-queue.ts"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { MarkdownEditor } from "../conversation/markdown-editor.tsx"
import { DraftChips } from "./draft-chips.tsx"
import {
  asNewTicket,
  chosenProject,
  emptyDraft,
  isBegun,
  keepNewDraft,
  type NewDraft,
  newDraftKey,
  nextDraft,
  readNewDraft,
} from "./new-draft.ts"
import { SimilarTickets } from "./similar-tickets.tsx"

const words = t.tickets.create
type Props = { me: string; here: string | undefined; onClose: () => void }

export function NewTicketForm({ me, here, onClose }: Props) {
  const { navigate } = useNavigation()
  const projects = useProjects()
  const key = newDraftKey(me)
  const [draft, setDraft] = useState<NewDraft>(() => readNewDraft(key))
  const [another, setAnother] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const title = useRef<HTMLInputElement>(null)
  useEffect(() => title.current?.focus(), [])
  const phone = usePhone()
  const project = chosenProject(projects, draft, here)
  const empty = draft.title.trim() === ""
  const change = (part: Partial<NewDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setFailed(false)
    keepNewDraft(key, next)
  }
  const submit = async () => {
    setTried(true)
    if (empty || !project || busy) {
      title.current?.focus()
      return
    }
    setBusy(true)
    setFailed(false)
    try {
      const ticket = await createTicket(asNewTicket(draft, project))
      keepNewDraft(key, emptyDraft)
      if (ticket)
        toast({
          text: t.tickets.toast.created(ticket.key),
          action: { label: t.tickets.toast.open, run: () => navigate(ticketHref(ticket.key)) },
        })
      if (!another) return onClose()
      setDraft(nextDraft(draft))
      setTried(false)
      title.current?.focus()
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  if (!project) return <p className="pb-4 text-muted">{words.no_project}</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.defaultPrevented) {
          event.preventDefault()
          void submit()
        }
      }}
      className="flex flex-col gap-3.5"
    >
      <Field label={words.title_label} required error={tried && empty ? words.title_needed : undefined}>
        <Input
          ref={title}
          size="touch"
          value={draft.title}
          maxLength={500}
          autoComplete="off"
          placeholder={words.title_placeholder}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      <SimilarTickets title={draft.title} />
      <div>
        <span className="mb-1.5 block font-medium">{words.description}</span>
        <div className="rounded-sm bg-raised edge-field has-[:focus]:edge-field-focus">
          <MarkdownEditor
            label={words.description}
            placeholder={words.description_placeholder}
            value={draft.description}
            onChange={(description) => change({ description })}
            onSubmit={() => void submit()}
            minRows={4}
          />
        </div>
      </div>
      <DraftChips draft={draft} project={project} onChange={change} />
      {failed && <FieldError>{words.failed}</FieldError>}
      <footer className="flex flex-wrap items-center gap-2 border-t border-border-soft pt-3.5">
        <CheckboxField label={words.another} checked={another} onChange={setAnother} />
        {isBegun(draft) && <span className="text-12 text-faint max-sm:hidden">{words.draft_kept}</span>}
        <span className="ml-auto flex gap-2">
          <Button size="form" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" size="form" variant="primary" keys={phone ? undefined : "Mod+Enter"} busy={busy} busyLabel={words.creating}>
            {words.submit}
          </Button>
        </span>
      </footer>
    </form>
  )
}
