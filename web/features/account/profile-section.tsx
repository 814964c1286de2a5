// Name and time zone. The email is the key to the account and is changed by those who manage people.
import { type User, updateUser } from "@docket/contract/identity"
import { type FormEvent, useMemo, useState } from "react"
import { call, toApiError } from "../../api/client.ts"
import { problemsOf, reasonOf } from "../../api/error-words.ts"
import { checkSession, ownAccountIs } from "../../api/session.ts"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/field.tsx"
import { Input } from "../../ui/input.tsx"
import { PickerField } from "../../ui/picker.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { AccountSection } from "./account-section.tsx"
import { asDevice, timeZones } from "./time-zones.ts"

const words = t.account.profile
type Problems = { name?: string; zone?: string; form?: string }

export function ProfileSection({ user }: { user: User }) {
  const [name, setName] = useState(user.fullName)
  const [zone, setZone] = useState(user.timezone)
  const [problems, setProblems] = useState<Problems>({})
  const [busy, setBusy] = useState(false)
  const zones = useMemo(() => timeZones(user.timezone), [user.timezone])
  const changed = name.trim() !== user.fullName || zone !== user.timezone
  const save = async () => {
    setBusy(true)
    setProblems({})
    try {
      const body = { fullName: name.trim(), timezone: zone }
      const saved = await call(updateUser, { params: { id: user.id }, body, ifMatch: user.version })
      ownAccountIs(saved)
      setName(saved.fullName)
      toast({ text: words.saved })
    } catch (error) {
      setProblems(problemsIn(error))
      // read again, so that the next attempt is made with open eyes
      if (toApiError(error).status === 409) await checkSession()
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy || !changed) return
    if (name.trim() === "") setProblems({ name: t.sign_in.enter_name })
    else void save()
  }
  return (
    <AccountSection title={words.title} text={words.text}>
      <form noValidate onSubmit={submit} className="flex max-w-[400px] flex-col gap-4">
        <Field label={words.name} error={problems.name}>
          <Input name="name" autoComplete="name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={words.email} hint={words.email_hint}>
          <Input type="email" readOnly value={user.email} />
        </Field>
        <Field label={words.time_zone} error={problems.zone}>
          <PickerField
            label={words.time_zone}
            options={zones}
            value={zone ?? asDevice}
            onChange={(chosen) => setZone(chosen === asDevice ? null : chosen)}
          />
        </Field>
        {problems.form && <Banner tone="danger">{problems.form}</Banner>}
        <div>
          <Button type="submit" size="form" variant={changed ? "primary" : "default"} disabled={!changed} busy={busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </AccountSection>
  )
}

function problemsIn(error: unknown): Problems {
  if (toApiError(error).status === 409) return { form: words.stale }
  const [first] = problemsOf(error)
  if (first?.path === "fullName") return { name: first.sentence }
  return first?.path === "timezone" ? { zone: first.sentence } : { form: reasonOf(error) }
}
