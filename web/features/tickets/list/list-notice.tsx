// Others moved rows while someone looks: they stay where they are, and this offers the new order.
import { Icon } from "../../../ui/icon.tsx"
import { t } from "../../../words/words.ts"

export function ListNotice({ moved, onRefresh }: { moved: number; onRefresh: () => void }) {
  if (moved === 0) return null
  return (
    <div className="pointer-events-none absolute inset-x-0 top-2 z-10 grid justify-items-center">
      <button
        type="button"
        onClick={onRefresh}
        title={t.tickets.list.changed_by_others}
        className="pointer-events-auto flex h-7 animate-menu-in items-center gap-1.5 rounded-full pr-3 pl-2.5 text-12 font-medium paper-raised edge-float hover:bg-[color-mix(in_oklab,var(--raised),var(--text)_4%)]"
      >
        <Icon name="cycle" size={14} className="text-accent-text" />
        {t.tickets.list.moved(moved)}, <span className="text-accent-text">{t.tickets.list.refresh}</span>
      </button>
    </div>
  )
}
