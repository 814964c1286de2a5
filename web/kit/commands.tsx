// The palette with sample commands and finds.
import { useMemo, useState } from "react"
import { registry, runCommand, useCommand, useCommandLayer } from "../commands/active.ts"
import type { PalettePage } from "../commands/command.ts"
import { palette } from "../commands/palette-state.ts"
import { usePaletteSource } from "../commands/use-palette-source.ts"
import { announce } from "../ui/announcer.tsx"
import { Avatar } from "../ui/avatar.tsx"
import { Button } from "../ui/button.tsx"
import { StatusIcon } from "../ui/state-icons.tsx"
import { Line, people, Specimen } from "./specimen.tsx"

const tickets = [
  { key: "HELP-1049", title: "Access to the audit folder for external assessors", category: "todo" },
  { key: "WEB-318", title: "Assembly manuals in the customer’s language", category: "active" },
  { key: "HELP-1042", title: "VPN drops every ten minutes on the Utrecht office Wi-Fi", category: "active" },
] as const

const ticketItem = (ticket: (typeof tickets)[number]) => ({
  id: `ticket:${ticket.key}`,
  label: ticket.title,
  code: ticket.key,
  icon: <StatusIcon category={ticket.category} decorative />,
  href: `/kit?${ticket.key}`,
  run: () => announce(`${ticket.key} opened`),
})

function statusPage(): PalettePage {
  return {
    id: "status",
    label: "Change status…",
    items: [
      { id: "s1", label: "Pending", icon: <StatusIcon category="waiting" decorative />, keys: "1", run: () => announce("Pending") },
      { id: "s2", label: "Resolved", icon: <StatusIcon category="review" decorative />, keys: "2", run: () => announce("Resolved") },
      {
        id: "s3",
        label: "Closed",
        icon: <StatusIcon category="done" decorative />,
        disabledReason: "after Resolved",
        run: () => undefined,
      },
    ],
  }
}

export function CommandsSpecimen() {
  const [last, setLast] = useState("none yet")
  const target = useMemo(
    () => ({ tickets: [{ id: "1", key: "HELP-1042", title: "VPN drops every ten minutes on the Utrecht office Wi-Fi" }] }),
    [],
  )
  useCommandLayer(["list", "ticket"], target)
  useCommand("ticket.status", statusPage)
  useCommand("ticket.assign", () => ({
    id: "assign",
    label: "Assign to…",
    items: Object.values(people).map((person) => ({
      id: person.id,
      label: person.name,
      icon: <Avatar person={person} size={18} decorative />,
      run: () => setLast(person.name),
    })),
  }))
  useCommand("ticket.assign_me", () => setLast("assign to me"))
  useCommand("ticket.copy_link", () => setLast("copy link"))
  useCommand("ticket.create", () => setLast("create"))
  useCommand("go.queue", () => setLast("go to the queue"))
  useCommand("go.board", () => setLast("go to the board"))
  useCommand("list.next", () => setLast("next"))
  usePaletteSource("tickets", () => ({
    heading: "Tickets",
    find: (query) => tickets.filter((ticket) => ticket.title.toLowerCase().includes(query.toLowerCase())).map(ticketItem),
    exact: (query) => {
      const plain = query.replace("-", "").toLowerCase()
      const found = tickets.find((ticket) => ticket.key.replace("-", "").toLowerCase() === plain)
      return found ? ticketItem(found) : null
    },
  }))
  usePaletteSource("people", () => ({
    heading: "People",
    prefix: "u",
    things: "people",
    find: (query) =>
      Object.values(people)
        .filter((person) => person.name.toLowerCase().includes(query.toLowerCase()))
        .map((person) => ({
          id: `person:${person.id}`,
          label: person.name,
          icon: <Avatar person={person} size={18} decorative />,
          run: () => setLast(person.name),
        })),
  }))
  return (
    <Specimen title="Commands">
      <Line>
        <Button keys="Mod+K" onClick={() => palette.open()}>
          Palette
        </Button>
        <Button keys="?" onClick={() => palette.help(true)}>
          Shortcuts
        </Button>
        <Button keys="S" onClick={() => runCommand("ticket.status")}>
          Status
        </Button>
      </Line>
      <p className="text-muted">
        Last: <output>{last}</output>. Try G Q. {registry.commands.length} commands.
      </p>
    </Specimen>
  )
}
