// Right click on a row: what its keys do, by name. For a selection when the row belongs to it.

import { type ReactElement, useState } from "react"
import { runCommand, useRegistry } from "../../../commands/active.ts"
import { keysOf } from "../../../commands/command.ts"
import { ContextMenuArea, type MenuEntry } from "../../../ui/menu.tsx"
import { t } from "../../../words/words.ts"
import { afterMenu } from "../after-menu.ts"

const offered = [
  ["list.open", "list.peek", "list.select"],
  ["ticket.claim", "ticket.assign_me", "ticket.status", "ticket.assign", "ticket.priority", "ticket.labels", "ticket.due"],
  ["ticket.watch", "ticket.copy_key", "ticket.copy_link"],
  ["ticket.delete"],
]

export function RowMenu({ onOpen, children }: { onOpen: (row: string) => void; children: ReactElement }) {
  const registry = useRegistry()
  const [open, setOpen] = useState(false)
  const groups = open
    ? offered.map((ids) =>
        registry
          .available()
          .filter((command) => ids.includes(command.id))
          .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
      )
    : []
  const entries = groups
    .filter((group) => group.length > 0)
    .flatMap((group, at): MenuEntry[] => [
      ...(at > 0 ? [{ kind: "separator" } as const] : []),
      ...group.map(
        (command): MenuEntry => ({
          label: registry.label(command),
          icon: command.icon,
          keys: keysOf(command)[0],
          danger: command.id === "ticket.delete",
          onSelect: () => afterMenu(() => runCommand(command.id)),
        }),
      ),
    ])
  return (
    <ContextMenuArea label={t.tickets.view.menu} entries={entries} onOpenChange={setOpen}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: everything in the menu is on keys, too */}
      <div
        className="flex min-h-0 flex-1 flex-col"
        onContextMenu={(event) => {
          const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]")?.dataset.row : undefined
          if (row === undefined) event.preventDefault()
          else onOpen(row)
        }}
      >
        {children}
      </div>
    </ContextMenuArea>
  )
}
