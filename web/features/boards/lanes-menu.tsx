// How the board is laid out: its lanes, what its cards say, which columns are there.
import { useState } from "react"
import { useCommand } from "../../commands/active.ts"
import { Button } from "../../ui/button.tsx"
import { Menu, type MenuEntry } from "../../ui/menu.tsx"
import { t } from "../../words/words.ts"
import type { BoardColumn } from "./columns.ts"
import { type CardDisplay, type CardPart, cardParts } from "./display.ts"
import { type LaneChoice, laneChoices } from "./lanes.ts"

export type LayoutMenusProps = {
  choice: LaneChoice
  onChoice: (choice: LaneChoice) => void
  /** Epics exist only where work is planned. */
  choices: readonly LaneChoice[]
  display: CardDisplay
  onDisplay: (part: CardPart) => void
  columns: readonly BoardColumn[]
  hidden: ReadonlySet<string>
  onHidden: (column: string) => void
}

export function laneEntries({ choice, onChoice, choices }: LayoutMenusProps): MenuEntry[] {
  return laneChoices
    .filter((each) => choices.includes(each))
    .map((each) => ({ label: t.boards.lanes.option[each], checked: each === choice, onSelect: () => onChoice(each) }))
}

export function displayEntries({ display, onDisplay, columns, hidden, onHidden }: LayoutMenusProps): MenuEntry[] {
  const words = t.boards.display
  return [
    { kind: "heading", label: words.card },
    ...cardParts.map((part): MenuEntry => ({ label: words[part], checked: display.has(part), onSelect: () => onDisplay(part) })),
    { kind: "separator" },
    { kind: "heading", label: words.columns },
    ...columns.map((column): MenuEntry => ({ label: column.name, checked: !hidden.has(column.key), onSelect: () => onHidden(column.key) })),
  ]
}

export function LayoutMenus(props: LayoutMenusProps) {
  const [open, setOpen] = useState(false)
  useCommand("list.display", () => setOpen(true))
  return (
    <>
      <Menu
        label={t.boards.lanes.title}
        entries={laneEntries(props)}
        align="end"
        trigger={<Button variant="ghost">{t.boards.lanes.label(t.boards.lanes.by[props.choice])}</Button>}
      />
      <Menu
        label={t.boards.display.title}
        entries={displayEntries(props)}
        align="end"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button variant="ghost" icon="sliders" keys="Shift+V">
            {t.boards.display.title}
          </Button>
        }
      />
    </>
  )
}
