// The phone's five ways. More opens the drawer.

import { Icon, type IconName } from "../ui/icon.tsx"
import { AppLink } from "../ui/link.tsx"
import { t } from "../words/words.ts"
import { useDrawer } from "./app-shell.tsx"

export type BottomTab = { label: string; icon: IconName; current?: boolean; fresh?: boolean } & ({ href: string } | { opens: "drawer" })

const look =
  "relative grid content-center justify-items-center gap-[3px] text-11 font-medium text-muted focus-visible:-outline-offset-2 aria-[current=page]:text-accent-text"

export function BottomTabs({ tabs }: { tabs: BottomTab[] }) {
  const { open, setOpen } = useDrawer()
  return (
    <nav
      aria-label={t.shell.main}
      className="grid h-16 auto-cols-fr grid-flow-col border-t border-border pb-[max(6px,env(safe-area-inset-bottom))] paper-bg"
    >
      {tabs.map((tab) => {
        const face = (
          <>
            <Icon name={tab.icon} size={22} />
            {tab.label}
            {tab.fresh && (
              <i
                role="img"
                aria-label={t.shell.new_since}
                className="absolute top-[9px] left-[calc(50%+10px)] size-2 rounded-full bg-stub shadow-[0_0_0_2px_var(--bg)]"
              />
            )}
          </>
        )
        return "href" in tab ? (
          <AppLink key={tab.label} href={tab.href} aria-current={tab.current ? "page" : undefined} className={look}>
            {face}
          </AppLink>
        ) : (
          <button key={tab.label} type="button" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)} className={look}>
            {face}
          </button>
        )
      })}
    </nav>
  )
}
