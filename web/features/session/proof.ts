// Some changes need the password shown again. Whoever makes one only calls; this asks the person, once for all calls that wait for it.

/** Those who wait; null while nothing is asked. */
let asking: { answer: Promise<boolean>; settle: (shown: boolean) => void } | null = null
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

export const isAsking = (): boolean => asking !== null
export function onAsking(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** true once the password was shown; false when the person did not want to. */
export function askForPassword(): Promise<boolean> {
  if (asking === null) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    asking = { answer: promise, settle: resolve }
    tell()
  }
  return asking.answer
}

export function settle(shown: boolean): void {
  asking?.settle(shown)
  asking = null
  tell()
}
