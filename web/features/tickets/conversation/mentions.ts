// A mention is kept with the person's id, `@[Priya Nair](id)`, and shown while one writes as `@Priya Nair`. These two lead to and fro.
export type Mentioned = ReadonlyMap<string, string>

const written = /@\[([^\]\n]{1,100})\]\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/g

/** The text as it is shown, and who is behind each name. Of two people with one name the second stays written out, so that it means them. */
export function shownText(text: string): { text: string; people: Map<string, string> } {
  const people = new Map<string, string>()
  const shown = text.replace(written, (whole, name: string, id: string) => {
    const known = people.get(name)
    if (known !== undefined && known !== id) return whole
    people.set(name, id)
    return `@${name}`
  })
  return { text: shown, people }
}

/** The text as it is kept: every name that was chosen gets its id back. The longest name first, so that "@Ann" is not found in "@Ann Lee". */
export function keptText(shown: string, people: Mentioned): string {
  const names = [...people.keys()].sort((a, b) => b.length - a.length)
  if (names.length === 0) return shown
  const pattern = new RegExp(`@(${names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?![\\p{L}\\p{N}])`, "gu")
  return shown.replace(pattern, (_, name: string) => `@[${name}](${people.get(name)})`)
}

/** A name as it may stand between the brackets. */
export const mentionName = (name: string): string => name.replaceAll(/[[\]\n]/g, " ").trim()
