// Who is signed in. The access token lives in memory, the refresh token in a cookie; what remains here is one mark, so that a visitor who never
// signed in is not asked for a session. Tabs tell each other when somebody signs in or out.

import { acceptInvitation } from "@docket/contract/accounts"
import type { Body, Returns } from "@docket/contract/endpoint"
import {
  type DemoRole,
  demoLogin,
  login,
  logout,
  type Me,
  me,
  register,
  setUp as setUpEndpoint,
  signInOptions,
  type Tokens,
  type User,
} from "@docket/contract/identity"
import { changePassword } from "@docket/contract/sign-in"
import { useSyncExternalStore } from "react"
import { ApiError, call } from "./client.ts"
import { answerRefusals } from "./remedy.ts"
import { onRenewed, renew, renewIn, setTokens } from "./token.ts"

export type SignInOptions = Returns<typeof signInOptions>
export type Session = {
  state: "unknown" | "signed-out" | "signed-in"
  me: Me | null
  /** What the sign-in screen needs; there from the moment it is shown, or null while it loads. */
  options: SignInOptions | null
  /** The person signed out here, rather than being signed out. */
  left: boolean
  /** Nothing is allowed but to set up a second factor, which the role asks for. */
  mustEnrol: boolean
  /** Nobody answers: whether there is a session cannot be found out yet. */
  unreachable: boolean
}

const mark = "docket.session"
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("docket.session")
let session: Session = { state: "unknown", me: null, options: null, left: false, mustEnrol: false, unreachable: false }
let renewal: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(next: Partial<Session>): void {
  session = { ...session, ...next }
  for (const listener of listeners) listener()
}

export const currentSession = (): Session => session
export function onSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useSession = (): Session => useSyncExternalStore(onSession, currentSession)

/** Once, when the app starts: goes on with the session that the cookie stands for, if there is one. */
export async function resumeSession(): Promise<void> {
  if (!isMarked()) return signedOut()
  try {
    await renew()
    await signedIn()
  } catch (error) {
    if (error instanceof ApiError && (error.unreachable || error.status === 429 || error.status >= 500)) {
      set({ unreachable: true })
      setTimeout(() => void resumeSession(), (error.retryAfter ?? 2) * 1000)
    } else await signedOut()
  }
}

export const signIn = async (given: Body<typeof login>): Promise<void> => begin(await call(login, { body: given }))
export const demoSignIn = async (role: DemoRole): Promise<void> => begin(await call(demoLogin, { body: { role } }))
export const setUp = async (given: Body<typeof setUpEndpoint>): Promise<void> => begin(await call(setUpEndpoint, { body: given }))

export const joinByInvitation = async (given: Body<typeof acceptInvitation>): Promise<void> =>
  begin(await call(acceptInvitation, { body: given }))
/** Ends every session, this one too; here a new one goes on. */
export const changeOwnPassword = async (given: Body<typeof changePassword>): Promise<void> =>
  begin(await call(changePassword, { body: given }))

/** Answers "pending" where an administrator has to approve first; signed in otherwise. */
export async function signUp(given: Body<typeof register>): Promise<"pending" | "approved"> {
  const { accessToken, expiresIn, user, status } = await call(register, { body: given })
  if (accessToken !== undefined && expiresIn !== undefined) await begin({ accessToken, expiresIn, tokenType: "Bearer", user })
  return status
}

export async function signOut(): Promise<void> {
  // without an answer the cookie stays until it expires; here everything is forgotten all the same
  await call(logout, {}).catch(() => undefined)
  set({ left: true })
  await over()
}

/** Rights have changed. */
export async function reloadMe(): Promise<void> {
  const found = await call(me).catch(() => null)
  if (found !== null && session.state === "signed-in") set({ me: found })
}

/** The server says that the session has ended: finds out whether that is so. */
export async function checkSession(): Promise<boolean> {
  try {
    await renew()
    return true
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) await over()
    return false
  }
}

/** One's own account, as an answer to a change tells it. */
export function ownAccountIs(user: User): void {
  if (session.me?.user.id === user.id) set({ me: { ...session.me, user } })
}

export async function loadOptions(): Promise<void> {
  set({ options: await call(signInOptions) })
}

async function begin(tokens: Tokens): Promise<void> {
  setTokens(tokens)
  setMark(true)
  await signedIn()
  channel?.postMessage({ signedIn: session.me?.user.id })
}

async function signedIn(): Promise<void> {
  const found = await call(me)
  set({ state: "signed-in", me: found, left: false, mustEnrol: false, unreachable: false })
  schedule()
}

async function over(): Promise<void> {
  channel?.postMessage({ signedOut: true })
  await signedOut()
}

async function signedOut(): Promise<void> {
  clearTimeout(renewal)
  setTokens(null)
  setMark(false)
  // the door needs them to open where it should, but nobody is kept inside for that
  const late = new Promise<null>((resolve) => setTimeout(resolve, 1500, null))
  const options = session.options ?? (await Promise.race([call(signInOptions).catch(() => null), late]))
  set({ state: "signed-out", me: null, options, unreachable: false })
}

/** A new token comes before the old one ends, so that no request has to wait for it. */
function schedule(): void {
  clearTimeout(renewal)
  const wait = renewIn()
  if (wait !== null)
    renewal = setTimeout(
      () => void renew().catch((error) => (error instanceof ApiError && error.status === 401 ? over() : schedule())),
      Math.max(wait, 5000),
    )
}
answerRefusals("E_AUTH_SECOND_FACTOR_REQUIRED", () => {
  if (!session.mustEnrol) set({ mustEnrol: true })
  return false
})
onRenewed(({ user }) => {
  // the cookie belongs to all tabs: somebody else may have signed in beside us
  if (session.me !== null && session.me.user.id !== user.id) location.reload()
  schedule()
})

channel?.addEventListener("message", ({ data }: MessageEvent<{ signedIn?: string; signedOut?: true }>) => {
  if (data.signedOut && session.state === "signed-in") void signedOut()
  if (data.signedIn && session.state === "signed-out") void resumeSession()
  if (data.signedIn && session.state === "signed-in" && data.signedIn !== session.me?.user.id) location.reload()
})

function isMarked(): boolean {
  try {
    return localStorage.getItem(mark) !== null
  } catch {
    return true
  }
}
function setMark(on: boolean): void {
  try {
    if (on) localStorage.setItem(mark, "1")
    else localStorage.removeItem(mark)
  } catch {
    // Storage can be forbidden; then every start asks for a session.
  }
}
