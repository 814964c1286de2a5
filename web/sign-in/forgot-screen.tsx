// A lost password: asks where to send the link. The answer is the same whether or not there is such an account.
import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { Field } from "../ui/field.tsx"
import { Input } from "../ui/input.tsx"
import { AppLink } from "../ui/link.tsx"
import { t } from "../words/words.ts"
import { EntryForm, EntryFrame } from "./entry-frame.tsx"
import { missing, type Problems } from "./refusal.ts"
import { textLink } from "./sign-in-screen.tsx"

export type ForgotProps = {
  /** Where the link was sent to; null before. */
  sent: string | null
  problems?: Problems
  busy: boolean
  onSubmit: (email: string) => void
  /** Back from what was sent to the form. */
  onAgain: () => void
}

const words = t.way_in.forgot

export function ForgotScreen({ sent, problems: answered, busy, onSubmit, onAgain }: ForgotProps) {
  const [email, setEmail] = useState("")
  const [own, setOwn] = useState<Problems>({})
  const problems = { ...answered, ...own }
  const submit = () => {
    const found = missing({ email }, { fresh: true, department: false })
    setOwn(found)
    if (Object.keys(found).length === 0) onSubmit(email.trim())
  }
  if (sent !== null) {
    return (
      <EntryFrame title={words.sent_title} lead={words.sent(sent)}>
        <p className="text-14 text-pretty text-muted" role="status">
          {words.sent_hint}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button size="big" autoFocus onClick={onAgain}>
            {words.again}
          </Button>
        </div>
        <BackLink />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={words.title} lead={words.lead}>
      <EntryForm problem={problems.form} submit={words.submit} busy={busy} busyLabel={words.busy} onSubmit={submit}>
        <Field label={t.sign_in.email} error={problems.email}>
          <Input
            size="touch"
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
      </EntryForm>
      <BackLink />
    </EntryFrame>
  )
}

export function BackLink() {
  return (
    <p className="text-14">
      <AppLink href="/sign-in" className={textLink}>
        {t.way_in.back_to_sign_in}
      </AppLink>
    </p>
  )
}
