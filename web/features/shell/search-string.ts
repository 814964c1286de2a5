// Query strings as people write them: `?assignee=me&label=a,b`. Every value is text; what it means is read by the screen, which leaves out what it
// does not understand. No address can make the app fail.
type Search = Record<string, unknown>

export function parseSearch(text: string): Search {
  const search: Record<string, string> = {}
  // of a name that comes twice the first one counts
  for (const [name, value] of new URLSearchParams(text)) search[name] ??= value
  return search
}

export function stringifySearch(search: Search): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value !== undefined && value !== null) parameters.set(name, String(value))
  const text = parameters.toString().replaceAll("%2C", ",").replaceAll("%21", "!")
  return text === "" ? "" : `?${text}`
}
