// The frame of everything before one is in: the form at the left, the slips at the right, the theme at the foot.
import type { FormEvent, ReactNode } from "react"
import { useTheme } from "../theme.ts"
import { Banner } from "../ui/banner.tsx"
import { Button } from "../ui/button.tsx"
import { Mark } from "../ui/mark.tsx"
import { Menu } from "../ui/menu.tsx"
import { ToastRegion } from "../ui/toast-region.tsx"
import { t } from "../words/words.ts"
import { Slips } from "./slips.tsx"

export function EntryFrame({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] paper-surface wide:grid-cols-[minmax(480px,44%)_1fr]">
      <main id="main" className="flex min-w-0 flex-col px-12 py-8 max-md:px-5 max-md:py-6">
        <span className="flex items-center gap-2.5 text-17 tracking-[-0.01em]">
          <Mark size={24} />
          <b>Docket</b>
        </span>
        <div className="m-auto flex w-full max-w-[352px] flex-col gap-4 py-8">
          <header>
            <h1 className="text-26 leading-[1.2] font-strong tracking-[-0.017em] text-balance">{title}</h1>
            {lead && <p className="mt-1.5 text-15 text-pretty text-muted">{lead}</p>}
          </header>
          {children}
        </div>
        <footer className="-ml-2.5 flex">
          <ThemeMenu />
        </footer>
      </main>
      <aside aria-label={t.sign_in.slips} className="relative overflow-hidden border-l border-border bg-sunken max-wide:hidden">
        <Slips caption={t.sign_in.slips} />
      </aside>
      <div className="fixed inset-x-3 bottom-5 z-20">
        <ToastRegion />
      </div>
    </div>
  )
}

export function ThemeMenu() {
  const [theme, setTheme] = useTheme()
  const choices = [
    { value: "system", label: t.shell.theme_system, icon: "laptop" },
    { value: "light", label: t.shell.theme_light, icon: "sun" },
    { value: "dark", label: t.shell.theme_dark, icon: "moon" },
  ] as const
  const current = choices.find((choice) => choice.value === theme) ?? choices[0]
  return (
    <Menu
      label={t.shell.theme}
      side="top"
      entries={choices.map((choice) => ({
        label: choice.label,
        icon: choice.icon,
        checked: choice.value === theme,
        onSelect: () => setTheme(choice.value),
      }))}
      trigger={
        <Button variant="ghost" icon={current.icon}>
          {t.shell.theme}: {current.label}
        </Button>
      }
    />
  )
}

/** A form that never leaves the page; the problem that belongs to no field stands above its button. */
export function EntryForm({
  problem,
  submit,
  busy,
  busyLabel,
  onSubmit,
  children,
}: {
  problem?: string
  submit: string
  busy: boolean
  busyLabel: string
  onSubmit: () => void
  children: ReactNode
}) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      {children}
      {problem && <Banner tone="danger">{problem}</Banner>}
      <Button type="submit" variant="primary" size="touch" block busy={busy} busyLabel={busyLabel}>
        {submit}
      </Button>
    </form>
  )
}
