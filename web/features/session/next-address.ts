// Where to go after signing in: only to an address of this app, whatever a link says.

export function safeNext(next: unknown): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || next.length > 2000) return "/"
  try {
    const here = "http://docket.invalid"
    const url = new URL(next, here)
    const path = url.origin === here ? `${url.pathname}${url.search}${url.hash}` : "/"
    return /^\/(sign-in|register|set-up|forgot-password|reset-password|invitation|second-factor)([/?#]|$)/.test(path) ? "/" : path
  } catch {
    return "/"
  }
}

/** The sign-in page that leads back to `address`. */
export function signInAddress(address: string): string {
  const next = safeNext(address)
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`
}
