/**
 * Workflows: which statuses a ticket can have, which moves lead between them, and who may take them.
 * Owns `workflow_definitions` and `workflow_versions`. Knows nothing of tickets: it decides from a graph and from who the caller is.
 * Promises that a published version never changes, so whoever holds its id holds its graph for good.
 */
import { permissions } from "@docket/contract/permissions"
import { noOrigin, systemPrincipal } from "#platform/context"
import type { Runtime } from "#platform/runtime"
import { transact } from "#platform/transact"
import { installPresets } from "./install-presets.ts"
import { publishedListener } from "./queries.ts"

export { changeDraft } from "./change-draft.ts"
export { createDefinition } from "./create-definition.ts"
export { graphOf, graphsOf } from "./graph-cache.ts"
export { type PresetKey, presetFor } from "./presets.ts"
export { publish } from "./publish.ts"
export { autoCloseVersions, presetDefinitions, publishedVersionOf, startingVersions } from "./queries.ts"
export { routes } from "./routes.ts"
export {
  allowedMoves,
  claimMove,
  type Given,
  guardSentence,
  initialStatus,
  isFinal,
  mayTake,
  movesFrom,
  moveTo,
  type Standing,
  statusOf,
  transitionBetween,
} from "./rules.ts"
export { type Problem, validateGraph } from "./validity.ts"

/** At every start, before the first request. */
export const install = (runtime: Runtime): Promise<void> =>
  transact(runtime, systemPrincipal(permissions), noOrigin, (ctx) => installPresets(ctx))

export const listeners = [publishedListener]
