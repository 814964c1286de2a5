// The second step of signing in: the code of the authenticator app, or one of the recovery codes.
import { useState } from "react"
import { Field } from "../ui/field.tsx"
import { Input } from "../ui/input.tsx"
import { t } from "../words/words.ts"
import { EntryForm, EntryFrame } from "./entry-frame.tsx"
import type { Problems } from "./refusal.ts"
import { textLink } from "./sign-in-screen.tsx"

export type CodeProps = {
  problems?: Problems
  busy: boolean
  onSubmit: (code: string) => void
  /** Back to email and password. */
  onBack: () => void
}

const words = t.way_in.code

export function CodeScreen({ problems = {}, busy, onSubmit, onBack }: CodeProps) {
  const [recovery, setRecovery] = useState(false)
  const [code, setCode] = useState("")
  /** What was refused, so that the words go away with the next change. */
  const [sent, setSent] = useState("")
  const [empty, setEmpty] = useState(false)
  const refused = problems.code !== undefined && sent === code
  const error = empty
    ? recovery
      ? words.enter_recovery
      : words.enter
    : refused
      ? recovery
        ? words.wrong_recovery
        : words.wrong
      : undefined
  const type = (value: string) => {
    setCode(value)
    setEmpty(false)
  }
  const submit = () => {
    const typed = code.trim()
    const whole = recovery ? typed.length >= 6 : /^\d{6}$/.test(typed.replaceAll(/\s/g, ""))
    setEmpty(!whole)
    if (!whole) return
    setSent(code)
    onSubmit(recovery ? typed : typed.replaceAll(/\s/g, ""))
  }
  return (
    <EntryFrame title={words.title} lead={recovery ? words.recovery_lead : words.lead}>
      <EntryForm problem={problems.form} submit={words.submit} busy={busy} busyLabel={t.sign_in.busy} onSubmit={submit}>
        <Field key={String(recovery)} label={recovery ? words.recovery_label : words.label} hint={recovery && words.lost} error={error}>
          <Input
            size="touch"
            name={recovery ? "recovery-code" : "code"}
            autoComplete={recovery ? "off" : "one-time-code"}
            inputMode={recovery ? "text" : "numeric"}
            autoCapitalize="off"
            spellCheck={false}
            maxLength={32}
            autoFocus
            value={code}
            onChange={(event) => type(event.target.value)}
          />
        </Field>
      </EntryForm>
      <p className="flex flex-wrap gap-x-5 gap-y-2 text-14">
        <button
          type="button"
          className={textLink}
          onClick={() => {
            setRecovery(!recovery)
            type("")
          }}
        >
          {recovery ? words.use_app : words.use_recovery}
        </button>
        <button type="button" className={textLink} onClick={onBack}>
          {words.back}
        </button>
      </p>
    </EntryFrame>
  )
}
