// While the second key of a sequence is awaited: which keys would lead where.
import { Kbd } from "../ui/kbd.tsx"
import { t } from "../words/words.ts"
import { registry } from "./active.ts"
import type { Binding } from "./sequencer.ts"

export function SequenceHint({ prefix, next }: { prefix: string; next: Binding[] }) {
  return (
    <div
      role="status"
      aria-label={t.commands.hint}
      className="fixed inset-x-0 bottom-5 z-40 mx-auto flex w-fit max-w-[calc(100vw-32px)] animate-fade-in flex-wrap items-center gap-x-4 gap-y-1.5 rounded-xl px-3.5 py-2.5 paper-raised edge-modal"
    >
      <Kbd keys={prefix} />
      {next.map((binding) => {
        const command = registry.commands.find((each) => each.id === binding.id)
        return (
          <span key={binding.id} className="flex items-center gap-1.5 text-muted">
            <Kbd keys={binding.keys.split(" ")[1] ?? ""} />
            {command && registry.label(command)}
          </span>
        )
      })}
    </div>
  )
}
