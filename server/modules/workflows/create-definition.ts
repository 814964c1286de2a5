import type { Body } from "@docket/contract/endpoint"
import type { createWorkflowDefinition, WorkflowDefinition } from "@docket/contract/workflows"
import type { Ctx } from "#platform/context"
import { conflict } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { allowManaging } from "./policy.ts"
import { definitionToShow, present } from "./queries.ts"

const longestKey = 40
/** How many names of the same sound may look for a free key at the same time before one of them is asked to choose. */
const attempts = 5

/** Begins a workflow as a draft, sensible or not: its problems are listed with it until it is published. */
export async function createDefinition(ctx: Ctx, wanted: Body<typeof createWorkflowDefinition>): Promise<WorkflowDefinition> {
  allowManaging(ctx.actor)
  const id = newId()
  const { name, description = "", graph } = wanted
  const row = { id, name, description, draft: JSON.stringify(graph), created_at: ctx.now, updated_at: ctx.now }

  let key = wanted.key ?? (await freeKey(ctx, name))
  for (let attempt = 1; !(await inserted(ctx, { ...row, key })); attempt++) {
    if (wanted.key !== undefined || attempt === attempts)
      throw conflict("E_WORKFLOW_DEFINITION_EXISTS", `A workflow with the key ${key} exists already.`, { key })
    key = await freeKey(ctx, name)
  }
  await record(ctx, "workflow.created", { entity: "workflow", id, version: 1 }, { name })
  return present(ctx, await definitionToShow(ctx, id))
}

type Row = { id: string; key: string; name: string; description: string; draft: string; created_at: string; updated_at: string }

const inserted = async (ctx: Ctx, row: Row) =>
  (await ctx.db
    .insertInto("workflow_definitions")
    .values(row)
    .onConflict((clash) => clash.column("key").doNothing())
    .returning("id")
    .executeTakeFirst()) !== undefined

/** A key made of the name, numbered where it is taken. */
async function freeKey(ctx: Ctx, name: string): Promise<string> {
  const words = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, longestKey - 5)
    .replace(/_+$/, "")
  const stem = words || "workflow"
  const rows = await ctx.db
    .selectFrom("workflow_definitions")
    .select("key")
    .where("key", "like", `${stem.replaceAll("_", "\\_")}%`)
    .execute()
  const taken = new Set(rows.map(({ key }) => key))
  let key = stem
  for (let n = 2; taken.has(key); n++) key = `${stem}-${n}`
  return key
}
