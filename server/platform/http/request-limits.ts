import { isIPv6 } from "node:net"
import type { Principal } from "#platform/context"
import type { Limit, Standing } from "#platform/limiter"
import type { Runtime } from "#platform/runtime"

const perMinute = (name: string, points: number): Limit => ({ name, points, seconds: 60 })
const limits = {
  anonymous: perMinute("anonymous", 300),
  wrongToken: perMinute("wrong_token", 300),
  employee: perMinute("employee", 300),
  staff: perMinute("staff", 3000),
  admin: perMinute("admin", 6000),
  token: perMinute("token", 6000),
}

/** One more request of this person, or of this address where nobody is signed in. @throws 429 */
export function spendRequest(runtime: Runtime, actor: Principal, ip: string): Promise<Standing> {
  if (actor.kind === "anonymous") return runtime.limiter.spend(limits.anonymous, addressKey(ip))
  if (actor.kind === "token") return runtime.limiter.spend(limits.token, actor.sessionId ?? actor.id)
  const limit = actor.role === "admin" ? limits.admin : actor.role === "employee" ? limits.employee : limits.staff
  return runtime.limiter.spend(limit, actor.id)
}

/**
 * A token that is not valid, from this address. Counted apart from those who send none, so that a forgotten client shuts nobody out of
 * signing in. @throws 429
 */
export const spendWrongToken = (runtime: Runtime, ip: string): Promise<Standing> => runtime.limiter.spend(limits.wrongToken, addressKey(ip))

/** An address as limits count it: a whole /64 for IPv6, where everyone has that many. */
export function addressKey(ip: string): string {
  const address = ip.startsWith("::ffff:") ? ip.slice(7) : ip
  if (!isIPv6(address)) return address
  const [head = "", tail = ""] = address.split("::")
  const left = head.split(":").filter(Boolean)
  const right = tail.split(":").filter(Boolean)
  const all = address.includes("::") ? [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right] : left
  return `${all.slice(0, 4).join(":")}::/64`
}
