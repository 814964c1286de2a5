// The properties laid out: in groups at the right of the page, in two columns in the peek, as chips on narrow screens.
import type { Ticket } from "@docket/contract/tickets"
import { useState } from "react"
import { useProject } from "../../../live/hooks.ts"
import { Button } from "../../../ui/button.tsx"
import { cx } from "../../../ui/cx.ts"
import { Icon } from "../../../ui/icon.tsx"
import { Sheet } from "../../../ui/sheet.tsx"
import { t } from "../../../words/words.ts"
import { LinksPanel } from "./links-panel.tsx"
import { arrange, type Property, type PropertyGroup } from "./properties.tsx"
import { PropertyChip, PropertyLine } from "./property-look.tsx"

const words = t.tickets.view
const groups: PropertyGroup[] = ["details", "planning", "people"]
const groupNames: Record<PropertyGroup, string> = { details: words.details, planning: words.planning, people: words.people }
type Props = { ticket: Ticket; partial: boolean }

function Lines({ properties, ticket, narrow }: { properties: readonly Property[]; ticket: Ticket; narrow?: boolean }) {
  return properties.map(({ id, label, Value }) => (
    <PropertyLine key={id} id={id} label={label} narrow={narrow}>
      <Value ticket={ticket} />
    </PropertyLine>
  ))
}

function MoreButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  return (
    <Button variant="ghost" size="mini" icon={open ? "up" : "down"} aria-expanded={open} onClick={onToggle} className="self-start">
      {open ? words.fewer_properties : words.all_properties}
    </Button>
  )
}

/** The right side of the page; also the inside of the phone's sheet. */
export function PropertyGroups({ ticket, partial }: Props) {
  const project = useProject(ticket.project.id)
  const [open, setOpen] = useState(false)
  const { first, more } = arrange(ticket, project)
  return (
    <div className="flex flex-col gap-3.5">
      {groups.map((group) => {
        const shown = [...first, ...(open ? more : [])].filter((property) => property.group === group)
        return shown.length === 0 ? null : (
          <section key={group} aria-label={groupNames[group]} className="flex flex-col">
            <h2 className="px-2 pb-1 text-12 font-medium text-faint">{groupNames[group]}</h2>
            <Lines properties={shown} ticket={ticket} />
          </section>
        )
      })}
      <LinksPanel ticket={ticket} partial={partial} />
      {more.length > 0 && <MoreButton open={open} onToggle={() => setOpen(!open)} />}
    </div>
  )
}

/** In the peek: the ones that count in two columns, the others on request. */
export function PropertyGrid({ ticket }: { ticket: Ticket }) {
  const project = useProject(ticket.project.id)
  const [open, setOpen] = useState(false)
  const { first, more } = arrange(ticket, project)
  const leading = first.filter((property) => property.key || property.id === "category")
  const rest = [...first.filter((property) => !leading.includes(property)), ...more]
  return (
    <div className="-mx-2 flex flex-col gap-1">
      <div className="grid grid-cols-2 gap-x-2 max-sm:grid-cols-1">
        <Lines properties={open ? [...leading, ...rest] : leading} ticket={ticket} narrow />
      </div>
      {rest.length > 0 && <MoreButton open={open} onToggle={() => setOpen(!open)} />}
    </div>
  )
}

/** Below 1100: a line of chips that scrolls sideways; the rest in a sheet. */
export function PropertyChips({ ticket, partial, className }: Props & { className?: string }) {
  const project = useProject(ticket.project.id)
  const [open, setOpen] = useState(false)
  const chips = arrange(ticket, project).first.filter(
    (property) => property.key && property.id !== "requester" && (property.id !== "due" || ticket.dueDate),
  )
  return (
    <div className={cx("flex gap-2 overflow-x-auto [scrollbar-width:none]", className)}>
      {chips.map(({ id, label, Value }) => (
        <PropertyChip key={id} id={id} label={label}>
          <Value ticket={ticket} />
        </PropertyChip>
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="flex h-form shrink-0 items-center gap-[7px] rounded-full bg-raised px-[13px] text-14 font-nav whitespace-nowrap edge-line"
      >
        <Icon name="sliders" className="text-muted" />
        {words.all_properties}
      </button>
      <Sheet open={open} onOpenChange={setOpen} title={words.properties}>
        <div className="p-2 text-15">
          <PropertyGroups ticket={ticket} partial={partial} />
        </div>
      </Sheet>
    </div>
  )
}
