// How a person is abbreviated and tinted.

/** "Amara Okafor" → "AO", "Ravi" → "R", "Ana Maria de Souza" → "AS". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0] ?? ""
  const last = words.length > 1 ? (words.at(-1) ?? "") : ""
  return [first, last]
    .map((word) => [...word][0] ?? "")
    .join("")
    .toLocaleUpperCase()
}

/** 0 to 5, always the same for the same id. */
export function tint(id: string): number {
  let hash = 2166136261
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619)
  return ((hash ^ (hash >>> 15)) >>> 0) % 6
}
