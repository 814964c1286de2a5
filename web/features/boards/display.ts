// What a person wants to see on cards and which columns, kept in this browser.
import { useState } from "react"

export const cardParts = ["estimate", "due", "sub_items", "labels"] as const
export type CardPart = (typeof cardParts)[number]
export type CardDisplay = ReadonlySet<CardPart>

const displayKey = "docket.board-cards"
const hiddenKey = (projectId: string): string => `docket.board-hidden:${projectId}`

function read(key: string): string[] | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : text.split(",").filter(Boolean)
  } catch {
    return null
  }
}

function keep(key: string, values: Iterable<string>): void {
  try {
    localStorage.setItem(key, [...values].join(","))
  } catch {
    // Kept for this page only.
  }
}

export function useCardDisplay(): [CardDisplay, (part: CardPart) => void] {
  const [display, setDisplay] = useState<CardDisplay>(() => {
    const kept = read(displayKey)
    return new Set(cardParts.filter((part) => (kept ? kept.includes(part) : part !== "labels")))
  })
  const toggle = (part: CardPart) => {
    const next = new Set(cardParts.filter((each) => display.has(each) !== (each === part)))
    setDisplay(next)
    keep(displayKey, next)
  }
  return [display, toggle]
}

/** Columns put away, by status key; until somebody chooses, those that `atFirst` names. */
export function useHiddenColumns(projectId: string, atFirst: readonly string[]): [ReadonlySet<string>, (key: string) => void] {
  const [chosen, setChosen] = useState<{ projectId: string; keys: string[] | null }>(() => ({
    projectId,
    keys: read(hiddenKey(projectId)),
  }))
  const keys = chosen.projectId === projectId ? chosen.keys : read(hiddenKey(projectId))
  const hidden = new Set(keys ?? atFirst)
  const toggle = (key: string) => {
    const next = hidden.has(key) ? [...hidden].filter((each) => each !== key) : [...hidden, key]
    setChosen({ projectId, keys: next })
    keep(hiddenKey(projectId), next)
  }
  return [hidden, toggle]
}
