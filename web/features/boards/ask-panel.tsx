// What a move still needs, asked at the card it is about. Leaving it puts the card back.
import type { AllowedMove } from "@docket/contract/tickets"
import { Popover } from "../../ui/popover.tsx"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { MoveForm } from "../tickets/pickers/move-form.tsx"
import type { Given, Need } from "../tickets/pickers/move-needs.ts"

export type AskPanelProps = {
  ticketKey: string
  move: AllowedMove
  asks: readonly Need[]
  onAnswer: (given: Given) => void
  onCancel: () => void
}

export function AskPanel({ ticketKey, move, asks, onAnswer, onCancel }: AskPanelProps) {
  const title = t.boards.moves.ask(move.name, ticketKey)
  return (
    <Popover
      open
      onOpenChange={(open) => !open && onCancel()}
      label={title}
      trigger={
        <button type="button" tabIndex={-1} aria-label={title} className="pointer-events-none absolute inset-x-6 bottom-0 h-px opacity-0" />
      }
      onCloseAutoFocus={(event) => event.preventDefault()}
    >
      <h3 className="flex items-center gap-2 px-3 pt-3 font-strong">
        <StatusIcon category={move.category} decorative />
        {title}
      </h3>
      <MoveForm verb={move.name} needs={asks} onBack={onCancel} onMove={onAnswer} />
    </Popover>
  )
}
