// How this person uses the keyboard: whether single keys count, and what they remember.

const singleKeys = "docket.single-keys"
const recents = "docket.recent"

export type Recent = { id: string; label: string; code?: string; href: string; icon?: string }

export function singleCharacters(): boolean {
  try {
    return localStorage.getItem(singleKeys) !== "off"
  } catch {
    return true
  }
}

export function setSingleCharacters(on: boolean): void {
  try {
    if (on) localStorage.removeItem(singleKeys)
    else localStorage.setItem(singleKeys, "off")
  } catch {
    // Storage can be forbidden; single keys then stay on.
  }
}

export function recentItems(): Recent[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(recents) ?? "[]")
    return Array.isArray(stored) ? stored.filter(isRecent) : []
  } catch {
    return []
  }
}

export function remember(item: Recent): void {
  const next = [item, ...recentItems().filter((each) => each.href !== item.href)].slice(0, 8)
  try {
    localStorage.setItem(recents, JSON.stringify(next))
  } catch {
    // Nothing is remembered then.
  }
}

/** On signing out: what one person looked at is nobody else's business. */
export function forgetRecent(): void {
  try {
    localStorage.removeItem(recents)
  } catch {
    // Nothing was remembered either.
  }
}

function isRecent(value: unknown): value is Recent {
  return (
    typeof value === "object" &&
    value !== null &&
    "href" in value &&
    typeof value.href === "string" &&
    "label" in value &&
    typeof value.label === "string"
  )
}
