// A lost password: asking for the link, and what it leads to. Open to whoever is signed in too: they may have forgotten it all the same.
import { forgotPassword, resetPassword, verifyResetToken } from "@docket/contract/sign-in"
import { useQuery } from "@tanstack/react-query"
import { useLocation } from "@tanstack/react-router"
import { useState } from "react"
import { call, toApiError } from "../../api/client.ts"
import { checkSession, currentSession } from "../../api/session.ts"
import { ForgotScreen } from "../../sign-in/forgot-screen.tsx"
import { LinkCheck } from "../../sign-in/link-frames.tsx"
import { problemsOf } from "../../sign-in/refusal.ts"
import { ResetScreen } from "../../sign-in/reset-screen.tsx"
import { t } from "../../words/words.ts"
import { useDocumentTitle } from "../shell/document-title.ts"
import { judgePassword } from "./judge.ts"
import { isWhole } from "./link-token.ts"
import { useAttempt } from "./use-attempt.ts"

const words = t.way_in.reset

export function ForgotPasswordPage() {
  const { busy, problems, attempt } = useAttempt<true>()
  const [sent, setSent] = useState<string | null>(null)
  useDocumentTitle(sent === null ? t.way_in.forgot.title : t.way_in.forgot.sent_title)
  const ask = async (email: string) => {
    if (await attempt(true, () => call(forgotPassword, { body: { email } }))) setSent(email)
  }
  return (
    <ForgotScreen
      sent={sent}
      problems={problems}
      busy={busy === true}
      onSubmit={(email) => void ask(email)}
      onAgain={() => setSent(null)}
    />
  )
}

/** The token is in the link's fragment: it never reaches a server's log. Another link in the same window is another page. */
export function ResetPasswordPage() {
  const { hash } = useLocation()
  return <Reset key={hash} token={hash} />
}

function Reset({ token }: { token: string }) {
  const { busy, problems, failure, attempt } = useAttempt<true>()
  const [done, setDone] = useState(false)
  const link = useQuery({
    queryKey: ["reset-link", token],
    queryFn: () => call(verifyResetToken, { params: { token } }),
    enabled: isWhole(token),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const set = async (newPassword: string) => {
    if (!(await attempt(true, () => call(resetPassword, { body: { token, newPassword } })))) return
    setDone(true)
    // a session that stood here is over with all the others
    if (currentSession().state === "signed-in") void checkSession()
  }
  const bad = !isWhole(token) || isBadLink(failure) || (link.isError && isBadLink(link.error))
  useDocumentTitle(done ? words.done_title : bad ? words.bad_title : words.title)
  if (!done && !bad && link.data === undefined) {
    const problem = link.isError ? (problemsOf(toApiError(link.error)).form ?? t.sign_in.refused.other) : null
    return <LinkCheck title={words.title} failed={words.failed_title} problem={problem} onRetry={() => void link.refetch()} />
  }
  return (
    <ResetScreen
      state={done ? "done" : bad ? "bad" : "open"}
      judge={judgePassword}
      problems={problems}
      busy={busy === true}
      onSubmit={(password) => void set(password)}
    />
  )
}

const isBadLink = (error: unknown): boolean => error !== null && toApiError(error).code === "E_AUTH_RESET_TOKEN_INVALID"
