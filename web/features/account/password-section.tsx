// A new password. It ends every session; here a new one goes on at once.
import type { User } from "@docket/contract/identity"
import { type FormEvent, useState } from "react"
import { problemsOf, reasonOf } from "../../api/error-words.ts"
import { changeOwnPassword } from "../../api/session.ts"
import { queries } from "../../live/reference.ts"
import { NewPasswordField } from "../../sign-in/new-password-field.tsx"
import { missing } from "../../sign-in/refusal.ts"
import { textLink } from "../../sign-in/sign-in-screen.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/field.tsx"
import { PasswordInput } from "../../ui/input.tsx"
import { AppLink } from "../../ui/link.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { judgePassword } from "../session/judge.ts"
import { AccountSection } from "./account-section.tsx"

const words = t.account.password
type Problems = { current?: string; next?: string; form?: string }

export function PasswordSection({ user }: { user: User }) {
  const [current, setCurrent] = useState("")
  const [next, setNext] = useState("")
  const [problems, setProblems] = useState<Problems>({})
  const [busy, setBusy] = useState(false)
  const change = async () => {
    setBusy(true)
    try {
      await changeOwnPassword({ currentPassword: current, newPassword: next })
      setCurrent("")
      setNext("")
      toast({ text: words.changed })
      void queries.invalidateQueries({ queryKey: ["own-sessions"] })
    } catch (error) {
      setProblems(problemsIn(error))
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found: Problems = {
      current: current === "" ? words.enter_current : undefined,
      next: missing({ password: next }, { fresh: true, department: false }).password,
    }
    setProblems(found)
    if (found.current === undefined && found.next === undefined) void change()
  }
  return (
    <AccountSection title={words.title} text={words.text}>
      <form noValidate onSubmit={submit} className="flex max-w-[400px] flex-col gap-4">
        <input type="text" name="username" autoComplete="username" readOnly hidden value={user.email} />
        <Field
          label={words.current}
          error={problems.current}
          aside={
            <AppLink href="/forgot-password" className={textLink}>
              {words.forgot}
            </AppLink>
          }
        >
          <PasswordInput
            name="current-password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <NewPasswordField
          label={words.new}
          size="form"
          value={next}
          onChange={setNext}
          judge={judgePassword}
          owner={user}
          error={problems.next}
        />
        {problems.form && <Banner tone="danger">{problems.form}</Banner>}
        <div>
          <Button type="submit" size="form" busy={busy}>
            {words.change}
          </Button>
        </div>
      </form>
    </AccountSection>
  )
}

function problemsIn(error: unknown): Problems {
  const [first] = problemsOf(error)
  if (first?.path === "currentPassword") return { current: words.wrong }
  return first?.path === "newPassword" ? { next: first.sentence } : { form: reasonOf(error) }
}
