/**
 * Identity: people and their accounts, sign-in, sessions, and who is asking. Owns `users`, `sessions`, `refresh_tokens`
 * and the ways in (`password_resets`, `invitations`, `api_tokens`, `second_factors`, `recovery_codes`).
 * Promises that every request knows its caller as they are now: an ended session, a disabled account or a changed right counts with the
 * next request in every process. Passwords are hashed outside of transactions; refresh tokens are kept as hashes and spent once.
 */
import type { Listener } from "#platform/events"
import type { Runtime } from "#platform/runtime"
import { keysOf } from "./keys.ts"
import { nameListener } from "./names.ts"
import { sealingKeyOf } from "./sealing.ts"
import { principalListeners } from "./who-is.ts"

export { addPeople, type NewPerson } from "./add-people.ts"
export { type PersonElsewhere, peopleElsewhere } from "./import-people.ts"
export { jobs } from "./jobs.ts"
export { addJwks } from "./keys.ts"
export { peopleMentioned } from "./mentioned.ts"
export { peopleNames, workersAmong } from "./names.ts"
export { hashPassword } from "./passwords.ts"
export { anonymous, loadPrincipal } from "./principal.ts"
export { routes } from "./routes.ts"
export { announceSetUp } from "./set-up.ts"
export { disableUser } from "./update-user.ts"
export { whoIs } from "./who-is.ts"

/** The keys are there before the first request needs them, and an unusable one stops the start. */
export const install = async (runtime: Runtime): Promise<void> => void (await Promise.all([keysOf(runtime), sealingKeyOf(runtime)]))
export const listeners: Listener[] = [...principalListeners, nameListener]
