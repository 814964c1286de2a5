// Choose from a list at the place of the value: one (Picker, closes) or several (MultiPicker, stays open).
// `panel` replaces the list in the same popover, for the fields that a choice still needs.
import { type ReactElement, type ReactNode, useState } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { useField } from "./field.tsx"
import { Icon } from "./icon.tsx"
import { PickerPanel, type PickerPanelProps } from "./picker-panel.tsx"
import { Popover, type PopoverProps } from "./popover.tsx"
import { VisuallyHidden } from "./visually-hidden.tsx"

export type { PickerOption } from "./picker-options.ts"

type Shared = Omit<PickerPanelProps, "selected" | "multiple" | "onPick" | "onClear"> &
  Pick<PopoverProps, "trigger" | "open" | "onOpenChange" | "align" | "side" | "onCloseAutoFocus"> & { panel?: ReactNode }

/** Open state that the caller may own. */
function useOpen(open: boolean | undefined, onOpenChange: ((open: boolean) => void) | undefined): [boolean, (open: boolean) => void] {
  const [own, setOwn] = useState(false)
  return [
    open ?? own,
    (next) => {
      setOwn(next)
      onOpenChange?.(next)
    },
  ]
}

export type PickerProps = Shared & {
  value: string | null
  /** Return false to keep the picker open, because the choice needs fields (`panel`). */
  onChange: (value: string | null) => unknown
  /** Backspace sets null. */
  clearable?: boolean
}

export function Picker({
  trigger,
  open,
  onOpenChange,
  align,
  side,
  onCloseAutoFocus,
  panel,
  value,
  onChange,
  clearable = false,
  ...rest
}: PickerProps) {
  const [isOpen, setOpen] = useOpen(open, onOpenChange)
  const choose = (next: string | null) => {
    if (onChange(next) !== false) setOpen(false)
  }
  return (
    <Popover
      trigger={trigger}
      label={rest.label}
      open={isOpen}
      onOpenChange={setOpen}
      align={align}
      side={side}
      onCloseAutoFocus={onCloseAutoFocus}
      className="w-max max-w-[min(420px,calc(100vw-16px))] overflow-hidden"
    >
      {panel ?? (
        <PickerPanel
          {...rest}
          selected={value === null ? [] : [value]}
          onPick={choose}
          onClear={clearable ? () => choose(null) : undefined}
        />
      )}
    </Popover>
  )
}

export type MultiPickerProps = Shared & { values: readonly string[]; onChange: (values: string[]) => void }

export function MultiPicker({
  trigger,
  open,
  onOpenChange,
  align,
  side,
  onCloseAutoFocus,
  panel,
  values,
  onChange,
  ...rest
}: MultiPickerProps) {
  const [isOpen, setOpen] = useOpen(open, onOpenChange)
  const toggle = (value: string) => onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value])
  return (
    <Popover
      trigger={trigger}
      label={rest.label}
      open={isOpen}
      onOpenChange={setOpen}
      align={align}
      side={side}
      onCloseAutoFocus={onCloseAutoFocus}
      className="w-max max-w-[min(420px,calc(100vw-16px))] overflow-hidden"
    >
      {panel ?? <PickerPanel {...rest} multiple selected={values} onPick={toggle} onClear={() => onChange(values.slice(0, -1))} />}
    </Popover>
  )
}

/** A Picker that looks like an input, for forms. */
export function PickerField({ size = "form", placeholder, ...rest }: Omit<PickerProps, "trigger"> & { size?: "form" | "touch" }) {
  const field = useField()
  const chosen = rest.options.find((option) => option.value === rest.value)
  return (
    <Picker
      {...rest}
      trigger={
        <button
          type="button"
          {...field}
          aria-label={field.id ? undefined : rest.label}
          className={cx(
            "flex w-full items-center gap-2 rounded-sm bg-raised px-[11px] text-left edge-field aria-invalid:edge-field-error data-[state=open]:edge-field-focus",
            size === "touch" ? "h-[42px] text-15" : "h-form",
          )}
        >
          {chosen?.icon}
          <span className={cx("min-w-0 flex-1 truncate", !chosen && "text-faint")}>{chosen?.label ?? placeholder ?? t.ui.choose}</span>
          <Icon name="down" className="text-faint" />
        </button>
      }
    />
  )
}

/** The trigger of a property that is edited in place: text until the pointer or focus comes, then a field; nothing moves. */
export function PropertyTrigger({
  name,
  readOnly = false,
  reason,
  children,
  className,
  ...rest
}: {
  /** "Status": said before the value. */
  name: string
  readOnly?: boolean
  reason?: string
  children: ReactNode
  className?: string
}): ReactElement {
  const look = cx("flex min-h-control w-full min-w-0 items-center gap-[7px] rounded-sm px-2 text-left font-row", className)
  if (readOnly) {
    return (
      <span title={reason} className={look}>
        {children}
      </span>
    )
  }
  return (
    <button
      type="button"
      {...rest}
      className={cx(look, "hover:bg-hover hover:edge-line data-[state=open]:bg-hover data-[state=open]:edge-line")}
    >
      <VisuallyHidden>{name}: </VisuallyHidden>
      {children}
    </button>
  )
}
