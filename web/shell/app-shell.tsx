// The staff's frame: sidebar, main, floor. Below 1100 the sidebar is a drawer, below 768 tabs lie at the bottom.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react"
import { Floor } from "../ui/floor.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { useNarrow } from "../ui/media.ts"
import { Sheet } from "../ui/sheet.tsx"
import { t } from "../words/words.ts"
import { SkipLink } from "./skip-link.tsx"

type Drawer = { narrow: boolean; open: boolean; setOpen: (open: boolean) => void }
const DrawerContext = createContext<Drawer>({ narrow: false, open: false, setOpen: () => undefined })

export function useDrawer(): Drawer {
  return useContext(DrawerContext)
}

export type AppShellProps = {
  /** A Sidebar. */
  sidebar: ReactNode
  /** BottomTabs, shown on phones. */
  tabs?: ReactNode
  /** Between the window's top and the page: "reconnecting", "offline". */
  notice?: ReactNode
  /** A page: PageBar, FilterBar, and what scrolls. */
  children: ReactNode
}

export function AppShell({ sidebar, tabs, notice, children }: AppShellProps) {
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const drawer = useMemo(() => ({ narrow, open: narrow && open, setOpen }), [narrow, open])
  return (
    <DrawerContext value={drawer}>
      <SkipLink />
      <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden lg:grid-cols-[var(--w-sidebar)_minmax(0,1fr)]">
        <div className="col-span-full">{notice}</div>
        {narrow ? (
          <Sheet side="left" open={open} onOpenChange={setOpen} title={t.shell.menu} hideTitle>
            {sidebar}
          </Sheet>
        ) : (
          <div className="min-h-0 border-r border-border paper-bg">{sidebar}</div>
        )}
        <main id="main" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-col paper-surface outline-none">
          {children}
          <Floor />
        </main>
        {tabs && <div className="col-span-full md:hidden">{tabs}</div>}
      </div>
    </DrawerContext>
  )
}

/** Opens the drawer; nothing where the sidebar stands. */
export function DrawerButton({ className }: { className?: string }) {
  const { narrow, setOpen } = useDrawer()
  if (!narrow) return null
  return <IconButton icon="menu" label={t.shell.open_menu} className={className} onClick={() => setOpen(true)} />
}
