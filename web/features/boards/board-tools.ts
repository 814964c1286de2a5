// What cards and cells deep in a board need of it. The functions never change their identity, so that a thousand cards do not render anew.
import { createContext, useContext } from "react"
import type { MenuEntry } from "../../ui/menu.tsx"
import type { CardDisplay } from "./display.ts"

export type BoardTools = {
  display: CardDisplay
  hrefOf: (key: string) => string
  /** This card is the one that keys act on. */
  activate: (id: string) => void
  menuFor: (id: string) => MenuEntry[]
  /** May cards be dragged? Not where one column fills the screen. */
  draggable: boolean
  /** A cell says how to scroll one of its cards into being. */
  registerCell: (cell: string, reveal: (index: number) => void) => () => void
}

export const BoardToolsContext = createContext<BoardTools | null>(null)

export function useBoardTools(): BoardTools {
  const tools = useContext(BoardToolsContext)
  if (!tools) throw new Error("a card needs a board around it")
  return tools
}
