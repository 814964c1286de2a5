/** What holds of a project, whoever asks. */
import type { ProjectKind, ProjectStatus } from "@docket/contract/projects"
import type { Priority, TicketType } from "@docket/contract/tickets"
import type { Preset } from "@docket/contract/workflows"
import { conflict, DomainError, invalid } from "#platform/errors"

/**
 * Requests, incidents and support belong to desks, stories and epics to work; bugs, features and tasks are at home in both:
 * a desk takes them in, a work project carries them out. The first one is what a ticket is that names no type.
 */
export const typesOf: Record<ProjectKind, readonly TicketType[]> = {
  desk: ["request", "incident", "support", "bug", "feature", "task", "other"],
  work: ["task", "story", "epic", "bug", "feature", "other"],
}

export const defaultPreset: Record<ProjectKind, Preset> = { desk: "itsm", work: "agile" }

/** @throws 400 for workflows of types that this kind of project does not offer. */
export function assertOffered(kind: ProjectKind, types: readonly string[]): void {
  const foreign = types.filter((type) => !typesOf[kind].some((offered) => offered === type))
  if (foreign.length > 0)
    throw invalid(foreign.map((type) => ({ path: `workflows.${type}`, message: `a ${kind} project offers ${typesOf[kind].join(", ")}` })))
}

/** `urgent` is others' word for critical. */
export const priorityNamed = (given: Priority | "urgent"): Priority => (given === "urgent" ? "critical" : given)

/** @throws 400 where it would end before it starts. */
export function assertDates({ startDate, deadline }: { startDate: string | null; deadline: string | null }): void {
  if (startDate !== null && deadline !== null && deadline < startDate)
    throw invalid([{ path: "deadline", message: "must not be before the start date" }])
}

export type Changes = Record<string, [old: unknown, now: unknown]>

/** The fields that really change, with their old and new values; what is not given stays. */
export function changesBetween<T extends Record<string, unknown>>(was: T, wanted: Partial<T>): Changes {
  const given = Object.entries(wanted).filter(([, now]) => now !== undefined)
  return Object.fromEntries(given.flatMap(([field, now]) => (was[field] === now ? [] : [[field, [was[field], now]]])))
}

export const isFrozen = ({ status }: { status: ProjectStatus }): boolean => status === "completed"

/** A completed project takes no changes but the one that opens it again. @throws 400 E_PROJECT_FROZEN */
export function assertNotFrozen(project: { status: ProjectStatus; key: string }): void {
  if (isFrozen(project))
    throw new DomainError(400, "E_PROJECT_FROZEN", `${project.key} is completed and frozen. Change its status to open it again.`, {
      status: project.status,
    })
}

/** Tickets that name no project must find the default desk open. @throws 409 E_PROJECT_IS_DEFAULT */
export function assertDefaultStaysOpen(
  project: { isDefault: boolean; key: string },
  wanted: { status?: ProjectStatus; restricted?: boolean },
): void {
  if (project.isDefault && (wanted.status === "completed" || wanted.restricted === true))
    throw conflict("E_PROJECT_IS_DEFAULT", `${project.key} takes everyone's tickets: it can be neither completed nor restricted.`)
}

/** @throws 409 with both versions where the caller believes to change another one. */
export function assertVersion(ifMatch: number | null, version: number): void {
  if (ifMatch !== null && ifMatch !== version)
    throw conflict("E_PROJECT_VERSION_CONFLICT", "The project has been changed since you read it.", { expected: ifMatch, actual: version })
}
