import * as identity from "#modules/identity"
import * as organization from "#modules/organization"
import * as projects from "#modules/projects"
import * as tickets from "#modules/tickets"
import * as workflows from "#modules/workflows"
import { noOrigin } from "#platform/context"
import type { Listener, Reaction } from "#platform/events"
import type { Follower } from "#platform/followers"
import { forgetAnswers } from "#platform/http/idempotency"
import type { Route } from "#platform/http/route"
import type { Job } from "#platform/jobs"
import * as live from "#platform/live/changes"
import type { MayWatch } from "#platform/live/sockets"
import type { Runtime } from "#platform/runtime"
import { reading } from "#platform/transact"

/** What a module hands to the house. */
type Module = {
  routes?: readonly Route[]
  reactions?: readonly Reaction[]
  listeners?: readonly Listener[]
  followers?: readonly Follower[]
  jobs?: readonly Job[]
  /** What has to be there before the first request, such as the workflow presets. Idempotent. */
  install?: (runtime: Runtime) => Promise<void>
}

/** THE list of modules, in the order in which they install. */
const modules: readonly Module[] = [identity, organization, workflows, projects, tickets]

export const routes: readonly Route[] = [...modules.flatMap((module) => module.routes ?? []), ...live.routes]
export const reactions = modules.flatMap((module) => module.reactions ?? [])
export const listeners = modules.flatMap((module) => module.listeners ?? [])
export const followers = modules.flatMap((module) => module.followers ?? [])
export const jobs: readonly Job[] = [...modules.flatMap((module) => module.jobs ?? []), forgetAnswers]
export const installers = modules.flatMap((module) => (module.install ? [module.install] : []))

export { addJwks as addPages, whoIs } from "#modules/identity"

/** What may be watched over a socket is what may be seen. */
export const mayWatch: MayWatch = (runtime, actor, { kind, id }) =>
  kind === "ticket" ? tickets.maySee(reading(runtime, actor, noOrigin), id) : projects.mayWatchProject(runtime, actor, id)
