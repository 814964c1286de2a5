// A filter as a sentence of three buttons: field, operator, value. Each part can be the trigger of a Picker or Menu.
import type { ComponentProps, ReactNode } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { Icon } from "./icon.tsx"

/** `label` is the whole sentence for screen readers: "Priority is any of Critical, High". */
export function Pill({ label, onRemove, children }: { label: string; onRemove?: () => void; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie in a line of pills
    <span
      role="group"
      aria-label={label}
      className="inline-flex h-[26px] max-w-full items-stretch rounded-sm bg-raised whitespace-nowrap edge-line *:border-l *:border-border-soft *:first:border-0 max-md:h-9"
    >
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={t.ui.remove_filter(label)}
          onClick={onRemove}
          className="grid w-6 place-items-center rounded-r-sm text-faint hover:bg-hover hover:text-text"
        >
          <Icon name="x" size={12} />
        </button>
      )}
    </span>
  )
}

const kinds = { field: "text-muted first:pl-2", operator: "text-faint", value: "min-w-0 font-medium" }

export type PillPartProps = ComponentProps<"button"> & { kind: keyof typeof kinds }

export function PillPart({ kind, className, type, ...rest }: PillPartProps) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className={cx(
        "inline-flex items-center gap-[5px] px-[7px] first:rounded-l-sm last:rounded-r-sm hover:bg-hover focus-visible:-outline-offset-2 data-[state=open]:bg-pressed",
        kinds[kind],
        className,
      )}
    />
  )
}

/** The same sentence without buttons, as an empty state repeats it. */
export function PillText({ field, operator, value }: { field: ReactNode; operator: ReactNode; value: ReactNode }) {
  return (
    <span className="inline-flex h-[26px] items-stretch rounded-sm bg-raised text-13 whitespace-nowrap edge-line *:flex *:items-center *:border-l *:border-border-soft *:px-[7px] *:first:border-0">
      <span className="text-muted">{field}</span>
      <span className="text-faint">{operator}</span>
      <span className="font-medium text-text">{value}</span>
    </span>
  )
}
