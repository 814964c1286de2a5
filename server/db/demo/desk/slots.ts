import { dateIn, day, monthIn, weekdayIn } from "../calendar.ts"
import { firstName, type Handle, person } from "../company/people.ts"
import type { Chance } from "../random.ts"

const rooms = {
  Utrecht: ["Tagus", "Douro", "Rhine", "Scheldt", "Loire"],
  Leeds: ["Aire", "Wharfe", "Ouse"],
  Porto: ["Minho", "Lima", "Ave"],
} as const
const short = { Utrecht: "UTR", Leeds: "LDS", Porto: "OPO" } as const
const newcomers = [
  "Elif Demir",
  "Jakub Wójcik",
  "Marta Oliveira",
  "Tobias Lund",
  "Nia Williams",
  "Hugo Lefèvre",
  "Sanne Bakker",
  "Diego Herrera",
  "Kavya Iyer",
  "Oskar Nyström",
  "Miriam Katz",
  "Pavel Horák",
]
const customers = [
  "Brightwater Dairy",
  "Nordhavn Pumps",
  "Casa Almar",
  "Hollis & Grey",
  "Vektor Robotics",
  "Lindenhof Brewery",
  "Oakfield Pharma",
]

/** The words that a case leaves open, for one requester at one moment. */
export function slotsFor(
  luck: Chance,
  { at, soon, by }: { at: number; soon: number; by: Handle },
  agent: () => Handle,
  colleague: () => Handle,
): Record<string, () => string> {
  const { site, name } = person(by)
  const kept = new Map<string, string>()
  const once = (key: string, make: () => string) => () => {
    const known = kept.get(key) ?? make()
    kept.set(key, known)
    return known
  }
  const number = (from: number, to: number) => String(luck.between(from, to))
  return {
    me: () => name,
    first: () => firstName(by),
    site: () => site,
    agent: () => firstName(agent()),
    handle: agent,
    colleague,
    Colleague: () => firstName(colleague()),
    weekday: () => weekdayIn(at),
    yesterday: () => weekdayIn(at - day),
    date: () => dateIn(at),
    earlier: once("earlier", () => dateIn(at - luck.between(5, 20) * day)),
    soon: () => dateIn(soon),
    nextmonth: () => monthIn(at + 31 * day),
    month: () => monthIn(at),
    lastmonth: () => monthIn(at - 31 * day),
    cleanroom: once("cleanroom", () => (site === "Porto" ? "3" : number(1, 2))),
    room: once("room", () => luck.pick(rooms[site])),
    floor: once("floor", () => number(1, site === "Utrecht" ? 4 : 2)),
    desk: once("desk", () => `${number(1, 4)}.${number(10, 38)}`),
    printer: once("printer", () => `PRN-${short[site]}-${number(1, 9)}`),
    laptop: once("laptop", () => `${short[site]}-NB-${number(1040, 1390)}`),
    asset: once("asset", () => `A${number(20100, 29900)}`),
    newcomer: once("newcomer", () => luck.pick(newcomers)),
    customer: once("customer", () => luck.pick(customers)),
    order: once("order", () => `45000${number(17100, 19800)}`),
    batch: once("batch", () => `PS${number(24, 26)}-${number(1000, 9800)}`),
    plate: once("plate", () => `${luck.pick(["K", "P", "S", "X"])}-${number(201, 998)}-${luck.pick(["BD", "FT", "HZ", "LV"])}`),
    percent: once("percent", () => number(86, 98)),
    count: once("count", () => number(3, 12)),
    minutes: once("minutes", () => number(4, 25)),
  }
}

/** @throws where a text names a slot that there is not: a mistake in the case */
export function filled(text: string, slots: Record<string, () => string>): string {
  return text.replaceAll(/\{([a-z]+)\}/gi, (_, name: string) => {
    const slot = slots[name]
    if (slot === undefined) throw new Error(`no slot {${name}} for: ${text}`)
    return slot()
  })
}
