import type { Query } from "@docket/contract/endpoint"
import type { ListOf } from "@docket/contract/shapes"
import type { listWorkflowDefinitions, WorkflowDefinition, WorkflowGraph, WorkflowVersion } from "@docket/contract/workflows"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { directory } from "#platform/directory"
import { conflict, notFound } from "#platform/errors"
import { listByName } from "#platform/paging"
import { manages } from "./policy.ts"
import { validateGraph } from "./validity.ts"

/** A definition as those who manage workflows hold it. */
export type Definition = Omit<WorkflowDefinition, "problems">

/** Whoever does not manage workflows sees only what has been published. */
function visibleDefinitions(ctx: Ctx) {
  const all = ctx.db
    .selectFrom("workflow_definitions as d")
    .leftJoin("workflow_versions as v", "v.id", "d.published_version_id")
    .select((e) => [
      "d.id",
      "d.key",
      "d.name",
      "d.description",
      "d.preset",
      e.ref("d.draft").$castTo<WorkflowGraph | null>().as("draft"),
      "d.version",
      "d.created_at as createdAt",
      "d.updated_at as updatedAt",
      "v.id as versionId",
      "v.number as versionNumber",
      e.ref("v.graph").$castTo<WorkflowGraph | null>().as("published"),
    ])
  return manages(ctx.actor) ? all : all.where("d.published_version_id", "is not", null)
}

type Row = Awaited<ReturnType<ReturnType<typeof visibleDefinitions>["executeTakeFirstOrThrow"]>>
const held = (row: Row): Definition => ({
  id: row.id,
  key: row.key,
  name: row.name,
  description: row.description,
  preset: row.preset,
  publishedVersion: row.versionId !== null && row.versionNumber !== null ? { id: row.versionId, version: row.versionNumber } : null,
  draft: row.draft,
  published: row.published,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

/** @throws 404 */
export async function definitionToShow(ctx: Ctx, id: string): Promise<Definition> {
  return held(
    await visibleDefinitions(ctx)
      .where("d.id", "=", id)
      .executeTakeFirstOrThrow(() => notFound("workflow definition")),
  )
}

/**
 * Locks first and reads then: a row that was waited for must be read as the one before left it, its published version too.
 * @throws 404, or 409 where the caller believes to change another version.
 */
export async function definitionToChange(ctx: Ctx, id: string): Promise<Definition> {
  await ctx.db.selectFrom("workflow_definitions").select("id").where("id", "=", id).forNoKeyUpdate().execute()
  const definition = await definitionToShow(ctx, id)
  const { ifMatch } = ctx.origin
  if (ifMatch !== null && ifMatch !== definition.version) {
    const versions = { given: ifMatch, current: definition.version }
    throw conflict("E_WORKFLOW_VERSION_CONFLICT", "Someone has changed this workflow since you read it.", versions)
  }
  return definition
}

/** In the order of their names. */
export const listDefinitions = (ctx: Ctx, query: Query<typeof listWorkflowDefinitions>): Promise<ListOf<WorkflowDefinition>> =>
  listByName(visibleDefinitions(ctx), { name: sql<string>`d.name`, id: sql<string>`d.id` }, query, (row) => present(ctx, held(row)))

export const present = (ctx: Ctx, definition: Definition): WorkflowDefinition =>
  manages(ctx.actor)
    ? { ...definition, problems: definition.draft ? validateGraph(definition.draft) : [] }
    : { ...definition, draft: null, problems: [] }

/** @throws 404 */
export async function versionToShow(ctx: Ctx, id: string): Promise<WorkflowVersion> {
  return ctx.db
    .selectFrom("workflow_versions as v")
    .innerJoin("workflow_definitions as d", "d.id", "v.definition_id")
    .select((e) => [
      "v.id",
      "v.definition_id as definitionId",
      "d.name as definitionName",
      "v.number as version",
      e.ref("v.graph").$castTo<WorkflowGraph>().as("graph"),
      "v.published_at as publishedAt",
    ])
    .where("v.id", "=", id)
    .executeTakeFirstOrThrow(() => notFound("workflow version"))
}

/** The versions with which new tickets of these definitions start. What is unknown or was never published is left out. */
export async function startingVersions(ctx: Ctx, definitionIds: readonly string[]): Promise<Map<string, string>> {
  if (definitionIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom("workflow_definitions")
    .select(["id", "published_version_id"])
    .where("id", "in", [...definitionIds])
    .execute()
  return new Map(rows.flatMap((row) => (row.published_version_id === null ? [] : [[row.id, row.published_version_id]])))
}

/** The version with which a new ticket starts, by definition; for a moment the one before, where another process has just published. */
const published = directory(["workflow.published", "workflow.created"], async (db) => {
  const rows = await db
    .selectFrom("workflow_definitions")
    .select(["id", "published_version_id"])
    .where("published_version_id", "is not", null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.published_version_id]))
})
export const publishedListener = published.listener

/** The version with which a new ticket starts. A project offers published definitions only, so a missing one is a bug. */
export async function publishedVersionOf(ctx: Ctx, definitionId: string): Promise<string> {
  const versionId = (await published.read(ctx)).get(definitionId) ?? (await published.readAnew(ctx)).get(definitionId)
  if (!versionId) throw new Error(`the workflow definition ${definitionId} has never been published`)
  return versionId
}

/** The ids of installed presets, by key. */
export async function presetDefinitions(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.db.selectFrom("workflow_definitions").select(["key", "id"]).where("preset", "=", true).execute()
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Versions whose resolved tickets close by themselves, with the hours after which they do. */
export async function autoCloseVersions(ctx: Pick<Ctx, "db">): Promise<{ versionId: string; hours: number }[]> {
  const { rows } = await sql<{ versionId: string; hours: number }>`
    select id as "versionId", (graph->>'autoCloseHours')::int as hours from workflow_versions where graph ? 'autoCloseHours'`.execute(
    ctx.db,
  )
  return rows
}
