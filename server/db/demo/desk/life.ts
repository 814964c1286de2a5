/** The life of a ticket at a desk: raised, taken, talked about, resolved, perhaps come back, and closed. */
import type { Priority } from "@docket/contract/tickets"
import { day, dayFrom, hour, minute, nextOffice, workLater } from "../calendar.ts"
import { firstName, type Handle } from "../company/people.ts"
import type { Chance } from "../random.ts"
import type { Life, World } from "../unfold.ts"
import type { Case, Line } from "./case.ts"
import { agentWithRoom, colleagueOf, type DeskKey, desks } from "./desks.ts"
import { filled, slotsFor } from "./slots.ts"

type Cast = { desk: DeskKey; by: Handle; agent?: Handle; colleague?: Handle }

/** Minutes of office time until somebody takes it. */
const patience: Record<Priority, [from: number, to: number]> = { critical: [3, 20], high: [10, 90], medium: [30, 330], low: [90, 800] }

export function* deskLife(world: World, luck: Chance, theCase: Case, cast: Cast): Life {
  const { desk, by } = cast
  const { closesAfterHours, triage, notes } = desks[desk]
  const key = world.newKey(desk)
  let agent: Handle | null = cast.agent ?? null
  let colleague: Handle | null = cast.colleague ?? null
  const theAgent = () => agent ?? agentWithRoom(world, luck, desk, theCase, by) ?? "amara"
  const theColleague = () => (colleague ??= colleagueOf(luck, theCase.category, theAgent()))
  const soon = nextOffice(world.at + luck.between(6, 16) * day)
  const slots = slotsFor(luck, { at: world.at, soon, by }, theAgent, theColleague)
  const say = (text: string) => filled(text, slots)
  const after = (from: number, to: number) => workLater(world.at, luck.between(from, to))

  const { type, category, priority, labels } = theCase
  const text = typeof theCase.text === "string" ? theCase.text : luck.pick(theCase.text)
  const due = theCase.due ? dayFrom(soon, 0) : undefined
  world.does(by, key, {
    raise: { project: desk, type, title: say(theCase.title), description: say(text), category, priority, labels, due },
  })

  if (theCase.withdrawn !== undefined) {
    yield after(8, 60)
    return world.does(by, key, { withdraw: say(theCase.withdrawn) })
  }
  yield after(...patience[priority])
  if (triage) {
    const coordinator = theAgent()
    if (theCase.rejected !== undefined)
      return world.does(coordinator, key, { change: { status: "rejected", reason: say(theCase.rejected) } })
    world.does(coordinator, key, { change: { status: "open", note: luck.pick(approvals) } })
    yield after(15, 240)
  }
  for (agent = cast.agent ?? null; agent === null; ) {
    agent = agentWithRoom(world, luck, desk, theCase, by)
    if (agent === null) yield after(20, 60)
  }
  world.does(agent, key, { claim: true })
  world.holds(desk, agent, 1)
  if (luck.percent(12)) {
    yield after(2, 15)
    world.does(agent, key, { change: { priority: luck.pick(besides[priority]) } })
  }
  if (luck.percent(10)) world.does(agent, key, { watch: theColleague() })

  function* talk(lines: readonly Line[]): Life {
    for (const line of lines) {
      if (line.startsWith("~ ")) {
        yield after(Number(line.slice(2)) * 60, Number(line.slice(2)) * 60 + 30)
        continue
      }
      const who = line[0]
      yield who === "R" ? after(5, 150) : after(4, 60)
      const speaker = who === "R" ? by : who === "C" || who === "P" ? theColleague() : (agent as Handle)
      world.does(speaker, key, { say: say(line.slice(3)), ...(who === "N" || who === "C" ? { internal: true } : {}) })
    }
  }
  /** A manager gives it to somebody else of the team, where one has room. */
  function* handOver(): Life {
    yield after(30, 200)
    const next = agentWithRoom(world, luck, desk, theCase, by)
    if (next === null || next === agent) return
    world.does("nadia", key, { transfer: next, reason: luck.pick(handOvers).replace("{agent}", firstName(agent as Handle)) })
    world.holds(desk, agent as Handle, -1)
    world.holds(desk, next, 1)
    agent = next
  }
  function* resolve(fix: string): Life {
    yield after(5, 45)
    const resolution = say(fix)
    const change = {
      status: "resolved",
      resolution,
      resolutionCode: theCase.code ?? "fixed",
      ...(notes ? { note: luck.pick(finished) } : {}),
    }
    world.does(agent as Handle, key, { change })
    world.holds(desk, agent as Handle, -1)
  }

  yield* talk(theCase.talk)
  if (cast.agent === undefined && luck.percent(5)) yield* handOver()
  yield* resolve(theCase.fix)
  if (theCase.back !== undefined) {
    yield after(60, 900)
    // an answer to a resolved ticket opens it again where the desk lists that move by itself; with notes the requester moves it
    if (notes) world.does(by, key, { change: { status: "in_progress", note: say(theCase.back.says) } })
    else world.does(by, key, { say: say(theCase.back.says) })
    world.holds(desk, agent, 1)
    yield* talk(theCase.back.talk)
    yield* resolve(theCase.back.fix)
  }
  if (luck.percent(45)) {
    yield after(10, 700)
    return world.does(by, key, { change: { status: "closed", ...(luck.percent(60) ? { note: luck.pick(thanks) } : {}) } })
  }
  yield world.at + (closesAfterHours ?? 120) * hour + luck.between(2, 55) * minute
  if (closesAfterHours === null) return world.does(agent, key, { change: { status: "closed", note: "No more questions in five days." } })
  const time = closesAfterHours % 24 === 0 ? `${closesAfterHours / 24} days` : `${closesAfterHours} hours`
  world.does("docket", key, { change: { status: "closed", note: `Closed by itself: resolved ${time} ago and not reopened.` } })
}

const approvals = [
  "Agreed, ours to do.",
  "Checked with the site, goes on the list.",
  "Approved.",
  "Clear enough to start.",
  "Approved, please look at it this week.",
]
const finished = ["Done and checked on site.", "Finished, photos are in the folder.", "Done, please have a look.", "Finished as agreed."]
const handOvers = [
  "{agent} is in training until Friday.",
  "{agent} is at the other site this week.",
  "Nearer to your desk.",
  "{agent} has enough on the table today.",
]
/** What an agent may find more fitting. */
const besides: Record<Priority, readonly Priority[]> = {
  critical: ["high"],
  high: ["medium", "critical"],
  medium: ["high", "low"],
  low: ["medium"],
}
const thanks = [
  "Works again, thank you.",
  "Perfect, thanks for the quick help.",
  "All good now.",
  "Yes, that was it. Thank you!",
  "Confirmed, it works for the whole team.",
  "Thanks, you can close this.",
  "Tested this morning and it holds.",
  "Great, thank you both.",
]
