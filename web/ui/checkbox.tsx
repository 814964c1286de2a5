// A box with a tick. Checkbox is the bare control (rows, tables); CheckboxField has its words.
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react"
import { cx } from "./cx.ts"
import { Icon } from "./icon.tsx"

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "onChange" | "checked" | "size"> & {
  checked: boolean | "mixed"
  onChange: (checked: boolean, event: { shiftKey: boolean }) => void
}

export function Checkbox({ checked, onChange, className, ...rest }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === "mixed"
  }, [checked])
  const filled = checked !== false
  return (
    <span className={cx("relative inline-grid size-4 shrink-0 place-items-center", className)}>
      <input
        {...rest}
        ref={box}
        type="checkbox"
        checked={checked === true}
        onChange={(event) =>
          onChange(event.target.checked, { shiftKey: event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey })
        }
        className={cx(
          "peer col-start-1 row-start-1 size-4 appearance-none rounded-xs transition-colors duration-(--d-1) after:absolute after:-inset-1",
          filled
            ? "bg-accent disabled:bg-disabled"
            : "bg-raised edge-field hover:bg-[color-mix(in_oklab,var(--raised),var(--text)_4%)] disabled:bg-transparent disabled:edge-line",
        )}
      />
      {filled && (
        <Icon
          name={checked === "mixed" ? "minus" : "check"}
          size={12}
          className="pointer-events-none relative col-start-1 row-start-1 text-on-accent"
        />
      )}
    </span>
  )
}

export function CheckboxField({ label, hint, ...rest }: Omit<CheckboxProps, "id"> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId()
  return (
    <span className="flex items-start gap-2.5">
      <Checkbox {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined} className="mt-px" />
      <span className="min-w-0">
        <label htmlFor={id} className="block">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block text-12 text-faint">
            {hint}
          </span>
        )}
      </span>
    </span>
  )
}
