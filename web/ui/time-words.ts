// Times in words. Under 24 hours relative, then the date; the exact time belongs in the tooltip. The viewer's zone and language.
import { t } from "../words/words.ts"

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "now", "14 min ago", "3 h ago", "yesterday", "12 Nov", "12 Nov 2025"; ahead: "in 14 min", "tomorrow". */
export function relativeTime(at: string, now: Date, locale = "en-GB"): string {
  const then = new Date(at)
  const past = now.getTime() - then.getTime()
  const size = Math.abs(past)
  if (size < minute) return t.time.now
  if (size < hour) return past > 0 ? t.time.minutes_ago(Math.floor(size / minute)) : t.time.in_minutes(Math.ceil(size / minute))
  const days = calendarDays(then, now)
  if (size < day && (days === 0 || size < 12 * hour))
    return past > 0 ? t.time.hours_ago(Math.floor(size / hour)) : t.time.in_hours(Math.round(size / hour))
  if (days === -1) return t.time.yesterday
  if (days === 1) return t.time.tomorrow
  return shortDate(then, now, locale)
}

/** For narrow columns: "now", "14m", "3h", "2d", then "12 Nov". */
export function briefTime(at: string, now: Date, locale = "en-GB"): string {
  const then = new Date(at)
  const size = Math.abs(now.getTime() - then.getTime())
  if (size < minute) return t.time.now
  if (size < hour) return t.time.brief_minutes(Math.floor(size / minute))
  if (size < day) return t.time.brief_hours(Math.floor(size / hour))
  if (size < 7 * day) return t.time.brief_days(Math.floor(size / day))
  return shortDate(then, now, locale)
}

/** "14:22" on the same day, else the date with it: "12 Nov, 14:22". For conversations. */
export function clockTime(at: string, now: Date, locale = "en-GB"): string {
  const then = new Date(at)
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(then)
  return calendarDays(then, now) === 0 ? time : `${shortDate(then, now, locale)}, ${time}`
}

/** "Saturday 21 November 2026 at 14:22:05 CET" */
export function exactTime(at: string, locale = "en-GB"): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long" }).format(new Date(at))
}

/** "21 November 2026", for what ends on a day. */
export function exactDay(at: string, locale = "en-GB"): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(at))
}

/** A `date` column, "2026-11-25", as "25 Nov". */
export function dayText(date: string, now: Date, locale = "en-GB"): string {
  return shortDate(new Date(`${date}T00:00:00`), now, locale)
}

function shortDate(then: Date, now: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    ...(then.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
  }).format(then)
}

/** Whole days between the two as the calendar counts: -1 is yesterday. */
export function calendarDays(then: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(then) - midnight(now)) / day)
}
