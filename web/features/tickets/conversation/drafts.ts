// What someone began to write, kept in this browser per person, ticket and tab until it is sent.
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">

const prefix = "docket.draft"

export const draftKey = (personId: string, place: string, tab: string): string => `${prefix}:${personId}:${place}:${tab}`

/** Local storage where there is one; else nothing is kept beyond the page. */
function storage(): Store | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

export function readDraft(key: string, store: Store | null = storage()): string {
  try {
    return store?.getItem(key) ?? ""
  } catch {
    return ""
  }
}

/** An empty text removes the draft. */
export function keepDraft(key: string, text: string, store: Store | null = storage()): void {
  try {
    if (text.trim() === "") store?.removeItem(key)
    else store?.setItem(key, text)
  } catch {
    // A full or forbidden storage: the text stays on the screen.
  }
}
