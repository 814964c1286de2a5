// The fields a move needs, in the popover where it was chosen.
import { type FormEvent, type KeyboardEvent, useState } from "react"
import { Button } from "../../../ui/button.tsx"
import { Field } from "../../../ui/field.tsx"
import { TextArea } from "../../../ui/input.tsx"
import { t } from "../../../words/words.ts"
import { type Given, missing, type Need } from "./move-needs.ts"

const words = t.tickets.move
const fields: Record<Need, { label: string; hint: string; longest: number }> = {
  note: { label: words.note, hint: words.note_hint, longest: 5000 },
  resolution: { label: words.resolution, hint: words.resolution_hint, longest: 5000 },
  reason: { label: words.reason, hint: words.reason_hint, longest: 2000 },
  override: { label: words.override, hint: words.override_hint, longest: 1000 },
}

export function MoveForm({
  verb,
  needs,
  onBack,
  onMove,
}: {
  verb: string
  needs: readonly Need[]
  onBack?: () => void
  onMove: (given: Given) => void
}) {
  const [given, setGiven] = useState<Given>({})
  const lacks = missing(needs, given)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (lacks.length === 0) onMove(given)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    submit()
  }
  return (
    <form onSubmit={submit} onKeyDown={keyDown} className="flex w-[min(340px,calc(100vw-32px))] flex-col gap-3 p-3">
      {needs.map((need, at) => (
        <Field key={need} label={fields[need].label} hint={fields[need].hint} required>
          <TextArea
            autoFocus={at === 0}
            rows={2}
            maxLength={fields[need].longest}
            value={given[need] ?? ""}
            onChange={(event) => setGiven({ ...given, [need]: event.target.value })}
          />
        </Field>
      ))}
      <div className="flex items-center justify-end gap-2">
        {onBack && (
          <Button variant="ghost" onClick={onBack}>
            {words.back}
          </Button>
        )}
        <Button type="submit" variant="primary" keys="Mod+Enter" disabled={lacks.length > 0}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
