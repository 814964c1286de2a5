import { day } from "../calendar.ts"
import { type CategoryPath, teamFor } from "../company/categories.ts"
import { firstName, type Handle, person } from "../company/people.ts"
import { type ProjectKey, projects } from "../company/projects.ts"
import { teams } from "../company/teams.ts"
import type { Chance } from "../random.ts"
import type { World } from "../unfold.ts"
import type { Case } from "./case.ts"

export type DeskKey = Extract<ProjectKey, "HELP" | "FAC" | "PEOPLE">
type Desk = {
  /** Tickets that arrive on a weekday, more or less. */
  perDay: number
  /** The same thing does not come twice within so many days. */
  rest: number
  /** Somebody may ask on a weekend. */
  weekends: boolean
  /** Triage comes before anyone takes it. */
  triage: boolean
  /** Every move says why. */
  notes: boolean
  /** Docket closes what stays resolved for so long; null: an agent does. */
  closesAfterHours: number | null
}

export const desks: Record<DeskKey, Desk> = {
  HELP: { perDay: 2.5, rest: 12, weekends: true, triage: false, notes: false, closesAfterHours: 168 },
  FAC: { perDay: 0.55, rest: 18, weekends: false, triage: true, notes: true, closesAfterHours: 72 },
  PEOPLE: { perDay: 0.4, rest: 20, weekends: false, triage: false, notes: false, closesAfterHours: null },
}

const isAgent = (handle: Handle) => ["agent", "admin"].includes(person(handle).role ?? "employee")

/** Who works such a ticket; those of the requester's site first. */
const agentsFor = (category: CategoryPath, by: Handle): Handle[] => {
  const members = teams[teamFor(category)].members.filter(isAgent)
  const near = members.filter((handle) => person(handle).site === person(by).site)
  return near.length > 0 ? [...near, ...near, ...members] : members
}

/** What is taken by chance within so many days leaves room for what is written down for the present. */
const recentDays = 14
/** What the project allows; a new one allows three. */
export const limitOf = (desk: DeskKey): number => projects[desk].workloadLimit ?? 3

/** Somebody with room for one more, or null. Nobody plays in a case that speaks of them. */
export function agentWithRoom(world: World, luck: Chance, desk: DeskKey, theCase: Case, by: Handle): Handle | null {
  const suits = (handle: Handle) => handle !== by && !speaksOf(theCase, handle)
  const isRecent = world.end - world.at < recentDays * day
  const most = (handle: Handle) => limitOf(desk) - (isRecent ? world.reserved(desk, handle) : 1)
  const free = agentsFor(theCase.category, by).filter((handle) => suits(handle) && world.held(desk, handle) < most(handle))
  return free.length === 0 ? null : luck.pick(free)
}

const texts = new WeakMap<Case, string>()
export function speaksOf(theCase: Case, handle: Handle): boolean {
  const text = texts.get(theCase) ?? JSON.stringify(theCase)
  texts.set(theCase, text)
  return new RegExp(`(?<!\\p{L})${firstName(handle)}(?!\\p{L})`, "u").test(text)
}

/** Another one of the team, to be asked and to answer in notes. */
export function colleagueOf(luck: Chance, category: CategoryPath, agent: Handle): Handle {
  return luck.pick(teams[teamFor(category)].members.filter((handle) => handle !== agent))
}
