// Behind this nobody is anonymous: whoever is not signed in goes to the door and comes back to the same address.
import { Navigate, Outlet, useLocation, useRouter } from "@tanstack/react-router"
import { useEffect } from "react"
import { useSession } from "../../api/session.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Loading } from "../../ui/skeleton.tsx"
import { t } from "../../words/words.ts"
import { signInAddress } from "./next-address.ts"

export function SignedIn() {
  const { state, me, left, mustEnrol, unreachable, options } = useSession()
  const { href, pathname } = useLocation()
  const router = useRouter()
  const needsSetUp = options?.needsSetUp === true
  useEffect(() => {
    // on the way there the address has changed already while this still stands
    if (state !== "signed-out" || href.startsWith("/sign-in")) return
    void router.navigate({ href: needsSetUp ? "/set-up" : signInAddress(left ? "/" : href), replace: true })
  }, [state, needsSetUp, left, href, router])
  if (unreachable) {
    return (
      <main className="grid min-h-dvh place-items-center paper-bg">
        <EmptyState kind="error" icon="offline" title={t.live.unreachable_title}>
          {t.live.unreachable_text}
        </EmptyState>
      </main>
    )
  }
  if (me === null) return <Waiting />
  if (mustEnrol && pathname !== "/second-factor") return <Navigate to="/second-factor" replace />
  return <Outlet key={me.user.id} />
}

/** The frame's outline, so that nothing jumps when it comes. */
export function Waiting() {
  return (
    <Loading>
      <div className="grid h-dvh grid-cols-[minmax(0,1fr)] paper-surface lg:grid-cols-[var(--w-sidebar)_minmax(0,1fr)]">
        <div className="border-r border-border paper-bg max-lg:hidden" />
        <div className="h-bar border-b border-border-soft" />
      </div>
    </Loading>
  )
}
