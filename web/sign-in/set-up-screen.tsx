// The first start: the one-time link makes the organisation and its first administrator.
import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { Field } from "../ui/field.tsx"
import { Input } from "../ui/input.tsx"
import { useNavigation } from "../ui/link.tsx"
import { t } from "../words/words.ts"
import { EntryForm, EntryFrame } from "./entry-frame.tsx"
import { type Judge, NewPasswordField } from "./new-password-field.tsx"
import { missing, type Problems } from "./refusal.ts"

export type SetUpGiven = { organization: string; fullName: string; email: string; password: string }
export type SetUpProps = {
  /** The link was used, or is not whole. */
  used: boolean
  judge?: Judge
  problems?: Problems
  busy: boolean
  onSubmit: (given: SetUpGiven) => void
}

const words = t.sign_in.set_up

export function SetUpScreen({ used, judge, problems: answered, busy, onSubmit }: SetUpProps) {
  const { navigate } = useNavigation()
  const [given, setGiven] = useState<SetUpGiven>({ organization: "", fullName: "", email: "", password: "" })
  const [own, setOwn] = useState<Problems>({})
  const problems = { ...answered, ...own }
  const submit = () => {
    const found = missing(given, { fresh: true, department: false })
    setOwn(found)
    if (Object.keys(found).length === 0)
      onSubmit({
        organization: given.organization.trim(),
        fullName: given.fullName.trim(),
        email: given.email.trim(),
        password: given.password,
      })
  }
  if (used) {
    return (
      <EntryFrame title={words.used_title} lead={words.used}>
        <div>
          <Button variant="primary" size="big" onClick={() => navigate("/sign-in")}>
            {words.go_sign_in}
          </Button>
        </div>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={words.title} lead={words.lead}>
      <EntryForm problem={problems.form} submit={words.submit} busy={busy} busyLabel={words.busy} onSubmit={submit}>
        <Field label={words.organization} hint={words.organization_hint} error={problems.organization}>
          <Input
            size="touch"
            name="organization"
            autoComplete="organization"
            autoFocus
            value={given.organization}
            onChange={(event) => setGiven({ ...given, organization: event.target.value })}
          />
        </Field>
        <Field label={t.sign_in.name} error={problems.fullName}>
          <Input
            size="touch"
            name="name"
            autoComplete="name"
            value={given.fullName}
            onChange={(event) => setGiven({ ...given, fullName: event.target.value })}
          />
        </Field>
        <Field label={t.sign_in.email} error={problems.email}>
          <Input
            size="touch"
            type="email"
            name="email"
            autoComplete="username"
            value={given.email}
            onChange={(event) => setGiven({ ...given, email: event.target.value })}
          />
        </Field>
        <NewPasswordField
          value={given.password}
          onChange={(password) => setGiven({ ...given, password })}
          judge={judge}
          owner={given}
          error={problems.password}
        />
      </EntryForm>
    </EntryFrame>
  )
}
