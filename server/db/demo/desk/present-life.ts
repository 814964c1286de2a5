/** Plans what is under way now: all of it has happened between the moment it was raised and the present one, evenly. */
import { day, minute, workEarlier } from "../calendar.ts"
import type { Handle } from "../company/people.ts"
import type { Chance } from "../random.ts"
import type { Birth, Life, World } from "../unfold.ts"
import type { Present } from "./case.ts"
import { colleagueOf, type DeskKey, desks, limitOf } from "./desks.ts"
import { filled, slotsFor } from "./slots.ts"

export const present = (end: number, desk: DeskKey, cases: readonly Present[]): Birth[] =>
  cases.map((one) => ({
    at: one.night ? end - one.ago * minute : workEarlier(end, one.ago),
    live: (world, luck) => presentLife(world, luck, one, desk),
    ...(one.agent === undefined ? {} : { reserves: { project: desk, by: one.agent } }),
  }))

function* presentLife(world: World, luck: Chance, one: Present, desk: DeskKey): Life {
  const { name, by, agent, type, category, priority, labels, until, talk } = one
  const key = world.newKey(desk)
  if (name !== undefined) world.named.set(name, key)
  const theAgent = (): Handle => agent ?? "amara"
  const theColleague = () => one.colleague ?? colleagueOf(luck, category, theAgent())
  const slots = slotsFor(luck, { at: world.at, soon: world.at + 10 * day, by }, theAgent, theColleague)
  const say = (text: string) => filled(text, slots)
  const description = say(typeof one.text === "string" ? one.text : luck.pick(one.text))
  world.does(by, key, { raise: { project: desk, type, title: say(one.title), description, category, priority, labels } })
  if (agent === undefined) return

  const moves = talk.length + (until === "claimed" && one.ends === undefined ? 2 : 3) + (desks[desk].triage ? 1 : 0)
  let left = one.ago
  const next = () => {
    left -= one.ago / moves
    return workEarlier(world.end, Math.max(left, 1))
  }
  if (until === "raised") {
    if (one.ends === undefined) return
    yield next()
    return world.does(agent, key, { change: one.ends })
  }
  if (desks[desk].triage) {
    yield next()
    world.does(agent, key, { change: { status: "open", note: "Ours to do, and soon." } })
  }
  yield next()
  if (world.held(desk, agent) < limitOf(desk)) world.does(agent, key, { claim: true })
  else {
    // the limit is on claims: who has their hands full still takes over what is given to them
    world.does("nadia", key, { assign: [agent] })
    world.does(agent, key, { change: { status: "in_progress" } })
  }
  world.holds(desk, agent, 1)
  for (const watcher of one.watchers ?? []) world.does(agent, key, { watch: watcher })
  for (const line of talk) {
    yield next()
    const speaker = line[0] === "R" ? by : line[0] === "A" || line[0] === "N" ? agent : theColleague()
    const internal = line[0] === "N" || line[0] === "C"
    world.does(speaker, key, { say: say(line.slice(3)), ...(internal ? { internal } : {}) })
  }
  for (const { kind, to } of one.links ?? []) world.does(agent, key, { link: kind, to: keyOf(world, to) })
  if (one.ends !== undefined) {
    yield next()
    world.does(agent, key, { change: one.ends })
    world.holds(desk, agent, -1)
  }
  if (until !== "resolved") return
  yield next()
  const resolution = say(one.fix ?? "")
  world.does(agent, key, { change: { status: "resolved", resolution, resolutionCode: one.code ?? "fixed" } })
  world.holds(desk, agent, -1)
}

export function keyOf(world: World, name: string): string {
  const key = world.named.get(name)
  if (key === undefined) throw new Error(`${name} has not been raised yet`)
  return key
}
