// Where a card is shown between two others until the server has ranked it: text that is compared by its characters.
const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

/** A rank between two; null is the end of the list on that side. */
export function provisionalRank(before: string | null, after: string | null): string {
  let rank = ""
  for (let at = 0; at < 200; at += 1) {
    const low = before !== null && at < before.length ? digits.indexOf(before.charAt(at)) : 0
    const high = after?.startsWith(rank) && at < after.length ? digits.indexOf(after.charAt(at)) : digits.length
    if (high - low > 1) return rank + digits.charAt(Math.floor((low + high) / 2))
    rank += digits.charAt(low)
  }
  return rank
}
