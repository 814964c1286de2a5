import { day, hour, isWeekday, lastOffice, minute, nextOffice } from "../calendar.ts"
import { type Handle, handles, person } from "../company/people.ts"
import { type Chance, chance } from "../random.ts"
import type { Birth } from "../unfold.ts"
import type { Case } from "./case.ts"
import { type DeskKey, desks, speaksOf } from "./desks.ts"
import { deskLife } from "./life.ts"

const days = 90
/** Somebody who has left in between asked only before this. */
const leftDays = 50
/** She has enough under way that is written down for the present. */
const busy: Handle = "ines"
const busyDays = 8

const askers = handles.filter((handle) => {
  const { role, status, department } = { role: "employee", status: "approved", ...person(handle) }
  return role === "employee" && status === "approved" && department !== "people"
})

/** Who asked what and when, over the last quarter: most of it on weekdays, a little in the shifts of the weekend. */
export function arrivals(end: number, desk: DeskKey, cases: readonly Case[]): Birth[] {
  const luck = chance(`arrivals ${desk}`)
  const last = new Map<Case, number>()
  const births: Birth[] = []
  for (let ago = days; ago >= 0; ago--) {
    const noon = end - ago * day
    const { perDay, rest, weekends } = desks[desk]
    const count = isWeekday(noon) ? Math.floor(perDay * (0.5 + luck.next()) + luck.next()) : weekends && luck.percent(40) ? 1 : 0
    for (let nth = 0; nth < count; nth++) {
      const at = momentOf(luck, noon, end)
      const rested = cases.filter((one) => !last.has(one) || (!one.once && at - (last.get(one) ?? 0) > rest * day))
      if (rested.length === 0) continue
      const theCase = luck.weighted(rested, ({ often = 1 }) => often)
      const by = askerOf(luck, theCase, end - at)
      last.set(theCase, at)
      if (at <= end) births.push({ at, live: (world, own) => deskLife(world, own, theCase, { desk, by }) })
    }
  }
  return births
}

/** Mornings are busier than afternoons. */
function momentOf(luck: Chance, around: number, end: number): number {
  if (!isWeekday(around)) return around - luck.between(0, 600) * minute
  const opening = nextOffice(lastOffice(around) - 9 * hour)
  const at = opening + Math.floor(luck.next() ** 1.4 * 9.5 * 60) * minute + luck.between(0, 59) * 1000
  return at > end ? at - day : at
}

function askerOf(luck: Chance, theCase: Case, ago: number): Handle {
  const { from, site } = theCase
  const those = askers.filter((handle) => {
    const { department, site: its } = person(handle)
    if ((handle === "peter" && ago <= leftDays * day) || (handle === busy && ago <= busyDays * day)) return false
    return !speaksOf(theCase, handle) && (from === undefined || from.includes(department)) && (site === undefined || site === its)
  })
  return luck.pick(those)
}
