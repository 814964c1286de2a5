// A field for a new password that says, while somebody types, how hard it is to guess. Who judges is handed in: this only waits and tells.
import { useEffect, useState } from "react"
import { cx } from "../ui/cx.ts"
import { Field } from "../ui/field.tsx"
import { PasswordInput } from "../ui/input.tsx"
import { t } from "../words/words.ts"

/** `problem`: why it would be refused, as a sentence's end. */
export type Strength = { score: number; problem: string | null }
/** Whose password it is to be, as far as that is known: their own name makes a bad one. */
export type Owner = { email?: string; fullName?: string }
export type Judge = (password: string, owner: Owner, signal: AbortSignal) => Promise<Strength>

const calm = 400
const nobody: Owner = {}

/** The judgement of what stands in the field now, or of what stood there a moment ago; null where there is none. */
function useStrength(password: string, { email, fullName }: Owner, judge: Judge | undefined): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null)
  useEffect(() => {
    if (password === "" || judge === undefined) return setStrength(null)
    const asked = new AbortController()
    const timer = setTimeout(
      () =>
        judge(password, { email, fullName }, asked.signal).then(
          (found) => asked.signal.aborted || setStrength(found),
          () => asked.signal.aborted || setStrength(null),
        ),
      calm,
    )
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [password, email, fullName, judge])
  return password === "" ? null : strength
}

export type NewPasswordFieldProps = {
  label?: string
  value: string
  onChange: (value: string) => void
  /** The same one in every render. */
  judge?: Judge
  owner?: Owner
  error?: string
  size?: "form" | "touch"
  autoFocus?: boolean
}

export function NewPasswordField({
  label = t.sign_in.password,
  value,
  onChange,
  judge,
  owner = nobody,
  error,
  size = "touch",
  autoFocus,
}: NewPasswordFieldProps) {
  const strength = useStrength(value, owner, judge)
  // a refusal is of what was sent: with the next character the words about strength count again
  const [refused, setRefused] = useState({ error, value })
  if (refused.error !== error) setRefused({ error, value })
  return (
    <Field
      label={label}
      hint={strength === null ? t.sign_in.password_hint : <StrengthWords {...strength} />}
      error={refused.value === value ? error : undefined}
    >
      <PasswordInput
        size={size}
        name="new-password"
        autoComplete="new-password"
        maxLength={128}
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

const steps = [1, 2, 3, 4]

/** The words say it; the four marks only repeat them. */
function StrengthWords({ score, problem }: Strength) {
  const good = problem === null
  return (
    <span className="block">
      <span aria-hidden="true" className="mt-0.5 mb-1.5 flex gap-1">
        {steps.map((step) => (
          <i
            key={step}
            className={cx("h-[3px] flex-1 rounded-full", step <= Math.max(1, score) ? (good ? "bg-success" : "bg-warn") : "bg-chart-rest")}
          />
        ))}
      </span>
      <span role="status" className={good ? "text-success" : "text-warn"}>
        {problem === null ? t.way_in.strength.score[score] : t.way_in.strength.problem(problem)}
      </span>
    </span>
  )
}
