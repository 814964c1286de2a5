// The form of a new request, in plain words. It is given its draft and says what changes.
import type { Project } from "@docket/contract/projects"
import type { FormEvent, KeyboardEvent } from "react"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/field.tsx"
import { Input, TextArea } from "../../ui/input.tsx"
import { PickerField } from "../../ui/picker.tsx"
import type { PickerOption } from "../../ui/picker-options.ts"
import { RadioGroup } from "../../ui/radio-group.tsx"
import { t } from "../../words/words.ts"
import { kinds, type RequestDraft, urgencies } from "./request-draft.ts"

export type NewRequestFormProps = {
  draft: RequestDraft
  onChange: (part: Partial<RequestDraft>) => void
  /** Desks to choose from; one alone is not asked for. */
  desks: readonly Pick<Project, "id" | "name">[]
  /** Kinds that the chosen desk takes. */
  offered: readonly string[]
  categories: readonly PickerOption[]
  error: string | null
  /** What went wrong when it was sent. */
  failed: string | null
  busy: boolean
  saved: boolean
  onSend: () => void
  onCancel: () => void
  /** Between the title and the rest, on narrow screens: what was found. */
  beside: React.ReactNode
}

export function NewRequestForm(props: NewRequestFormProps) {
  const { draft, onChange, desks, offered, categories, error, failed, busy, saved, onSend, onCancel, beside } = props
  const words = t.portal.new
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    onSend()
  }
  const shown = kinds.filter((kind) => offered.includes(kind))
  return (
    <form onSubmit={submit} onKeyDown={keyDown} noValidate className="flex flex-col gap-[18px]">
      {desks.length > 1 && (
        <div className="flex flex-col gap-1.5">
          <span className="font-medium">{words.desk}</span>
          <RadioGroup
            label={words.desk}
            look="chips"
            value={draft.desk}
            onChange={(desk) => onChange({ desk })}
            options={desks.map((desk) => ({ value: desk.id, label: desk.name }))}
          />
        </div>
      )}
      {shown.length > 1 && (
        <RadioGroup
          label={words.kind}
          look="cards"
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
          options={shown.map((kind) => ({ value: kind, icon: kind, ...words.kinds[kind] }))}
        />
      )}
      <Field label={words.what} required error={error}>
        <Input
          size="touch"
          className="h-touch! px-3.5! text-17!"
          value={draft.title}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      <div className="empty:hidden wide:hidden">{beside}</div>
      <Field label={words.more[draft.kind]} hint={draft.kind === "incident" ? words.more_hint : undefined} aside={words.optional}>
        <TextArea size="touch" rows={4} value={draft.text} maxLength={50000} onChange={(event) => onChange({ text: event.target.value })} />
      </Field>
      {categories.length > 0 && (
        <Field label={words.category} aside={words.optional} className="max-w-[420px]">
          <PickerField
            size="touch"
            label={words.category}
            placeholder={words.category_none}
            options={categories}
            value={draft.category}
            clearable
            onChange={(category) => onChange({ category })}
          />
        </Field>
      )}
      <div className="flex flex-col gap-1.5">
        <span className="font-medium">{words.urgency}</span>
        <RadioGroup
          label={words.urgency}
          look="chips"
          value={draft.urgency}
          onChange={(urgency) => onChange({ urgency })}
          options={urgencies.map((urgency) => ({ value: urgency, label: words.urgencies[urgency] }))}
        />
        <span className="text-13 text-faint">{words.urgency_hint[draft.urgency]}</span>
      </div>
      {failed && (
        <Banner tone="danger" title={words.failed}>
          {failed} {words.failed_text}
        </Banner>
      )}
      <div className="mt-0.5 flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" size="big" busy={busy} busyLabel={words.sending}>
          {words.send}
        </Button>
        <Button variant="ghost" size="big" onClick={onCancel}>
          {words.cancel}
        </Button>
        {saved && <span className="ml-auto text-13 text-faint">{words.draft_saved}</span>}
      </div>
    </form>
  )
}
