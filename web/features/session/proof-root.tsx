// Shows the question for the password whenever a call of anybody needs the answer. Once, inside the router.
import { lazy, Suspense, useEffect, useSyncExternalStore } from "react"
import { answerRefusals } from "../../api/remedy.ts"
import { useSession } from "../../api/session.ts"
import { askForPassword, isAsking, onAsking, settle } from "./proof.ts"

const ProofDialog = lazy(async () => ({ default: (await import("./proof-dialog.tsx")).ProofDialog }))

export function ProofRoot() {
  const { me } = useSession()
  const asking = useSyncExternalStore(onAsking, isAsking)
  const left = me === null
  useEffect(() => {
    if (left) return
    const stop = answerRefusals("E_AUTH_REAUTHENTICATION_REQUIRED", askForPassword)
    return () => {
      stop()
      settle(false)
    }
  }, [left])
  return asking && me !== null ? (
    <Suspense fallback={null}>
      <ProofDialog email={me.user.email} />
    </Suspense>
  ) : null
}
