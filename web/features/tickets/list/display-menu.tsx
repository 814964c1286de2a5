// How the list is shown: grouping, order, height of the rows.
import { useState } from "react"
import { useCommand } from "../../../commands/active.ts"
import { useDensity } from "../../../theme.ts"
import { Button } from "../../../ui/button.tsx"
import { Menu, type MenuEntry } from "../../../ui/menu.tsx"
import { t } from "../../../words/words.ts"
import { type Grouping, groupings } from "./grouping.ts"
import { type Sort, sorts } from "./list-tabs.ts"

export type DisplayProps = {
  grouping: Grouping
  onGrouping: (grouping: Grouping) => void
  sort: Sort
  onSort: (sort: Sort) => void
  /** In one project there is nothing to group by project. */
  oneProject: boolean
}

export function useDisplayEntries({ grouping, onGrouping, sort, onSort, oneProject }: DisplayProps): MenuEntry[] {
  const words = t.tickets.display
  const [density, setDensity] = useDensity()
  return [
    { kind: "heading", label: words.group_by },
    ...groupings
      .filter((each) => each !== "project" || !oneProject)
      .map((each): MenuEntry => ({ label: words.grouping_label[each], checked: each === grouping, onSelect: () => onGrouping(each) })),
    { kind: "separator" },
    { kind: "heading", label: words.order_by },
    ...sorts.map((each): MenuEntry => ({ label: words.sort[each], checked: each === sort, onSelect: () => onSort(each) })),
    { kind: "separator" },
    { kind: "heading", label: words.rows },
    ...(["compact", "comfortable"] as const).map(
      (each): MenuEntry => ({ label: words.density[each], checked: each === density, onSelect: () => setDensity(each) }),
    ),
  ]
}

export function DisplayMenu(props: DisplayProps) {
  const words = t.tickets.display
  const [open, setOpen] = useState(false)
  const entries = useDisplayEntries(props)
  useCommand("list.display", () => setOpen(true))
  return (
    <Menu
      label={words.title}
      entries={entries}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" icon="sliders" keys="Shift+V">
          {props.grouping === "none" ? words.title : words.group(words.grouping[props.grouping])}
        </Button>
      }
    />
  )
}
