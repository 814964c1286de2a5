// Setting up an authenticator app: the key, a code that shows it works, then the recovery codes, which are shown this once.
import { beginSecondFactor, confirmSecondFactor } from "@docket/contract/second-factor"
import { type FormEvent, type ReactNode, useState } from "react"
import { call, toApiError } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { wasDeclined } from "../../api/remedy.ts"
import { textLink } from "../../sign-in/sign-in-screen.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/field.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { Input } from "../../ui/input.tsx"
import { t } from "../../words/words.ts"
import { copy } from "./copy.ts"
import { RecoveryCodes } from "./recovery-codes.tsx"

const words = t.account.factor

export type FactorSetUpProps = {
  email: string
  /** What the button says once the codes are kept. */
  done?: string
  /** It is what this screen is for. */
  primary?: boolean
  /** Stands there until it begins. */
  children?: ReactNode
  onBegun?: () => void
  onDone: () => void
}

export function FactorSetUp({ email, done = words.kept, primary = false, children, onBegun, onDone }: FactorSetUpProps) {
  const [made, setMade] = useState<{ secret: string; uri: string } | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const begin = async () => {
    setBusy(true)
    setProblem(null)
    try {
      setMade(await call(beginSecondFactor))
      onBegun?.()
    } catch (error) {
      if (!wasDeclined(error)) setProblem(reasonOf(error))
    }
    setBusy(false)
  }
  if (codes !== null) return <RecoveryCodes codes={codes} email={email} done={done} onDone={onDone} />
  if (made !== null) return <Key {...made} onCodes={setCodes} onCancel={() => setMade(null)} />
  return (
    <>
      {children}
      {problem && <Banner tone="danger">{problem}</Banner>}
      <div>
        <Button
          size="form"
          variant={primary ? "primary" : "default"}
          icon="shield"
          busy={busy}
          busyLabel={t.ui.loading}
          onClick={() => void begin()}
        >
          {words.set_up}
        </Button>
      </div>
    </>
  )
}

type KeyProps = { secret: string; uri: string; onCodes: (codes: string[]) => void; onCancel: () => void }

function Key({ secret, uri, onCodes, onCancel }: KeyProps) {
  const [otp, setOtp] = useState("")
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ code?: string; form?: string }>({})
  const confirm = async () => {
    setBusy(true)
    setProblem({})
    try {
      const { recoveryCodes } = await call(confirmSecondFactor, { body: { otp: otp.replaceAll(/\s/g, "") } })
      return onCodes(recoveryCodes)
    } catch (error) {
      setProblem(toApiError(error).status === 400 ? { code: words.wrong } : { form: reasonOf(error) })
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (/^\d{6}$/.test(otp.replaceAll(/\s/g, ""))) void confirm()
    else setProblem({ code: words.enter })
  }
  return (
    <form noValidate onSubmit={submit} className="flex max-w-[400px] flex-col gap-5">
      <div>
        <h3 className="font-medium">1. {words.step_key}</h3>
        <p className="mt-1 mb-2 text-muted">{words.step_key_text}</p>
        <div className="flex items-start gap-2 rounded-md bg-sunken py-2 pr-2 pl-3 edge-soft">
          <code className="block min-w-0 flex-1 py-0.5 text-balance text-14 leading-[1.6] tracking-[0.02em] wrap-anywhere">
            {(secret.match(/.{1,4}/g) ?? []).join(" ")}
          </code>
          <IconButton icon="copy" label={words.copy_key} onClick={() => void copy(secret, words.key_copied)} />
        </div>
        <a href={uri} className={`${textLink} mt-2 inline-block`}>
          {words.open_app}
        </a>
      </div>
      <Field label={`2. ${words.step_code}`} error={problem.code}>
        <Input
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          maxLength={12}
          className="max-w-40"
          value={otp}
          onChange={(event) => setOtp(event.target.value)}
        />
      </Field>
      {problem.form && <Banner tone="danger">{problem.form}</Banner>}
      <div className="flex gap-2">
        <Button type="submit" size="form" variant="primary" busy={busy} busyLabel={words.confirming}>
          {words.confirm}
        </Button>
        <Button size="form" variant="ghost" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
