import type { TicketType } from "@docket/contract/tickets"
import { day, dayFrom, hour, isOffice, minute, workEarlier, workLater } from "../calendar.ts"
import type { Handle } from "../company/people.ts"
import { keyOf } from "../desk/present-life.ts"
import { type Chance, chance } from "../random.ts"
import type { Birth, Life, World } from "../unfold.ts"
import type { Item, Plan } from "./item.ts"

const workday = 600

/** Every item of a plan, its parent's title with it; parents come first. */
export function births(end: number, plan: Plan): Birth[] {
  const found: Birth[] = []
  const add = (item: Item, parent: Item | null, depth: number) => {
    const luck = chance(`${plan.project} ${item.title}`)
    const moments = item.days.map((ago = 0) => workEarlier(end, ago * workday + luck.between(20, workday - 60)))
    const type =
      item.type ?? (item.below === undefined ? (parent === null || depth > 1 ? "task" : "story") : depth === 0 ? "epic" : "story")
    found.push({
      at: (moments[0] ?? end) + depth * 1000,
      live: (world) => workLife(world, luck, plan, { ...item, type }, parent, moments),
    })
    for (const need of item.needs ?? []) found.push({ at: found.at(-1)?.at ?? end, live: (world) => needLife(world, plan, item, need) })
    for (const one of item.below ?? []) add(one, item, depth + 1)
  }
  for (const item of plan.items) add(item, null, 0)
  return found
}

/** Says that something has to be done first, as soon as both of them are there. */
function* needLife(world: World, { owner }: Plan, { title }: Item, need: string): Life {
  const wait = () => world.at + (world.end - world.at > day ? 4 * hour : 2 * minute)
  do yield wait()
  while (!world.named.has(need))
  world.does(owner, keyOf(world, title), { link: "blocked_by", to: keyOf(world, need) })
}

function* workLife(
  world: World,
  luck: Chance,
  { project, owner, review }: Plan,
  item: Item & { type: TicketType },
  parent: Item | null,
  [, begun, sent, done]: readonly number[],
): Life {
  const { title, type, text, points, priority, labels, due, by = owner, who, progress, blocked, rejected } = item
  const key = world.newKey(project)
  if (!world.named.has(title)) world.named.set(title, key)
  world.does(by, key, {
    raise: {
      project,
      type,
      title,
      description: text,
      priority,
      labels,
      estimate: points,
      due: due === undefined ? undefined : dayFrom(world.end, due),
      parent: parent === null ? undefined : keyOf(world, parent.title),
      assignees: who !== undefined && begun === undefined ? [who] : undefined,
    },
  })
  /** What falls on a night or a weekend is done some time in the next morning. */
  const office = (at: number) => (isOffice(at) ? at : workLater(at, luck.between(4, 150)))
  const lines = [...(item.talk ?? [])]
  const say = function* (count: number, until: number): Life {
    const gap = (until - world.at) / (count + 1)
    for (const line of lines.splice(0, count)) {
      yield office(world.at + gap * (0.6 + luck.next() * 0.3))
      const [speaker = owner, ...words] = line.split(": ")
      world.does(speaker as Handle, key, { say: words.join(": ") })
    }
  }
  if (begun === undefined) return yield* say(lines.length, world.end)

  const doer = who ?? owner
  if (doer !== by) {
    yield office(world.at + (begun - world.at) * 0.7)
    world.does(owner, key, { assign: [doer] })
  }
  yield begun
  world.does(doer, key, { change: { status: "in_progress" } })
  if (who === undefined) return type === "epic" ? yield* finish() : undefined
  yield* say(review ? Math.ceil(lines.length / 2) : lines.length, sent ?? done ?? world.end)
  if (progress !== undefined) {
    yield office(world.at + ((sent ?? world.end) - world.at) * 0.7)
    world.does(doer, key, { change: { progress } })
  }
  if (blocked !== undefined) {
    yield office(world.at + (world.end - world.at) * 0.5)
    return world.does(doer, key, { change: { status: "blocked", reason: blocked, note: blocked } })
  }
  return yield* finish()

  function* finish(): Life {
    if (!review) {
      if (sent === undefined) return
      yield sent
      return world.does(doer, key, { change: { status: "closed" } })
    }
    if (sent === undefined) return
    yield sent
    world.does(doer, key, { change: { status: "po_review" } })
    if (rejected !== undefined) {
      yield office(world.at + ((done ?? world.end) - world.at) * 0.4)
      world.does(owner, key, { change: { status: "in_progress", note: rejected } })
      if (done === undefined) return
      yield office(world.at + (done - world.at) * 0.5)
      world.does(doer, key, { change: { status: "po_review" } })
    }
    yield* say(lines.length, done ?? world.end)
    if (done === undefined) return
    yield done
    world.does(owner, key, { change: { status: "done" } })
  }
}
