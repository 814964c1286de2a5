// What can be done with the open ticket, in the order of how often it is: claim or the next step, then the rest.

import type { AllowedMove, Ticket } from "@docket/contract/tickets"
import { useRef, useState } from "react"
import { useProject } from "../../../live/hooks.ts"
import { Button } from "../../../ui/button.tsx"
import type { IconName } from "../../../ui/icon.tsx"
import { IconButton } from "../../../ui/icon-button.tsx"
import { Menu, type MenuEntry } from "../../../ui/menu.tsx"
import { Popover } from "../../../ui/popover.tsx"
import { SplitButton } from "../../../ui/split-button.tsx"
import { StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { claimAll, copyKeys, copyLinks, moveAll, watchAll } from "../actions.ts"
import { afterMenu } from "../after-menu.ts"
import { MoveForm } from "../pickers/move-form.tsx"
import { needsOf } from "../pickers/move-needs.ts"
import { DeleteDialog } from "./delete-dialog.tsx"
import { otherMoves, primaryMove } from "./primary-move.ts"
import { TransferDialog } from "./transfer-dialog.tsx"
import { WithdrawDialog } from "./withdraw-dialog.tsx"

const words = t.tickets.view
const verbIcons: Partial<Record<AllowedMove["category"], IconName>> = { review: "check", done: "check", waiting: "pause" }

export function TicketActions({
  ticket,
  primary,
  touch = false,
  menuOnly = false,
  onEdit,
  onGone,
}: {
  ticket: Ticket
  /** A draft in the composer owns the one filled button. */
  primary: boolean
  touch?: boolean
  menuOnly?: boolean
  onEdit: () => void
  /** It was deleted here. */
  onGone: () => void
}) {
  const [dialog, setDialog] = useState<"transfer" | "withdraw" | "delete" | null>(null)
  const close = (open: boolean) => !open && setDialog(null)
  const may = (action: Ticket["can"][number]) => ticket.can.includes(action)
  const menu: MenuEntry[] = [
    ...(menuOnly ? moveEntries(ticket) : []),
    {
      label: ticket.watching ? words.watching : words.watch,
      icon: ticket.watching ? "eye-off" : "eye",
      keys: "Shift+S",
      onSelect: () => watchAll([ticket], !ticket.watching),
    },
    ...(may("edit") ? [{ label: words.edit_description, icon: "pencil", onSelect: () => afterMenu(onEdit) } satisfies MenuEntry] : []),
    { label: words.copy_key, icon: "copy", keys: "Mod+.", onSelect: () => copyKeys([ticket]) },
    { label: words.copy_link, icon: "link", keys: "Mod+Shift+,", onSelect: () => copyLinks([ticket]) },
    ...(may("transfer")
      ? [{ label: words.transfer, icon: "move", onSelect: () => afterMenu(() => setDialog("transfer")) } satisfies MenuEntry]
      : []),
    ...(may("withdraw")
      ? [{ label: words.withdraw, icon: "undo", onSelect: () => afterMenu(() => setDialog("withdraw")) } satisfies MenuEntry]
      : []),
    ...(may("delete")
      ? [
          { kind: "separator" } as const,
          { label: words.delete, icon: "trash", danger: true, onSelect: () => afterMenu(() => setDialog("delete")) } satisfies MenuEntry,
        ]
      : []),
  ]
  return (
    <>
      <Menu
        label={words.menu}
        entries={menu}
        align="end"
        trigger={<IconButton icon="dots" label={words.menu} size={touch ? "touch" : "control"} />}
      />
      {!menuOnly && <Moves ticket={ticket} primary={primary} />}
      <TransferDialog tickets={[ticket]} open={dialog === "transfer"} onOpenChange={close} />
      <WithdrawDialog ticket={ticket} open={dialog === "withdraw"} onOpenChange={close} />
      <DeleteDialog tickets={[ticket]} open={dialog === "delete"} onOpenChange={close} onDeleted={onGone} />
    </>
  )
}

/** For menus: those moves that ask nothing; the others are in the status' own picker. */
function moveEntries(ticket: Ticket): MenuEntry[] {
  const simple = ticket.transitions.filter((move) => move.requires.length === 0 && !(ticket.blocked && move.category === "done"))
  if (simple.length === 0) return []
  return [
    ...simple.map(
      (move): MenuEntry => ({
        label: move.name,
        icon: <StatusIcon category={move.category} decorative />,
        note: move.statusName,
        onSelect: () => moveAll([ticket], { key: move.to, name: move.statusName, category: move.category }, {}),
      }),
    ),
    { kind: "separator" },
  ]
}

/** Claim, or the next step; the other moves behind the arrow. What a move needs is asked right here. */
export function Moves({ ticket, primary, round = false }: { ticket: Ticket; primary: boolean; round?: boolean }) {
  const project = useProject(ticket.project.id)
  const [asking, setAsking] = useState<AllowedMove | null>(null)
  const spot = useRef<HTMLSpanElement>(null)
  const needs = (move: AllowedMove) => needsOf(move, [ticket], project?.blockers ?? "refuse")
  const target = (move: AllowedMove) => ({ key: move.to, name: move.statusName, category: move.category })
  const go = (move: AllowedMove) => {
    if (needs(move).length > 0) setAsking(move)
    else moveAll([ticket], target(move), {})
  }
  const claims = ticket.can.includes("claim")
  const first = primaryMove(ticket)
  const rest = claims ? [...(first ? [first] : []), ...otherMoves(ticket)] : otherMoves(ticket)
  const entries = rest.map(
    (move): MenuEntry => ({
      label: move.name,
      icon: <StatusIcon category={move.category} decorative />,
      note: move.statusName,
      onSelect: () => afterMenu(() => go(move)),
    }),
  )
  if (!claims && !first) return null
  const verb = claims ? words.claim : (first?.name ?? "")
  const run = () => (claims ? claimAll([ticket]) : first && go(first))
  const look = {
    variant: primary ? "primary" : "default",
    size: round ? "touch" : "control",
    icon: claims ? "hand" : (first && verbIcons[first.category]) || undefined,
    onClick: run,
  } as const
  return (
    <span ref={spot} className="relative inline-flex">
      {entries.length > 0 && !round ? (
        <SplitButton {...look} menuLabel={words.moves} entries={entries}>
          {verb}
        </SplitButton>
      ) : (
        <Button {...look} className={round ? "rounded-full!" : undefined}>
          {verb}
        </Button>
      )}
      {asking && (
        <Popover
          label={asking.name}
          open
          align="end"
          onOpenChange={(open) => !open && setAsking(null)}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            spot.current?.querySelector("button")?.focus()
          }}
          trigger={<span aria-hidden="true" className="pointer-events-none absolute inset-0" />}
        >
          <MoveForm
            verb={asking.name}
            needs={needs(asking)}
            onMove={(given) => {
              moveAll([ticket], target(asking), given)
              setAsking(null)
            }}
          />
        </Popover>
      )}
    </span>
  )
}
