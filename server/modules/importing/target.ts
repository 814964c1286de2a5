/** Where an import goes: a project, the type of its tickets, and the workflow that its states are mapped to. */
import type { ProjectKind } from "@docket/contract/projects"
import type { TicketType } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { createProject, type ProjectEntry, projectOf } from "#modules/projects"
import { changeDraft, createDefinition, graphOf, publish, publishedVersionOf, startingVersions } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { DomainError, invalid } from "#platform/errors"
import { everywhere, keepRefs, refsOf, source } from "./refs.ts"
import { extended, graphFor, type Mapped, missingStates, statusFor } from "./states.ts"

export type Target = {
  /** Null in a dry run, where the import would make it. */
  projectId: string | null
  key: string
  kind: ProjectKind
  type: TicketType
  versionId: string
  status: (state: string) => Mapped
  /** Whether the history has to keep what the log called the state. */
  keeps: (state: string) => boolean
  isNew: boolean
}

const ownKey = "SNOW"
const ownName = "ServiceNow"
const workflowName = "ServiceNow incidents"
/** What comes closest to an incident where a project takes none. */
const types: readonly TicketType[] = ["incident", "bug", "task", "other"]

function targetOf(
  { id, key, kind }: { id: string | null; key: string; kind: ProjectKind },
  type: TicketType,
  versionId: string,
  graph: WorkflowGraph,
  isOwn: boolean,
  isNew: boolean,
): Target {
  const mapped = new Map<string, Mapped>()
  const status = (state: string): Mapped => {
    const found = mapped.get(state) ?? statusFor(graph, kind, state)
    mapped.set(state, found)
    return found
  }
  const keeps = (state: string) => !isOwn || status(state).name.toLowerCase() !== state.toLowerCase()
  return { projectId: id, key, kind, type, versionId, status, keeps, isNew }
}

const orNothing = (error: unknown): undefined => {
  if (error instanceof DomainError && error.status === 404) return undefined
  throw error
}

/** A project that somebody named. @throws 400 where there is none, or where it takes no such tickets or none at all */
export async function namedTarget(ctx: Ctx, key: string): Promise<Target> {
  const project = await projectOf(ctx, key).catch(orNothing)
  if (project === undefined) throw invalid([{ path: "project", message: `There is no project ${key}.` }])
  if (project.id === (await ownProject(ctx))?.id) return targetIn(ctx, project)
  if (project.status === "completed")
    throw invalid([{ path: "project", message: `${project.key} is completed and frozen. Change its status to open it again.` }])
  const type = types.find((one) => project.workflows.has(one))
  const definitionId = type && project.workflows.get(type)
  if (type === undefined || definitionId === undefined)
    throw invalid([{ path: "project", message: `${project.key} takes neither incidents nor anything that comes close.` }])
  const versionId = await publishedVersionOf(ctx, definitionId)
  return targetOf(project, type, versionId, await graphOf(ctx, versionId), false, false)
}

/** The project that an earlier import made, unless it has been deleted since. */
async function ownProject(ctx: Ctx): Promise<ProjectEntry | undefined> {
  const id = (await refsOf(ctx, "project", everywhere, [source])).get(source)?.localId
  return id === undefined ? undefined : projectOf(ctx, id).catch(orNothing)
}

/** What an import into a project of its own would find, without making anything. */
export async function ownTargetToSee(ctx: Ctx | null, states: readonly string[]): Promise<Target> {
  const project = ctx === null ? undefined : await ownProject(ctx)
  if (ctx === null || project === undefined)
    return targetOf({ id: null, key: ownKey, kind: "desk" }, "incident", "", graphFor(missingStates(null, states)), true, true)
  return targetIn(ctx, project)
}

async function targetIn(ctx: Ctx, project: ProjectEntry): Promise<Target> {
  const definitionId = project.workflows.get("incident")
  if (definitionId === undefined) throw new Error(`${project.key} is a desk and takes no incidents`)
  const versionId = await publishedVersionOf(ctx, definitionId)
  return targetOf(project, "incident", versionId, await graphOf(ctx, versionId), true, false)
}

/**
 * The import's own project: a desk with a workflow made of the log's states, both made by the first import. A state that a later file
 * brings is added as the workflow's next version. The caller holds the import's lock.
 */
export async function ownTarget(ctx: Ctx, states: readonly string[]): Promise<Target> {
  const definitionId = await ownWorkflow(ctx, states)
  const project = await ownProject(ctx)
  if (project !== undefined) return targetIn(ctx, project)
  const made = await createProject(
    ctx,
    {
      key: await freeKey(ctx),
      name: ownName,
      kind: "desk",
      description: "Incidents from a ServiceNow log, with the history that they had there.",
      workflows: { incident: definitionId },
    },
    { imported: true },
  )
  await keepRefs(ctx, "project", everywhere, [{ externalId: source, localId: made.id }])
  const versionId = await publishedVersionOf(ctx, definitionId)
  return targetOf(made, "incident", versionId, await graphOf(ctx, versionId), true, true)
}

async function ownWorkflow(ctx: Ctx, states: readonly string[]): Promise<string> {
  const known = (await refsOf(ctx, "workflow", everywhere, [source])).get(source)?.localId
  const versionId = known === undefined ? undefined : (await startingVersions(ctx, [known])).get(known)
  if (known === undefined || versionId === undefined) {
    const description = "The states of a ServiceNow log, as the import found them."
    const graph = graphFor(missingStates(null, states))
    const { id } = await createDefinition(ctx, { name: workflowName, description, graph })
    await publish(ctx, id)
    await keepRefs(ctx, "workflow", everywhere, [{ externalId: source, localId: id }])
    return id
  }
  const graph = await graphOf(ctx, versionId)
  const further = missingStates(graph, states)
  if (further.length === 0 || (await hasDraft(ctx, known))) return known
  await changeDraft(ctx, known, { graph: extended(graph, further) })
  await publish(ctx, known)
  return known
}

/** Somebody is at work on its next version: that is theirs to publish, and until then new states are mapped to what there is. */
async function hasDraft(ctx: Ctx, definitionId: string): Promise<boolean> {
  const draft = ctx.db.selectFrom("workflow_definitions").select("id").where("id", "=", definitionId).where("draft", "is not", null)
  return (await draft.executeTakeFirst()) !== undefined
}

/** A key that no project has or had: tickets keep the keys of deleted projects. */
async function freeKey(ctx: Ctx): Promise<string> {
  const taken = await ctx.db.selectFrom("projects").select("key").where("key", "like", `${ownKey}%`).execute()
  const keys = new Set(taken.map(({ key }) => key))
  let key = ownKey
  for (let n = 2; keys.has(key); n++) key = `${ownKey}${n}`
  return key
}
