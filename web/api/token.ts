// The access token: in memory only. It is renewed with the refresh token, which is a cookie that no script can read.
import { refresh, type Tokens } from "@docket/contract/identity"
import { ApiError, request } from "./request.ts"

type Listener = (tokens: Tokens) => void

/** Between tabs: a refresh token may be used once, so only one tab at a time may use it. */
const lockName = "docket.refresh"
const underWay = "docket.refreshing"
/** A page that was left in mid-refresh cannot say so; its request ends within this time. */
const leftBehindMs = 1500

let current: { token: string; expiresAt: number } | null = null
let renewal: Promise<Tokens> | null = null
const listeners = new Set<Listener>()

export function accessToken(): string | null {
  return current?.token ?? null
}

/** Milliseconds until the token should be exchanged for the next one; null when there is none. */
export function renewIn(now = Date.now()): number | null {
  return current === null ? null : Math.max(0, current.expiresAt - now - 30_000)
}

export function setTokens(tokens: Tokens | null): void {
  current = tokens === null ? null : { token: tokens.accessToken, expiresAt: Date.now() + tokens.expiresIn * 1000 }
}

export function onRenewed(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** New tokens for the cookie; callers at the same time share one exchange. @throws ApiError 401 when the session is over */
export function renew(): Promise<Tokens> {
  renewal ??= exclusively(exchange).finally(() => {
    renewal = null
  })
  return renewal
}

function exclusively<T>(action: () => Promise<T>): Promise<T> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return action()
  return navigator.locks.request(lockName, action) as Promise<T>
}

async function exchange(): Promise<Tokens> {
  await othersToFinish()
  mark(String(Date.now()))
  try {
    // keepalive: the answer's cookie must arrive even when this page is left now
    const tokens = (await request(refresh, {}, { keepalive: true })) as Tokens
    mark(null)
    setTokens(tokens)
    for (const listener of listeners) listener(tokens)
    return tokens
  } catch (error) {
    // without an answer (this page is being left, perhaps) it may still come and change the cookie: the mark stays until it is old
    const answered = error instanceof ApiError && error.status > 0
    if (answered) mark(null)
    if (answered && error.status === 401) setTokens(null)
    throw error
  }
}

async function othersToFinish(): Promise<void> {
  for (;;) {
    const since = Number(readMark())
    const left = since + leftBehindMs - Date.now()
    if (!(left > 0 && left <= leftBehindMs)) return
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, 50)))
  }
}

function readMark(): string | null {
  try {
    return localStorage.getItem(underWay)
  } catch {
    return null
  }
}
function mark(value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(underWay)
    else localStorage.setItem(underWay, value)
  } catch {
    // Without storage only a reload in the very moment of a refresh is unprotected.
  }
}
