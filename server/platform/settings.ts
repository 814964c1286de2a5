import type { WorkspaceRole } from "@docket/contract/permissions"
import type { Ctx } from "#platform/context"
import { perRuntime } from "#platform/runtime"

/** Settings of the organisation with their defaults; what is not set is not in the table. */
const defaults = {
  organization: "Docket",
  /** An administrator also passes workflow guards, such as the product owner's Done. */
  adminPassesGuards: false,
  /** Employees see the tickets of their own department. */
  departmentTicketsVisible: false,
  /** Only administrators create, change and delete projects. */
  projectsByAdminsOnly: false,
  /** Roles whose people need a second factor; without one they may only set one up. */
  secondFactorRoles: [] as WorkspaceRole[],
}
export type Settings = typeof defaults

const keptMs = 2000
const memory = perRuntime(() => ({ settings: null as Settings | null, until: 0 }))

/** The settings, at most two seconds old. */
export async function settingsOf(ctx: Pick<Ctx, "runtime" | "db">): Promise<Settings> {
  const kept = memory(ctx.runtime)
  if (kept.settings !== null && kept.until > Date.now()) return kept.settings
  const rows = await ctx.db.selectFrom("settings").select(["key", "value"]).execute()
  const known = rows.filter(({ key }) => key in defaults).map(({ key, value }) => [key, value])
  const settings: Settings = { ...defaults, ...Object.fromEntries(known) }
  kept.settings = settings
  kept.until = Date.now() + keptMs
  return settings
}

/** Changes settings in the caller's transaction. */
export async function changeSettings(ctx: Ctx, changes: Partial<Settings>): Promise<void> {
  for (const [key, value] of Object.entries(changes))
    await ctx.db
      .insertInto("settings")
      .values({ key, value: JSON.stringify(value), updated_at: ctx.now })
      .onConflict((clash) => clash.column("key").doUpdateSet({ value: JSON.stringify(value), updated_at: ctx.now }))
      .execute()
  memory(ctx.runtime).until = 0
}
