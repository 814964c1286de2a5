// The command palette: everything that can be done here, said or typed. It opens with what concerns the ticket in hand.
import { Command as Cmdk } from "cmdk"
import { Dialog } from "radix-ui"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { cx } from "../ui/cx.ts"
import { scrim } from "../ui/dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import { Kbd } from "../ui/kbd.tsx"
import { useNavigation } from "../ui/link.tsx"
import { VisuallyHidden } from "../ui/visually-hidden.tsx"
import { t } from "../words/words.ts"
import { useRegistry } from "./active.ts"
import { isPage, type PaletteItem } from "./command.ts"
import { marked } from "./palette-items.ts"
import { palette, usePalette } from "./palette-state.ts"
import { remember } from "./preferences.ts"
import { usePaletteGroups } from "./use-palette-groups.ts"

export function Palette() {
  const { open } = usePalette()
  const before = useRef<Element | null>(null)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && palette.close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={scrim} />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector<HTMLElement>("[cmdk-input]")?.focus()
          }}
          onCloseAutoFocus={(event) => {
            // What ran may have put the focus somewhere; only if it did not, it goes back.
            event.preventDefault()
            if (document.activeElement === document.body && before.current instanceof HTMLElement) before.current.focus()
          }}
          className="fixed inset-x-4 top-[104px] z-40 mx-auto flex max-h-[min(560px,calc(100dvh-144px))] max-w-[640px] flex-col overflow-hidden rounded-lg paper-raised edge-modal outline-none data-[state=open]:animate-dialog-in max-md:inset-0 max-md:max-h-none max-md:max-w-none max-md:rounded-none"
        >
          <Dialog.Title className="sr-only">{t.commands.palette}</Dialog.Title>
          <Inside />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Inside() {
  const { pages, sources } = usePalette()
  const { navigate } = useNavigation()
  const page = pages.at(-1) ?? null
  const [typed, setTyped] = useState("")
  const { groups, query, busy } = usePaletteGroups(typed, page, navigate)
  const choose = (item: PaletteItem) => {
    if (item.disabledReason) return
    if (item.href) remember({ id: item.id, label: item.label, code: item.code, href: item.href })
    if (!item.asks) flushSync(palette.close)
    const result = item.run()
    if (isPage(result)) {
      setTyped("")
      if (item.asks) palette.push(result)
      else palette.open(result)
    } else palette.close()
  }
  const keyDown = (event: KeyboardEvent) => {
    const numbered = typed === "" && /^[1-9]$/.test(event.key) ? page?.items.find((item) => item.keys === event.key) : undefined
    if (numbered) {
      event.preventDefault()
      choose(numbered)
    }
    if (event.key === "Backspace" && typed === "" && page) {
      event.preventDefault()
      palette.back()
    }
  }
  const root = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState("")
  useEffect(() => {
    // cmdk keeps pointing at a row that is gone when the finds change under it.
    const selected = root.current?.querySelector('[cmdk-item][aria-selected="true"]')
    for (const element of root.current?.querySelectorAll("[aria-activedescendant]") ?? [])
      if (selected) element.setAttribute("aria-activedescendant", selected.id)
  })
  const prefixes = sources.filter((source) => source.prefix && source.things)
  return (
    <Cmdk
      label={t.commands.palette}
      shouldFilter={false}
      loop
      ref={root}
      value={active}
      onValueChange={setActive}
      onKeyDown={keyDown}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TargetChip />
      <div className="flex h-[54px] shrink-0 items-center gap-2.5 border-b border-border-soft px-[18px]">
        {page && (
          <button
            type="button"
            aria-label={t.commands.footer_back}
            onClick={palette.back}
            className="-ml-1.5 grid size-7 place-items-center rounded-sm text-muted hover:bg-hover"
          >
            <Icon name="left" />
          </button>
        )}
        <Cmdk.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={page?.label ?? t.commands.palette_placeholder}
          className="h-full min-w-0 flex-1 bg-transparent text-17 outline-none"
        />
        <button type="button" onClick={palette.close} className="rounded-xs">
          <VisuallyHidden>{t.ui.close} </VisuallyHidden>
          <Kbd keys="Escape" />
        </button>
      </div>
      <Cmdk.List label={page?.label ?? t.commands.palette} className="min-h-0 flex-1 overflow-y-auto pb-2">
        {groups.map((group) => (
          <Cmdk.Group
            key={group.heading}
            heading={group.heading || undefined}
            className="[&_[cmdk-group-heading]]:px-[18px] [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint first:pt-2"
          >
            {group.items.map((item) => (
              <Row key={item.id} item={item} query={query} onChoose={choose} />
            ))}
          </Cmdk.Group>
        ))}
      </Cmdk.List>
      {groups.length === 0 && (
        <div className="px-[18px] py-8 text-center">
          <p className="font-medium">{busy ? t.commands.searching : t.commands.nothing}</p>
          {!busy && <p className="mt-1 text-muted">{t.commands.nothing_try}</p>}
        </div>
      )}
      {groups.length > 0 && busy && <p className="px-[18px] pb-2 text-12 text-faint">{t.commands.searching}</p>}
      <footer className="flex h-10 shrink-0 items-center gap-4 border-t border-border-soft px-[18px] text-12 text-faint max-md:hidden">
        <Hint keys={["ArrowUp", "ArrowDown"]} words={t.commands.footer_move} />
        <Hint keys={["Enter"]} words={t.commands.footer_run} />
        {page && <Hint keys={["Backspace"]} words={t.commands.footer_back} />}
        {!page && prefixes.length > 0 && (
          <span className="ml-auto">
            {t.commands.footer_prefixes(
              prefixes.map((source) => source.prefix).join(", "),
              prefixes.map((source) => source.things).join(", "),
            )}
          </span>
        )}
      </footer>
    </Cmdk>
  )
}

function TargetChip() {
  const tickets = useRegistry().context().target?.tickets ?? []
  const [first] = tickets
  if (!first) return null
  return (
    <span className="mx-4 mt-3.5 flex h-mini w-fit max-w-[calc(100%-32px)] items-center gap-[7px] rounded-sm bg-pressed px-[9px] text-12 text-muted">
      <b className="shrink-0 font-medium whitespace-nowrap text-text tabular-nums">
        {tickets.length > 1 ? t.commands.target_many(tickets.length) : t.commands.target_one(first.key)}
      </b>
      {tickets.length === 1 && <span className="truncate">{first.title}</span>}
    </span>
  )
}

function Row({ item, query, onChoose }: { item: PaletteItem; query: string; onChoose: (item: PaletteItem) => void }) {
  const right = item.disabledReason ?? item.note
  return (
    <Cmdk.Item
      value={item.id}
      disabled={Boolean(item.disabledReason)}
      onSelect={() => onChoose(item)}
      className="mx-2 flex h-9 items-center gap-[11px] rounded-sm px-2.5 data-[disabled=true]:text-disabled data-[selected=true]:paper-selected max-md:h-12 max-md:text-15"
    >
      <span
        className={cx(
          "grid size-[18px] shrink-0 place-items-center text-muted",
          item.disabledReason && "text-disabled *:[svg]:text-disabled!",
        )}
      >
        {typeof item.icon === "string" ? <Icon name={item.icon} /> : item.icon}
      </span>
      {item.code && <span className="shrink-0 text-faint tabular-nums">{item.code}</span>}
      <span className="min-w-0 truncate">
        {marked(item.label, query).map((part, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one label
          part.hit ? <mark key={at}>{part.text}</mark> : part.text,
        )}
      </span>
      {right && <span className={cx("truncate text-faint", item.disabledReason ? "ml-auto" : "shrink-0")}>{right}</span>}
      {item.keys && (
        <span className="ml-auto max-md:hidden">
          <Kbd keys={item.keys} />
        </span>
      )}
    </Cmdk.Item>
  )
}

function Hint({ keys, words }: { keys: string[]; words: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {keys.map((each) => (
        <Kbd key={each} keys={each} />
      ))}
      {words}
    </span>
  )
}
