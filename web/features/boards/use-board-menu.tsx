// Right click, or the menu key, on a card: the same entries as its Move button. One menu for the whole board.
import { type MouseEvent, type ReactElement, useState } from "react"
import { ContextMenuArea, type MenuEntry } from "../../ui/menu.tsx"
import { t } from "../../words/words.ts"

export function useBoardMenu(menuFor: (id: string) => MenuEntry[]): (children: ReactElement) => ReactElement {
  const [entries, setEntries] = useState<MenuEntry[]>([])
  const opening = (event: MouseEvent) => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]")?.dataset.card : undefined
    // Beside the cards the browser's own menu appears.
    if (id === undefined) event.stopPropagation()
    else setEntries(menuFor(id))
  }
  return (children) => (
    <div className="contents" onContextMenuCapture={opening}>
      <ContextMenuArea label={t.boards.menu.column} entries={entries}>
        {children}
      </ContextMenuArea>
    </div>
  )
}
