// An invitation's link: what it is for, then the account. It belongs to whoever was invited, not to whoever is signed in here.
import { showInvitation } from "@docket/contract/accounts"
import { useQuery } from "@tanstack/react-query"
import { useLocation, useRouter } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { call, toApiError } from "../../api/client.ts"
import { joinByInvitation, signOut, useSession } from "../../api/session.ts"
import { BadInvitationScreen, InvitationScreen, SomebodyScreen } from "../../sign-in/invitation-screen.tsx"
import { LinkCheck } from "../../sign-in/link-frames.tsx"
import { problemsOf } from "../../sign-in/refusal.ts"
import { t } from "../../words/words.ts"
import { useDocumentTitle } from "../shell/document-title.ts"
import { judgePassword } from "./judge.ts"
import { isWhole } from "./link-token.ts"
import { useAttempt } from "./use-attempt.ts"

const words = t.way_in.invitation

export function InvitationPage() {
  const { hash } = useLocation()
  return <Invitation key={hash} token={hash} />
}

function Invitation({ token }: { token: string }) {
  const { state, me, options } = useSession()
  const router = useRouter()
  const { busy, problems, failure, attempt } = useAttempt<"join" | "leave">()
  const [joined, setJoined] = useState(false)
  const link = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => call(showInvitation, { params: { token } }),
    enabled: isWhole(token) && state === "signed-out",
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const title = words.title(options?.organization ?? "Docket")
  useDocumentTitle(title)
  useEffect(() => {
    if (joined && state === "signed-in") void router.navigate({ href: "/", replace: true })
  }, [joined, state, router])

  // in, and on the way to where the work begins
  if (state === "signed-in" && (joined || busy === "join")) return null
  if (!isWhole(token) || isBadLink(failure) || (link.isError && isBadLink(link.error))) return <BadInvitationScreen />
  if (me !== null) {
    const leave = () => void attempt("leave", signOut)
    return <SomebodyScreen name={me.user.fullName} busy={busy === "leave"} onSignOut={leave} />
  }
  if (link.data === undefined || options === null) {
    const problem = link.isError ? (problemsOf(toApiError(link.error)).form ?? t.sign_in.refused.other) : null
    return <LinkCheck title={title} failed={words.failed_title} problem={problem} onRetry={() => void link.refetch()} />
  }
  const join = async (given: { fullName: string; password: string }) => {
    setJoined(await attempt("join", () => joinByInvitation({ ...given, token })))
  }
  return (
    <InvitationScreen
      organization={options.organization}
      invitation={link.data}
      judge={judgePassword}
      problems={problems}
      busy={busy === "join"}
      onSubmit={(given) => void join(given)}
    />
  )
}

const isBadLink = (error: unknown): boolean => error !== null && toApiError(error).code === "E_INVITATION_INVALID"
