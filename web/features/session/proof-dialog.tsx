// "Show your password again": the password, and the second factor's code where there is one.
import { reauthenticate } from "@docket/contract/sign-in"
import { type FormEvent, useId, useState } from "react"
import { type ApiError, call, toApiError } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Dialog } from "../../ui/dialog.tsx"
import { Field } from "../../ui/field.tsx"
import { Input, PasswordInput } from "../../ui/input.tsx"
import { t } from "../../words/words.ts"
import { settle } from "./proof.ts"

const words = t.way_in.prove
type Problems = { password?: string; code?: string; form?: string }

function problemsIn(failure: ApiError): Problems {
  if (failure.code === "E_AUTH_OTP_REQUIRED") return {}
  if (failure.code === "E_AUTH_OTP_INVALID") return { code: t.way_in.code.wrong }
  return failure.status === 400 ? { password: words.wrong } : { form: reasonOf(failure) }
}

export function ProofDialog({ email }: { email: string }) {
  const form = useId()
  const [password, setPassword] = useState("")
  const [code, setCode] = useState("")
  const [asksForCode, setAsksForCode] = useState(false)
  const [problems, setProblems] = useState<Problems>({})
  const [busy, setBusy] = useState(false)
  const prove = async () => {
    setBusy(true)
    setProblems({})
    try {
      await call(reauthenticate, { body: { password, ...(asksForCode ? { otp: code.trim() } : {}) } })
      settle(true)
    } catch (error) {
      const failure = toApiError(error)
      if (failure.code === "E_AUTH_OTP_REQUIRED") setAsksForCode(true)
      setProblems(problemsIn(failure))
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // the dialog may stand above another form, in React's tree if not on the screen
    event.stopPropagation()
    if (busy) return
    if (password === "") setProblems({ password: t.sign_in.enter_password })
    else if (asksForCode && code.trim().length < 6) setProblems({ code: t.way_in.code.enter })
    else void prove()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || settle(false)}
      title={words.title}
      description={words.text}
      footer={
        <>
          <Button size="form" onClick={() => settle(false)}>
            {t.ui.cancel}
          </Button>
          <Button type="submit" form={form} size="form" variant="primary" busy={busy} busyLabel={words.busy}>
            {words.verb}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <input type="text" name="username" autoComplete="username" readOnly hidden value={email} />
        <Field label={t.sign_in.password} error={problems.password}>
          <PasswordInput
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {asksForCode && (
          <Field label={t.way_in.code.label} hint={words.code_hint} error={problems.code}>
            <Input
              name="code"
              autoComplete="one-time-code"
              autoCapitalize="off"
              spellCheck={false}
              maxLength={32}
              autoFocus
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        )}
        {problems.form && <Banner tone="danger">{problems.form}</Banner>}
      </form>
    </Dialog>
  )
}
