// Texts that two people wrote at once: mine and theirs, until somebody decides.
export type TextConflict = { field: "title" | "description"; mine: string; theirs: string }

const conflicts = new Map<string, TextConflict>()
const listeners = new Set<() => void>()

export const textConflict = {
  of: (ticketId: string): TextConflict | null => conflicts.get(ticketId) ?? null,
  set: (ticketId: string, conflict: TextConflict | null): void => {
    if (conflict === null) conflicts.delete(ticketId)
    else conflicts.set(ticketId, conflict)
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
