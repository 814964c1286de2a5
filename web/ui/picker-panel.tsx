// A searchable listbox: the inside of every picker. The field keeps the focus, the arrows walk the options.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { Icon } from "./icon.tsx"
import { Kbd } from "./kbd.tsx"
import { arrange, type PickerOption } from "./picker-options.ts"

export type PickerPanelProps = {
  label: string
  /** In the search field: "Change status…". */
  placeholder?: string
  keys?: string
  options: readonly PickerOption[]
  selected: readonly string[]
  multiple?: boolean
  /** Number keys choose while nothing is typed. */
  numbered?: boolean
  loading?: boolean
  empty?: ReactNode
  footer?: ReactNode
  onPick: (value: string) => void
  /** Backspace in the empty field. */
  onClear?: () => void
  /** For options that the server finds; they are then shown as they come. */
  onQuery?: (query: string) => void
  /** Offers what was typed as a new value. */
  create?: { label: (query: string) => string; run: (query: string) => void }
}

const createValue = "\u0000create"

export function PickerPanel(props: PickerPanelProps) {
  const {
    label,
    placeholder,
    keys,
    options,
    selected,
    multiple = false,
    numbered = false,
    loading = false,
    empty,
    footer,
    onPick,
    onClear,
    onQuery,
    create,
  } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState("")
  const [active, setActive] = useState<string | null>(null)
  const { groups, hidden } = arrange(options, onQuery ? "" : query)
  const shown = groups.flatMap((group) => group.options)
  const typed = query.trim()
  const exact = shown.some((option) => option.label.toLowerCase() === typed.toLowerCase())
  const creates = create && typed !== "" && !exact
  const enabled = shown.filter((option) => !option.disabledReason)
  const walk = [...enabled.map((option) => option.value), ...(creates ? [createValue] : [])]
  const chosen = selected.find((value) => walk.includes(value))
  const current = active !== null && walk.includes(active) ? active : typed === "" && chosen ? chosen : (walk[0] ?? null)

  useEffect(() => {
    if (current !== null) list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: "nearest" })
  }, [current])

  const pick = (value: string | null) => {
    if (value === null) return
    if (value === createValue) create?.run(typed)
    else onPick(value)
    if (multiple) setQuery("")
  }
  const step = (by: number) => {
    const at = current === null ? -1 : walk.indexOf(current)
    setActive(walk[(at + by + walk.length) % walk.length] ?? null)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const number =
      numbered && query === "" && /^[1-9]$/.test(event.key) && !event.metaKey && !event.ctrlKey && !event.altKey
        ? enabled[Number(event.key) - 1]
        : undefined
    if (number) pick(number.value)
    else if (event.key === "ArrowDown") step(1)
    else if (event.key === "ArrowUp") step(-1)
    else if (event.key === "Home" && query === "") setActive(walk[0] ?? null)
    else if (event.key === "End" && query === "") setActive(walk.at(-1) ?? null)
    else if (event.key === "Enter") pick(current)
    else if (event.key === "Backspace" && query === "" && onClear) onClear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const optionId = (value: string) => `${id}-${value === createValue ? "create" : shown.findIndex((option) => option.value === value)}`
  const row = (value: string, option: PickerOption | null, content: ReactNode, right: ReactNode) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here by aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled on the field
    <div
      key={value}
      id={optionId(value)}
      role="option"
      aria-selected={selected.includes(value)}
      aria-disabled={option?.disabledReason ? true : undefined}
      data-active={value === current}
      onPointerMove={() => !option?.disabledReason && setActive(value)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => !option?.disabledReason && pick(value)}
      className={cx(
        "flex h-[30px] items-center gap-[9px] rounded-sm px-2 max-md:h-touch max-md:text-15",
        option?.disabledReason ? "text-disabled *:[svg]:text-disabled!" : value === current && "bg-hover",
      )}
    >
      {content}
      {right && <span className="ml-auto flex shrink-0 items-center gap-2 pl-3 text-12 text-faint">{right}</span>}
    </div>
  )

  return (
    <div className="flex max-h-[min(360px,var(--radix-popover-content-available-height,360px))] min-w-[250px] flex-col">
      <div className="flex h-[38px] shrink-0 items-center gap-2 border-b border-border-soft px-3 max-md:h-touch">
        <input
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current === null ? undefined : optionId(current)}
          placeholder={placeholder ?? label}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(null)
            onQuery?.(event.target.value)
          }}
          onKeyDown={keyDown}
          className="h-full min-w-0 flex-1 bg-transparent outline-none max-md:text-[16px]"
        />
        {keys && <Kbd keys={keys} />}
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple || undefined}
        className="min-h-0 flex-1 overflow-y-auto p-1"
      >
        {groups.map((group) => {
          const rows = group.options.map((option) => {
            const on = selected.includes(option.value)
            const number = numbered && query === "" ? enabled.indexOf(option) + 1 : 0
            return row(
              option.value,
              option,
              <>
                {multiple && <Tick on={on} />}
                {option.icon}
                <span className="truncate">{option.label}</span>
              </>,
              <>
                {option.disabledReason ?? option.note}
                {on && !multiple && <Icon name="check" size={14} />}
                {number > 0 && number < 10 && !on && <Kbd keys={String(number)} />}
              </>,
            )
          })
          return group.section === undefined ? (
            rows
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: groups of a listbox have no element of their own
            <div key={group.section} role="group" aria-label={group.section}>
              <div aria-hidden="true" className="px-2 pt-2 pb-1 text-12 font-medium text-faint">
                {group.section}
              </div>
              {rows}
            </div>
          )
        })}
        {creates &&
          row(
            createValue,
            null,
            <>
              <Icon name="plus" className="text-muted" />
              <span className="truncate">{create.label(typed)}</span>
            </>,
            null,
          )}
      </div>
      {shown.length === 0 && !creates && <p className="px-3 pb-3 text-faint">{loading ? t.ui.searching : (empty ?? t.ui.nothing_found)}</p>}
      {hidden > 0 && <p className="border-t border-border-soft px-3 py-2 text-12 text-faint">{t.ui.more_narrow(hidden)}</p>}
      {footer && <div className="border-t border-border-soft p-1">{footer}</div>}
    </div>
  )
}

function Tick({ on }: { on: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx("grid size-3.5 shrink-0 place-items-center rounded-xs", on ? "bg-accent text-on-accent" : "edge-field")}
    >
      {on && <Icon name="check" size={11} />}
    </span>
  )
}
