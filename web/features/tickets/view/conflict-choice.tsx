// Two people wrote the same text at once. Both are shown; somebody decides.
import type { TextConflict } from "../../../live/conflicts.ts"
import { resolveConflict } from "../../../live/mutations.ts"
import { Button } from "../../../ui/button.tsx"
import { Icon } from "../../../ui/icon.tsx"
import { t } from "../../../words/words.ts"

const words = t.tickets.conflict

export function ConflictChoice({ ticketId, conflict }: { ticketId: string; conflict: TextConflict }) {
  const sides = [
    { keep: "mine", label: words.mine, text: conflict.mine, verb: words.keep_mine },
    { keep: "theirs", label: words.theirs, text: conflict.theirs, verb: words.keep_theirs },
  ] as const
  return (
    <section role="alert" aria-label={words.title(words.field[conflict.field])} className="my-3 rounded-md bg-warn-tint p-3">
      <p className="flex items-center gap-2">
        <Icon name="warn" className="text-warn" />
        <span>
          <b className="font-medium">{words.title(words.field[conflict.field])}.</b> {words.text}
        </span>
      </p>
      <div className="mt-3 grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        {sides.map((side) => (
          <div key={side.keep} className="flex min-w-0 flex-col gap-2 rounded-md bg-raised p-3 edge-line">
            <h3 className="text-12 font-medium text-faint">{side.label}</h3>
            <p className="max-h-[200px] flex-1 overflow-y-auto text-14 leading-[1.5] wrap-anywhere whitespace-pre-wrap">{side.text}</p>
            <Button className="self-start" onClick={() => void resolveConflict(ticketId, side.keep)}>
              {side.verb}
            </Button>
          </div>
        ))}
      </div>
    </section>
  )
}
