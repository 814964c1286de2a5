/** Office time in Utrecht, Monday to Friday 08:00 to 18:00: people answer then, and machines break at any time. Times are milliseconds. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const opens = 8
const closes = 18
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  hour: "numeric",
  hourCycle: "h23",
  timeZoneName: "shortOffset",
})
const offsets = new Map<number, number>()

/** Hours ahead of UTC at noon of the day, which office hours never straddle. */
function offsetOf(midnight: number): number {
  let offset = offsets.get(midnight)
  if (offset === undefined) {
    const zone = clock.formatToParts(midnight + day / 2).find(({ type }) => type === "timeZoneName")?.value ?? "GMT+1"
    offset = Number(zone.replace("GMT", "") || 0)
    offsets.set(midnight, offset)
  }
  return offset
}

const midnightOf = (at: number) => Math.floor(at / day) * day
const openingOf = (midnight: number) => midnight + (opens - offsetOf(midnight)) * hour
const closingOf = (midnight: number) => midnight + (closes - offsetOf(midnight)) * hour
export const isWeekday = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay())
export const isOffice = (at: number): boolean => {
  const midnight = midnightOf(at)
  return isWeekday(at) && at >= openingOf(midnight) && at < closingOf(midnight)
}

/** The moment itself in office time, else the next opening. */
export function nextOffice(at: number): number {
  if (isOffice(at)) return at
  let midnight = midnightOf(at)
  while (!isWeekday(midnight) || openingOf(midnight) < at) midnight += day
  return openingOf(midnight)
}

/** The moment itself in office time, else the last closing. */
export function lastOffice(at: number): number {
  if (isOffice(at)) return at
  let midnight = midnightOf(at)
  while (!isWeekday(midnight) || closingOf(midnight) > at) midnight -= day
  return closingOf(midnight) - minute
}

/** So many minutes of office time later. */
export function workLater(from: number, minutes: number): number {
  let at = nextOffice(from)
  let left = minutes * minute
  for (;;) {
    const today = closingOf(midnightOf(at)) - at
    if (left < today) return at + left
    left -= today
    at = nextOffice(closingOf(midnightOf(at)))
  }
}

/** So many minutes of office time earlier. */
export function workEarlier(from: number, minutes: number): number {
  let at = lastOffice(from)
  let left = minutes * minute
  for (;;) {
    const today = at - openingOf(midnightOf(at))
    if (left <= today) return at - left
    left -= today
    at = lastOffice(openingOf(midnightOf(at)) - minute)
  }
}

export const iso = (at: number): string => new Date(at).toISOString()
/** "YYYY-MM-DD", so many days from the moment. */
export const dayFrom = (at: number, days: number): string => iso(at + days * day).slice(0, 10)

const spoken = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "Europe/Amsterdam" })
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "Europe/Amsterdam" })
const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "Europe/Amsterdam" })
/** "14 November", "Tuesday", "November": as people write it in a ticket. */
export const dateIn = (at: number): string => spoken.format(at)
export const weekdayIn = (at: number): string => weekday.format(at)
export const monthIn = (at: number): string => monthName.format(at)
