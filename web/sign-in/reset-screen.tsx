// The link from the mail: sets a new password and says what that did. A link that is no longer good shows the way to another one.
import { useState } from "react"
import { buttonClass } from "../ui/button.tsx"
import { AppLink } from "../ui/link.tsx"
import { t } from "../words/words.ts"
import { EntryForm, EntryFrame } from "./entry-frame.tsx"
import { BackLink } from "./forgot-screen.tsx"
import { type Judge, NewPasswordField } from "./new-password-field.tsx"
import { missing, type Problems } from "./refusal.ts"

export type ResetProps = {
  state: "open" | "bad" | "done"
  judge?: Judge
  problems?: Problems
  busy: boolean
  onSubmit: (password: string) => void
}

const words = t.way_in.reset
/** The button that was pressed is gone: the way on has the focus. */
const focused = (link: HTMLElement | null) => link?.focus()

export function ResetScreen({ state, judge, problems: answered, busy, onSubmit }: ResetProps) {
  const [password, setPassword] = useState("")
  const [own, setOwn] = useState<Problems>({})
  const problems = { ...answered, ...own }
  const submit = () => {
    const found = missing({ password }, { fresh: true, department: false })
    setOwn(found)
    if (Object.keys(found).length === 0) onSubmit(password)
  }
  if (state === "bad") {
    return (
      <EntryFrame title={words.bad_title} lead={words.bad}>
        <div>
          <AppLink href="/forgot-password" className={buttonClass({ variant: "primary", size: "big" })}>
            {words.ask_again}
          </AppLink>
        </div>
        <BackLink />
      </EntryFrame>
    )
  }
  if (state === "done") {
    return (
      <EntryFrame title={words.done_title} lead={words.done}>
        <div>
          <AppLink href="/sign-in" ref={focused} className={buttonClass({ variant: "primary", size: "big" })}>
            {t.way_in.to_sign_in}
          </AppLink>
        </div>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={words.title} lead={words.lead}>
      <EntryForm problem={problems.form} submit={words.submit} busy={busy} busyLabel={words.busy} onSubmit={submit}>
        <NewPasswordField
          label={t.way_in.new_password}
          value={password}
          onChange={setPassword}
          judge={judge}
          error={problems.password}
          autoFocus
        />
      </EntryForm>
    </EntryFrame>
  )
}
