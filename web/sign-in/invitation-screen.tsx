// Accepting an invitation: what it is for, a name and a password. A link that is no longer good says who can help.
import type { WorkspaceRole } from "@docket/contract/permissions"
import { useState } from "react"
import { Button, buttonClass } from "../ui/button.tsx"
import { Field } from "../ui/field.tsx"
import { Input } from "../ui/input.tsx"
import { AppLink } from "../ui/link.tsx"
import { exactDay } from "../ui/time-words.ts"
import { t } from "../words/words.ts"
import { EntryForm, EntryFrame } from "./entry-frame.tsx"
import { type Judge, NewPasswordField } from "./new-password-field.tsx"
import { missing, type Problems } from "./refusal.ts"

export type InvitationProps = {
  organization: string
  invitation: { email: string; role: WorkspaceRole; expiresAt: string }
  judge?: Judge
  problems?: Problems
  busy: boolean
  onSubmit: (given: { fullName: string; password: string }) => void
}

const words = t.way_in.invitation

export function InvitationScreen({ organization, invitation, judge, problems: answered, busy, onSubmit }: InvitationProps) {
  const { email, role, expiresAt } = invitation
  const [given, setGiven] = useState({ fullName: "", password: "" })
  const [own, setOwn] = useState<Problems>({})
  const problems = { ...answered, ...own }
  const submit = () => {
    const found = missing(given, { fresh: true, department: false })
    setOwn(found)
    if (Object.keys(found).length === 0) onSubmit({ ...given, fullName: given.fullName.trim() })
  }
  return (
    <EntryFrame title={words.title(organization)} lead={words.lead(words.as[role])}>
      <EntryForm problem={problems.form} submit={words.submit} busy={busy} busyLabel={words.busy} onSubmit={submit}>
        <Field label={t.sign_in.email} hint={words.email_hint} error={problems.email}>
          <Input size="touch" type="email" name="email" autoComplete="username" readOnly value={email} />
        </Field>
        <Field label={t.sign_in.name} error={problems.fullName}>
          <Input
            size="touch"
            name="name"
            autoComplete="name"
            maxLength={100}
            autoFocus
            value={given.fullName}
            onChange={(event) => setGiven({ ...given, fullName: event.target.value })}
          />
        </Field>
        <NewPasswordField
          value={given.password}
          onChange={(password) => setGiven({ ...given, password })}
          judge={judge}
          owner={{ email, fullName: given.fullName }}
          error={problems.password}
        />
      </EntryForm>
      <p className="text-14 text-muted">{words.until(exactDay(expiresAt))}</p>
    </EntryFrame>
  )
}

export function BadInvitationScreen() {
  return (
    <EntryFrame title={words.bad_title} lead={words.bad}>
      <div>
        <AppLink href="/sign-in" className={buttonClass({ variant: "primary", size: "big" })}>
          {t.way_in.to_sign_in}
        </AppLink>
      </div>
    </EntryFrame>
  )
}

/** An invitation opened in a browser where somebody works already. */
export function SomebodyScreen({ name, busy, onSignOut }: { name: string; busy: boolean; onSignOut: () => void }) {
  return (
    <EntryFrame title={words.somebody_title} lead={words.somebody(name)}>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" size="big" busy={busy} busyLabel={words.sign_out} onClick={onSignOut}>
          {words.sign_out}
        </Button>
        <AppLink href="/" className={buttonClass({ size: "big" })}>
          {words.stay}
        </AppLink>
      </div>
    </EntryFrame>
  )
}
