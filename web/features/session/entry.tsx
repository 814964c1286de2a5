// The way in: signing in, asking for an account, the first set-up. How it looks is in web/sign-in; here it is tied to the session.
import type { DemoRole } from "@docket/contract/identity"
import { useRouter } from "@tanstack/react-router"
import { type ReactNode, useEffect, useState } from "react"
import { toApiError } from "../../api/client.ts"
import { demoSignIn, loadOptions, type SignInOptions, setUp, signIn, signUp, useSession } from "../../api/session.ts"
import { CodeScreen } from "../../sign-in/code-screen.tsx"
import { EntryFrame } from "../../sign-in/entry-frame.tsx"
import { PendingScreen, RegisterScreen } from "../../sign-in/register-screen.tsx"
import { SetUpScreen } from "../../sign-in/set-up-screen.tsx"
import { SignInScreen } from "../../sign-in/sign-in-screen.tsx"
import { t } from "../../words/words.ts"
import { useDocumentTitle } from "../shell/document-title.ts"
import { judgePassword } from "./judge.ts"
import { safeNext } from "./next-address.ts"
import { useAttempt } from "./use-attempt.ts"

/** Whoever is signed in has nothing to do here; the others wait for what the screen needs to know. */
export function Entry({ title, children }: { title: string; children: (options: SignInOptions) => ReactNode }) {
  const { state, options } = useSession()
  const router = useRouter()
  useDocumentTitle(title)
  useEffect(() => {
    if (state === "signed-in") void router.navigate({ href: safeNext(new URLSearchParams(location.search).get("next")), replace: true })
    if (state !== "signed-out" || options !== null) return
    const timer = setInterval(() => void loadOptions().catch(() => undefined), 2000)
    return () => clearInterval(timer)
  }, [state, options, router])
  if (state === "signed-in" || (state === "unknown" && options === null)) return null
  if (options === null) return <EntryFrame title={t.live.unreachable_title} lead={t.live.unreachable_text} />
  return children(options)
}

/** What was right already while the code of the second factor is asked for. In memory, and only until it is used or given up. */
type Given = { email: string; password: string }

export function SignInPage() {
  const { busy, problems, failure, attempt, forget } = useAttempt<"form" | DemoRole>()
  const [given, setGiven] = useState<Given | null>(null)
  const asksForCode = given !== null && (failure === null || failure.code !== "E_AUTH_INVALID_CREDENTIALS")
  const signInWith = async (typed: Given) => {
    setGiven(null)
    await attempt("form", () =>
      signIn(typed).catch((error) => {
        if (toApiError(error).code !== "E_AUTH_OTP_REQUIRED") throw error
        setGiven(typed)
      }),
    )
  }
  const giveUp = () => {
    setGiven(null)
    forget()
  }
  return (
    <Entry title={t.sign_in.submit}>
      {({ organization, demo, registration }) =>
        asksForCode ? (
          <CodeScreen
            problems={problems}
            busy={busy === "form"}
            onSubmit={(otp) => void attempt("form", () => signIn({ ...given, otp }))}
            onBack={giveUp}
          />
        ) : (
          <SignInScreen
            organization={organization}
            demo={demo}
            registration={registration !== "closed"}
            problems={problems}
            busy={busy}
            onSubmit={(typed) => void signInWith(typed)}
            onDemo={(role) => void attempt(role, () => demoSignIn(role))}
          />
        )
      }
    </Entry>
  )
}

export function RegisterPage() {
  const { busy, problems, attempt } = useAttempt<true>()
  const [pending, setPending] = useState<string | null>(null)
  if (pending !== null) return <PendingScreen email={pending} />
  return (
    <Entry title={t.sign_in.register.title}>
      {({ organization, registration, departments }) => (
        <RegisterScreen
          organization={organization}
          registration={registration}
          departments={departments}
          judge={judgePassword}
          problems={problems}
          busy={busy === true}
          onSubmit={(given) =>
            void attempt(true, async () => {
              if ((await signUp(given)) === "pending") setPending(given.email)
            })
          }
        />
      )}
    </Entry>
  )
}

/** The token is in the link's fragment: it never reaches a server's log. */
export function SetUpPage() {
  const [token] = useState(() => location.hash.slice(1))
  const { busy, problems, failure, attempt } = useAttempt<true>()
  const used = token.length < 20 || failure?.status === 401 || failure?.status === 404
  return (
    <Entry title={t.sign_in.set_up.title}>
      {({ needsSetUp }) => (
        <SetUpScreen
          used={used || !needsSetUp}
          judge={judgePassword}
          problems={problems}
          busy={busy === true}
          onSubmit={(given) => void attempt(true, () => setUp({ ...given, token }))}
        />
      )}
    </Entry>
  )
}
