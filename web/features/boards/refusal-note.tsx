// Why a column does not take the card that hovers over it, and the way out. Lies above the cards, so that none of them moves.
import { Icon } from "../../ui/icon.tsx"
import type { RefusalWords } from "./refusal-words.ts"

export function RefusalNote({ rule, instead }: RefusalWords) {
  return (
    <div className="pointer-events-none sticky top-14 z-5 -mb-2 h-0">
      <div className="grid animate-fade-in grid-cols-[16px_1fr] gap-2 rounded-md px-3 py-2.5 leading-[1.4] paper-raised edge-float">
        <Icon name="block" className="mt-px text-danger" />
        <span>
          <b className="block font-medium text-balance">{rule}</b>
          <small className="mt-px block text-muted">{instead}</small>
        </span>
      </div>
    </div>
  )
}
