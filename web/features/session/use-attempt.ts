// One attempt at a time, and what the server said to it.
import { useState } from "react"
import { type ApiError, toApiError } from "../../api/client.ts"
import { type Problems, problemsOf } from "../../sign-in/refusal.ts"

const unrefused = { problems: {} as Problems, failure: null as ApiError | null }

/** `attempt` answers whether it went well. */
export function useAttempt<Which>() {
  const [busy, setBusy] = useState<Which | false>(false)
  const [refused, setRefused] = useState(unrefused)
  const attempt = async (which: Which, action: () => Promise<unknown>): Promise<boolean> => {
    setBusy(() => which)
    setRefused(unrefused)
    try {
      await action()
      return true
    } catch (error) {
      const failure = toApiError(error)
      setRefused({ failure, problems: problemsOf(failure) })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, ...refused, attempt, forget: () => setRefused(unrefused) }
}
