/** Founds the company: departments with heads, people, teams, categories and projects, as its administrator would have done it. */
import type { ProjectRole } from "@docket/contract/permissions"
import { addPeople, disableUser } from "#modules/identity"
import { addTeamMembers, createCategory, createDepartment, createTeam, nameHead } from "#modules/organization"
import { changeProject, createProject, setMember } from "#modules/projects"
import type { Ctx } from "#platform/context"
import { changeSettings } from "#platform/settings"
import { day, dayFrom, hour, iso, minute } from "../calendar.ts"
import { idOf, type Stage } from "../stage.ts"
import { type CategoryPath, categories } from "./categories.ts"
import { departments } from "./departments.ts"
import { emailOf, type Handle, handles, person } from "./people.ts"
import { type ProjectKey, projects } from "./projects.ts"
import { type TeamKey, teams } from "./teams.ts"

const zones = { Utrecht: "Europe/Amsterdam", Leeds: "Europe/London", Porto: "Europe/Lisbon" } as const
const keys = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as K[]

export async function foundCompany(stage: Stage, passwordHash: string): Promise<void> {
  const founded = stage.now - 400 * day
  await addOrganization(stage, founded, passwordHash)
  stage.forgetRights()
  await addTeamsAndCategories(stage, founded + day)
  for (const key of keys(projects)) await addProject(stage, key)
  stage.forgetRights()
}

async function addOrganization(stage: Stage, at: number, passwordHash: string): Promise<void> {
  const { ids, as, now } = stage
  await as("docket", at, async (ctx) => {
    await changeSettings(ctx, { organization: "Marlow Instruments" })
    for (const key of keys(departments)) ids.departments.set(key, await createDepartment(ctx, departments[key]))
    await join(
      stage,
      ctx,
      passwordHash,
      handles.filter((handle) => !asks(handle)),
    )
    for (const key of keys(departments)) await nameHead(ctx, idOf(ids.departments, key), idOf(ids.people, departments[key].head))
  })
  for (const [order, handle] of handles.filter(asks).entries())
    await as("docket", now - (4 + order * 21) * hour, (ctx) => join(stage, ctx, passwordHash, [handle]))
}

/** Waits for an administrator to approve the account. */
const asks = (handle: Handle) => person(handle).status === "pending"

/** Who joined first comes first, a minute apart. */
async function join({ ids }: Stage, ctx: Ctx, passwordHash: string, those: readonly Handle[]): Promise<void> {
  const made = await addPeople(
    ctx,
    those.map((handle, order) => {
      const { name, department, site, role = "employee", status = "approved" } = person(handle)
      return {
        email: emailOf(handle),
        username: handle,
        fullName: name,
        role,
        status,
        passwordHash,
        departmentId: idOf(ids.departments, department),
        timezone: zones[site],
        demo: true,
        createdAt: iso(Date.parse(ctx.now) + order * minute),
      }
    }),
  )
  for (const [order, handle] of those.entries()) ids.people.set(handle, made[order] ?? "")
}

const addTeamsAndCategories = ({ ids, as }: Stage, at: number) =>
  as("amara", at, async (ctx) => {
    for (const key of keys(teams)) {
      const { name, description, department, lead, members } = teams[key]
      const teamId = await createTeam(ctx, {
        name,
        description,
        departmentId: idOf(ids.departments, department),
        leadId: idOf(ids.people, lead),
      })
      ids.teams.set(key, teamId)
      const roleOf = (handle: Handle) => (handle === lead ? "lead" : "member")
      await addTeamMembers(
        ctx,
        members.map((handle) => ({ teamId, userId: idOf(ids.people, handle), role: roleOf(handle) })),
      )
    }
    for (const [name, { team, below }] of Object.entries(categories)) {
      const id = await createCategory(ctx, { name, teamId: idOf(ids.teams, team) })
      ids.categories.set(name as CategoryPath, id)
      for (const [sub, own] of Object.entries(below as Record<string, TeamKey | null>)) {
        const teamId = own === null ? null : idOf(ids.teams, own)
        ids.categories.set(`${name} / ${sub}` as CategoryPath, await createCategory(ctx, { name: sub, parentId: id, teamId }))
      }
    }
  })

async function addProject({ ids, as, now }: Stage, key: ProjectKey): Promise<void> {
  const { name, description, kind, preset, priority, manager, start, deadline, color, workloadLimit, members } = projects[key]
  const isThere = key === "HELP"
  const creator = isThere ? "amara" : key === "PEOPLE" ? "sofia" : "nadia"
  await as(creator, isThere ? now : now + (start ?? -390) * day, async (ctx) => {
    const settings = {
      name,
      description,
      priority,
      color,
      managerId: idOf(ids.people, manager),
      ...(workloadLimit === undefined ? {} : { workloadLimit }),
      startDate: start === null ? null : dayFrom(now, start),
      deadline: deadline === null ? null : dayFrom(now, deadline),
    }
    // the desk that takes everything was there before the company
    const made = isThere ? await changeProject(ctx, key, settings) : await createProject(ctx, { key, kind, preset, ...settings })
    ids.projects.set(key, made.id)
    for (const [role, those] of Object.entries(members) as [ProjectRole, readonly Handle[]][])
      for (const handle of those) await setMember(ctx, made.id, { userId: idOf(ids.people, handle), role })
  })
}

/** What ends only after the work has been replayed: a completed project is frozen, and who has left does nothing more. */
export async function settle({ ids, as, now }: Stage): Promise<void> {
  await as("amara", now - 20 * day, (ctx) => disableUser(ctx, idOf(ids.people, "peter")))
  for (const key of keys(projects)) {
    const { status, deadline } = projects[key]
    if (status !== "active")
      await as("nadia", now + (deadline ?? 0) * day, (ctx) => changeProject(ctx, idOf(ids.projects, key), { status, progress: 100 }))
  }
}
