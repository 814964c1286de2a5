import { randomBytes, timingSafeEqual } from "node:crypto"
import { readFile, rm, stat } from "node:fs/promises"
import { join, resolve } from "node:path"
import type { Body } from "@docket/contract/endpoint"
import type * as api from "@docket/contract/identity"
import { sql } from "kysely"
import { DomainError } from "#platform/errors"
import type { Call } from "#platform/http/route"
import type { Runtime } from "#platform/runtime"
import { changeSettings } from "#platform/settings"
import { transact } from "#platform/transact"
import { addPeople } from "./add-people.ts"
import { hashPassword } from "./passwords.ts"
import { isSetUp } from "./queries.ts"
import { assertGoodPassword, cleanName } from "./rules.ts"
import { replaceSecret } from "./secret-file.ts"
import { startSession, tokensFor } from "./sessions.ts"
import { spendSetUp } from "./sign-in-limits.ts"

const lifeMs = 24 * 60 * 60 * 1000
const lock = 7_301_114_408
const tokenFile = ({ config }: Runtime) => join(resolve(config.dataDir), "set-up-token")
const gone = () => new DomainError(404, "E_NOT_FOUND", "There is nothing at this address.")

/**
 * The link by which the first administrator is made, for whoever starts Docket to see; null once there is one, and in demo mode.
 * What follows the # never leaves the browser, so the token is in no log on the way. `address`: where Docket answers.
 */
export async function announceSetUp(
  runtime: Runtime,
  address = `http://${runtime.config.host}:${runtime.config.port}`,
): Promise<string | null> {
  if (runtime.config.demo) return null
  if (await isSetUp({ runtime, db: runtime.database.kysely })) {
    await rm(tokenFile(runtime), { force: true })
    return null
  }
  const kept = await keptToken(runtime)
  const token = kept ?? randomBytes(32).toString("base64url")
  if (kept === null) await replaceSecret(tokenFile(runtime), token)
  return `${runtime.config.publicUrl ?? address}/set-up#${token}`
}

/** The token, while it is no older than a day. */
async function keptToken(runtime: Runtime): Promise<string | null> {
  try {
    const { mtimeMs } = await stat(tokenFile(runtime))
    const token = await readFile(tokenFile(runtime), "utf8")
    return Date.now() - mtimeMs < lifeMs && token.length >= 43 ? token : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw error
  }
}

const isSame = (one: string, other: string) => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Makes the first administrator and names the organisation. @throws 404 once there is one, 401 for a wrong or old token */
export async function setUp(call: Call, wanted: Body<typeof api.setUp>): Promise<api.Tokens> {
  const { runtime, origin } = call
  if (runtime.config.demo || (await isSetUp({ runtime, db: runtime.database.kysely }))) throw gone()
  await spendSetUp(runtime, origin.ip)
  const token = await keptToken(runtime)
  if (token === null || !isSame(token, wanted.token))
    throw new DomainError(401, "E_AUTH_TOKEN_INVALID", "This set-up link is not valid. Restart Docket for the present one.")
  const { email, fullName } = wanted
  assertGoodPassword(wanted.password, wanted)
  const organization = cleanName("organization", wanted.organization)
  const passwordHash = await hashPassword(wanted.password)
  const started = await transact(runtime, call.actor, origin, async (ctx) => {
    // of two at once the second one waits here, and then finds Docket set up
    await sql`select pg_advisory_xact_lock(${lock})`.execute(ctx.db)
    if (await isSetUp(ctx)) throw gone()
    const [id = ""] = await addPeople(ctx, [{ email, fullName, role: "admin", status: "approved", passwordHash }])
    await changeSettings(ctx, { organization })
    return startSession(ctx, { id, epoch: 1 }, "set_up")
  })
  if (started === null) throw gone()
  await rm(tokenFile(runtime), { force: true })
  return tokensFor(call, started)
}
