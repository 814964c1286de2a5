// Asking for an account, and what one sees while it is being looked at.
import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { Field } from "../ui/field.tsx"
import { Input } from "../ui/input.tsx"
import { AppLink, useNavigation } from "../ui/link.tsx"
import { PickerField } from "../ui/picker.tsx"
import { t } from "../words/words.ts"
import { EntryForm, EntryFrame } from "./entry-frame.tsx"
import { type Judge, NewPasswordField } from "./new-password-field.tsx"
import { missing, type Problems } from "./refusal.ts"
import { textLink } from "./sign-in-screen.tsx"

export type RegisterGiven = { email: string; password: string; fullName: string; departmentId?: string }
export type RegisterProps = {
  organization: string
  registration: "approval" | "open" | "closed"
  /** One must be chosen where there are any. */
  departments: { id: string; name: string }[]
  judge?: Judge
  problems?: Problems
  busy: boolean
  onSubmit: (given: RegisterGiven) => void
}

const words = t.sign_in.register

export function RegisterScreen(props: RegisterProps) {
  if (props.registration === "closed") {
    return (
      <EntryFrame title={words.closed_title} lead={words.closed(props.organization)}>
        <BackToSignIn />
      </EntryFrame>
    )
  }
  return <RegisterForm {...props} />
}

function RegisterForm({ organization, registration, departments, judge, problems: answered, busy, onSubmit }: RegisterProps) {
  const open = registration === "open"
  const [given, setGiven] = useState({ email: "", password: "", fullName: "" })
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const [own, setOwn] = useState<Problems>({})
  const problems = { ...answered, ...own }
  const submit = () => {
    const found = missing({ ...given, departmentId }, { fresh: true, department: departments.length > 0 })
    setOwn(found)
    if (Object.keys(found).length > 0) return
    onSubmit({ ...given, email: given.email.trim(), fullName: given.fullName.trim(), ...(departmentId ? { departmentId } : {}) })
  }
  return (
    <EntryFrame title={open ? words.title_open : words.title} lead={open ? words.lead_open(organization) : words.lead}>
      <EntryForm
        problem={problems.form}
        submit={open ? words.submit_open : words.submit}
        busy={busy}
        busyLabel={words.busy}
        onSubmit={submit}
      >
        <Field label={t.sign_in.name} error={problems.fullName}>
          <Input
            size="touch"
            name="name"
            autoComplete="name"
            autoFocus
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
        {departments.length > 0 && (
          <Field label={words.department} error={problems.departmentId}>
            <PickerField
              size="touch"
              label={words.department}
              options={departments.map((each) => ({ value: each.id, label: each.name }))}
              value={departmentId}
              onChange={setDepartmentId}
            />
          </Field>
        )}
      </EntryForm>
      <p className="text-14 text-muted">
        {words.have_one}{" "}
        <AppLink href="/sign-in" className={textLink}>
          {words.sign_in}
        </AppLink>
      </p>
    </EntryFrame>
  )
}

/** After the request was sent: nothing to do but wait. */
export function PendingScreen({ email }: { email: string }) {
  return (
    <EntryFrame title={t.sign_in.pending.title} lead={t.sign_in.pending.text(email)}>
      <BackToSignIn />
    </EntryFrame>
  )
}

function BackToSignIn() {
  const { navigate } = useNavigation()
  return (
    <div>
      <Button size="big" onClick={() => navigate("/sign-in")}>
        {t.sign_in.pending.back}
      </Button>
    </div>
  )
}
