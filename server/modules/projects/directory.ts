import type { ProjectKind, ProjectStatus } from "@docket/contract/projects"
import { type TicketType, ticketTypes } from "@docket/contract/tickets"
import { sql } from "kysely"
import { type Ctx, noOrigin, type Principal } from "#platform/context"
import type { Db } from "#platform/database/open"
import { directory } from "#platform/directory"
import { notFound } from "#platform/errors"
import type { Runtime } from "#platform/runtime"
import { reading } from "#platform/transact"
import { maySee } from "./policy.ts"
import { isId } from "./queries.ts"

/** What others need to know of a project all the time. */
export type ProjectEntry = {
  id: string
  key: string
  name: string
  kind: ProjectKind
  status: ProjectStatus
  restricted: boolean
  isDefault: boolean
  workloadLimit: number
  blockers: "refuse" | "warn"
  singleAssignee: boolean
  /** Workflow definition of each ticket type that the project offers. */
  workflows: ReadonlyMap<TicketType, string>
  types: readonly TicketType[]
}

/** The projects that there are; deleted ones are in none of these. */
export type ProjectDirectory = {
  byId: ReadonlyMap<string, ProjectEntry>
  byKey: ReadonlyMap<string, ProjectEntry>
  /** Takes the tickets that name no project. */
  default: ProjectEntry | undefined
}

type Reader = Pick<Ctx, "runtime" | "db" | "happened">

async function load(db: Db): Promise<ProjectDirectory> {
  const rows = await db
    .selectFrom("projects as p")
    .where("p.deleted_at", "is", null)
    .select([
      "p.id",
      "p.key",
      "p.name",
      "p.kind",
      "p.status",
      "p.restricted",
      "p.is_default as isDefault",
      "p.workload_limit as workloadLimit",
      "p.blockers",
      "p.single_assignee as singleAssignee",
      sql`coalesce((select jsonb_object_agg(w.type, w.definition_id) from project_workflows w where w.project_id = p.id), '{}')`.as(
        "workflows",
      ),
    ])
    .$castTo<Omit<ProjectEntry, "workflows" | "types"> & { workflows: Partial<Record<TicketType, string>> }>()
    .execute()
  const entries = rows.map((row): ProjectEntry => {
    const workflows = new Map(ticketTypes.flatMap((type) => (row.workflows[type] === undefined ? [] : [[type, row.workflows[type]]])))
    return { ...row, workflows, types: [...workflows.keys()] }
  })
  return {
    byId: new Map(entries.map((project) => [project.id, project])),
    byKey: new Map(entries.map((project) => [project.key, project])),
    default: entries.find(({ isDefault }) => isDefault),
  }
}

const known = directory(["project.created", "project.updated", "project.deleted"], load)
export const listeners = [known.listener]

/**
 * All projects, from memory. May be a moment old on another process: what a write must be sure of, that a project is there and not frozen,
 * is asked of the database where it takes its numbers.
 */
export const projectDirectory = (ctx: Reader): Promise<ProjectDirectory> => known.read(ctx)

const find = ({ byId, byKey }: ProjectDirectory, idOrKey: string) =>
  isId(idOrKey) ? byId.get(idOrKey.toLowerCase()) : byKey.get(idOrKey.toUpperCase())

/** One project by id or key, whoever asks. What the memory does not know may be new on another process, so the database is asked. @throws 404 */
export async function projectOf(ctx: Reader, idOrKey: string): Promise<ProjectEntry> {
  const entry =
    find(await known.read(ctx), idOrKey) ?? ((await exists(ctx, idOrKey)) ? find(await known.readAnew(ctx), idOrKey) : undefined)
  if (entry === undefined) throw notFound("project")
  return entry
}

async function exists({ db }: Reader, idOrKey: string): Promise<boolean> {
  const one = db.selectFrom("projects").select("id").where("deleted_at", "is", null)
  const found = await (isId(idOrKey) ? one.where("id", "=", idOrKey) : one.where("key", "=", idOrKey.toUpperCase())).executeTakeFirst()
  return found !== undefined
}

/** May this person see the project? By what the principal says, which is at most two seconds old. */
export const maySeeProject = (actor: Principal, project: Pick<ProjectEntry, "id" | "kind" | "restricted">): boolean =>
  maySee(actor, { kind: project.kind, restricted: project.restricted, role: actor.projects.get(project.id) ?? null })

/** The projects that the actor sees. */
export async function visibleProjects(ctx: Ctx): Promise<ProjectEntry[]> {
  const { byId } = await known.read(ctx)
  return [...byId.values()].filter((project) => maySeeProject(ctx.actor, project))
}

/** May this person follow the project over a socket? */
export async function mayWatchProject(runtime: Runtime, actor: Principal, id: string): Promise<boolean> {
  const { byId } = await known.read(reading(runtime, actor, noOrigin))
  const project = byId.get(id)
  return project !== undefined && maySeeProject(actor, project)
}
