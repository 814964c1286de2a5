import type { Returns } from "@docket/contract/endpoint"
import type * as api from "@docket/contract/identity"
import type { Ctx } from "#platform/context"
import { settingsOf } from "#platform/settings"
import { departmentsToChoose, isSetUp } from "./queries.ts"

/** What the sign-in screen needs to know before anyone has signed in, and nothing more. */
export async function signInOptions(ctx: Ctx): Promise<Returns<typeof api.signInOptions>> {
  const { registration, demo } = ctx.runtime.config
  const { organization } = await settingsOf(ctx)
  return {
    organization,
    registration,
    demo,
    needsSetUp: !(await isSetUp(ctx)),
    departments: registration === "approval" ? await departmentsToChoose(ctx.db) : [],
  }
}
