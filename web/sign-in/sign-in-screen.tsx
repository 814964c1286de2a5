// Signing in: by email and password, and in demo mode as one of the company's people.
import { type DemoRole, demoRoles } from "@docket/contract/identity"
import { useState } from "react"
import { Field } from "../ui/field.tsx"
import { Icon } from "../ui/icon.tsx"
import type { IconName } from "../ui/icon-names.ts"
import { Input, PasswordInput } from "../ui/input.tsx"
import { AppLink } from "../ui/link.tsx"
import { t } from "../words/words.ts"
import { EntryForm, EntryFrame } from "./entry-frame.tsx"
import { missing, type Problems } from "./refusal.ts"

export type SignInProps = {
  organization: string
  /** Offers the people of the demo company. */
  demo: boolean
  /** May one ask for an account? */
  registration: boolean
  /** What the server said; see problemsOf. */
  problems?: Problems
  /** What is under way: the form, or one demo role. */
  busy: false | "form" | DemoRole
  onSubmit: (given: { email: string; password: string }) => void
  onDemo: (role: DemoRole) => void
}

const roleIcons: Record<DemoRole, IconName> = {
  admin: "sliders",
  manager: "chart",
  agent: "queue",
  employee: "person",
  product_owner: "star",
  developer: "board",
  department_head: "building",
}
export const textLink = "rounded-xs font-medium text-accent-text hover:underline"

export function SignInScreen({ organization, demo, registration, problems: answered, busy, onSubmit, onDemo }: SignInProps) {
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const [own, setOwn] = useState<Problems>({})
  const problems = { ...answered, ...own }
  const submit = () => {
    const found = missing({ email, password }, { fresh: false, department: false })
    setOwn(found)
    if (Object.keys(found).length === 0) onSubmit({ email: email.trim(), password })
  }
  return (
    <EntryFrame title={t.sign_in.title(organization)} lead={demo ? undefined : t.sign_in.lead}>
      {demo && <DemoPeople busy={busy} onDemo={onDemo} />}
      <EntryForm problem={problems.form} submit={t.sign_in.submit} busy={busy === "form"} busyLabel={t.sign_in.busy} onSubmit={submit}>
        <Field label={t.sign_in.email} error={problems.email}>
          <Input
            size="touch"
            type="email"
            name="email"
            autoComplete="username"
            autoFocus={!demo}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field
          label={t.sign_in.password}
          error={problems.password}
          aside={
            <AppLink href="/forgot-password" className={textLink}>
              {t.way_in.forgot_link}
            </AppLink>
          }
        >
          <PasswordInput
            size="touch"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      </EntryForm>
      {registration && (
        <p className="text-14 text-muted">
          {t.sign_in.new_here}{" "}
          <AppLink href="/register" className={textLink}>
            {t.sign_in.ask}
          </AppLink>
        </p>
      )}
    </EntryFrame>
  )
}

function DemoPeople({ busy, onDemo }: Pick<SignInProps, "busy" | "onDemo">) {
  return (
    <>
      <section aria-labelledby="demo-people">
        <h2 id="demo-people" className="text-15 font-medium">
          {t.sign_in.demo_title}
        </h2>
        <p className="mt-0.5 mb-2.5 text-muted">{t.sign_in.demo_lead}</p>
        <ul className="overflow-hidden rounded-md bg-raised edge-raised">
          {demoRoles.map((role) => (
            <li key={role} className="not-first:border-t not-first:border-border-soft">
              <button
                type="button"
                onClick={() => busy === false && onDemo(role)}
                aria-disabled={busy !== false || undefined}
                className="group flex w-full items-center gap-3 px-3 py-[7px] text-left hover:bg-hover focus-visible:-outline-offset-2 aria-disabled:text-muted max-md:py-2.5"
              >
                <Icon name={busy === role ? "cycle" : roleIcons[role]} className="text-muted" />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{t.sign_in.demo_role[role].name}</span>
                  <span className="block truncate text-12 text-muted">
                    {busy === role ? t.sign_in.busy : t.sign_in.demo_role[role].does}
                  </span>
                </span>
                <Icon name="right" size={14} className="text-faint" />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <div className="flex items-center gap-3 text-faint before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        {t.sign_in.or_email}
      </div>
    </>
  )
}
