// While a card is carried by the keys: which one, and which keys do what.
import { OnFloor } from "../../ui/floor.tsx"
import { Icon } from "../../ui/icon.tsx"
import { Kbd } from "../../ui/kbd.tsx"
import { t } from "../../words/words.ts"

export function CarryHint({ ticketKey }: { ticketKey: string }) {
  const words = t.boards.moves.hint_keys
  return (
    <OnFloor>
      <div className="flex h-11 max-w-full animate-menu-in items-center gap-3 rounded-lg px-3.5 whitespace-nowrap paper-raised edge-modal [--from:4px]">
        <Icon name="move" className="text-accent-text" />
        <span className="font-medium">{t.boards.moves.hint(ticketKey)}</span>
        <span className="flex items-center gap-1.5 text-faint max-md:hidden">
          <Kbd keys="ArrowLeft" /> <Kbd keys="ArrowRight" /> <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> {words.arrows}
        </span>
        <span className="flex items-center gap-1.5 text-faint">
          <Kbd keys="Enter" /> {words.drop}
        </span>
        <span className="flex items-center gap-1.5 text-faint">
          <Kbd keys="Escape" /> {words.cancel}
        </span>
      </div>
    </OnFloor>
  )
}
