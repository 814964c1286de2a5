import { invalid } from "#platform/errors"

/** Manual order: text that is compared by its characters, with always room between two. Digits and small letters, never ending in 0. */
const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
const value = (text: string, at: number) => (at < text.length ? digits.indexOf(text[at]!) : -1)

/** A rank for something new: after everything older; chance keeps two of the same moment apart. */
export const newestRank = (now: string): string =>
  `${Date.parse(now).toString(36)}${Math.floor(Math.random() * 36 ** 4)
    .toString(36)
    .padStart(4, "0")}i`

/** A rank strictly between two; null is the end of the list on that side. @throws 400 where `before` does not come before `after`. */
export function rankBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after)
    throw invalid([{ path: "rank", message: "the neighbours are not in this order" }])
  let rank = ""
  let boundedAbove = after !== null
  for (let at = 0; ; at++) {
    const low = Math.max(0, value(before ?? "", at))
    const high = boundedAbove ? Math.max(0, value(after ?? "", at)) : digits.length
    if (high - low > 1) return rank + digits[Math.floor((low + high) / 2)]
    rank += digits[low]
    if (high > low) boundedAbove = false
  }
}
