/** How single values of a ServiceNow log are read. `?` and nothing at all mean unknown. */
import type { Priority } from "@docket/contract/tickets"
import type { Iso } from "#platform/context"

export type Level = "low" | "medium" | "high"

/** A value that is there but cannot be read. */
export const unreadable = Symbol("unreadable")
export type Read<T> = T | null | typeof unreadable

const longestName = 100

/** Control characters and those that turn the direction of writing, with which a name passes for another one. */
const deceptive = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u

const isUnknown = (text: string) => text === "" || text === "?"

/** A name as it is kept: composed, without space around it or twice inside it. */
export function nameIn(value: string): Read<string> {
  const name = value.normalize("NFC").replaceAll(/\s+/g, " ").trim()
  if (isUnknown(name)) return null
  return name.length > longestName || deceptive.test(name) ? unreadable : name
}

/** A number by which an incident is known, such as INC0000045. */
export function numberIn(value: string): string | null {
  const number = value.trim()
  return /^[A-Za-z]{2,10}\d{3,15}$/.test(number) ? number.toUpperCase() : null
}

/** A count from 0. */
export function countIn(value: string): Read<number> {
  const text = value.trim()
  if (isUnknown(text)) return null
  return /^\d{1,9}$/.test(text) ? Number(text) : unreadable
}

export function switchIn(value: string): Read<boolean> {
  const text = value.trim().toLowerCase()
  if (isUnknown(text)) return null
  if (text === "true" || text === "yes" || text === "1") return true
  return text === "false" || text === "no" || text === "0" ? false : unreadable
}

const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const firstYear = 1990

/**
 * A moment: day, month, year and time, or the other way round; the log names no time zone, so it is taken for UTC.
 * What no calendar has (31-02), what was before there were such logs and what lies after `latest` cannot be right.
 */
export function momentIn(value: string, latest: Iso): Read<Iso> {
  const text = value.trim()
  if (isUnknown(text)) return null
  const byDay = dayFirst.exec(text)
  const [, year, month, day] = yearFirst.exec(text) ?? [null, byDay?.[3], byDay?.[2], byDay?.[1]]
  const [hour = "0", minute = "0", second = "0"] = (byDay ?? yearFirst.exec(text) ?? []).slice(4)
  if (year === undefined || month === undefined || day === undefined) return unreadable
  const numbers = [year, month, day, hour, minute, second].map(Number)
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = numbers
  const date = new Date(Date.UTC(y, mo - 1, d, h, mi, s))
  const isReal =
    date.getUTCFullYear() === y && date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && h < 24 && mi < 60 && s < 60 && y >= firstYear
  if (!isReal) return unreadable
  const iso = date.toISOString()
  return iso > latest ? unreadable : iso
}

const priorities: Record<string, Priority> = {
  1: "critical",
  2: "high",
  3: "medium",
  4: "low",
  5: "low",
  critical: "critical",
  urgent: "critical",
  high: "high",
  moderate: "medium",
  medium: "medium",
  low: "low",
  planning: "low",
}
const levels: Record<string, Level> = { 1: "high", 2: "medium", 3: "low", high: "high", medium: "medium", low: "low" }

/** "3 - Moderate": the digit decides, or the word where there is none. */
function ranked<T>(value: string, known: Record<string, T>): Read<T> {
  const text = value.trim().toLowerCase()
  if (isUnknown(text)) return null
  const [, digit, word] = /^(?:(\d)(?:\s*-\s*|$))?(?:([a-z]+))?$/.exec(text) ?? []
  const key = digit ?? word ?? ""
  return Object.hasOwn(known, key) ? (known[key] as T) : unreadable
}
export const priorityIn = (value: string): Read<Priority> => ranked(value, priorities)
export const levelIn = (value: string): Read<Level> => ranked(value, levels)
