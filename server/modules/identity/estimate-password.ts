import type { Body, Returns } from "@docket/contract/endpoint"
import type { estimatePassword as endpoint } from "@docket/contract/sign-in"
import type { Call } from "#platform/http/route"
import { passwordStrength } from "./password-rules.ts"
import { spendEstimate } from "./sign-in-limits.ts"

/** Nothing of it is kept or logged. @throws 429 */
export async function estimatePassword(
  { runtime, origin }: Call,
  { password, email = "", ...owner }: Body<typeof endpoint>,
): Promise<Returns<typeof endpoint>> {
  await spendEstimate(runtime, origin.ip)
  return passwordStrength(password, { email, ...owner })
}
