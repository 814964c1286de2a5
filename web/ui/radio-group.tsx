// One of a few. `list` in forms, `chips` and `cards` in the portal, where the choice is the question.
import { RadioGroup as Radix } from "radix-ui"
import type { ReactNode } from "react"
import { cx } from "./cx.ts"
import { Icon, type IconName } from "./icon.tsx"

export type RadioOption<V extends string> = { value: V; label: ReactNode; hint?: ReactNode; icon?: IconName; disabled?: boolean }
export type RadioGroupProps<V extends string> = {
  label: string
  options: RadioOption<V>[]
  value: V | null
  onChange: (value: V) => void
  look?: "list" | "chips" | "cards"
  className?: string
}

const groups = { list: "flex flex-col gap-2", chips: "flex flex-wrap gap-1.5", cards: "grid gap-2 sm:grid-cols-3" }
const picked =
  "bg-raised edge-field hover:bg-[color-mix(in_oklab,var(--raised),var(--text)_3%)] data-[state=checked]:bg-accent-tint data-[state=checked]:edge-choice disabled:text-disabled"

export function RadioGroup<V extends string>({ label, options, value, onChange, look = "list", className }: RadioGroupProps<V>) {
  const choose = (next: string) => {
    const option = options.find((each) => each.value === next)
    if (option) onChange(option.value)
  }
  return (
    <Radix.Root aria-label={label} value={value ?? ""} onValueChange={choose} className={cx(groups[look], className)}>
      {options.map((option) =>
        look === "list" ? (
          <ListChoice key={option.value} option={option} />
        ) : look === "chips" ? (
          <ChipChoice key={option.value} option={option} />
        ) : (
          <CardChoice key={option.value} option={option} />
        ),
      )}
    </Radix.Root>
  )
}

function ListChoice({ option }: { option: RadioOption<string> }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the Radix item is the control inside
    <label className="flex items-start gap-2.5">
      <Radix.Item
        value={option.value}
        disabled={option.disabled}
        className="mt-px grid size-4 shrink-0 place-items-center rounded-full bg-raised edge-field data-[state=checked]:bg-accent data-[state=checked]:shadow-none"
      >
        <Radix.Indicator className="size-1.5 rounded-full bg-on-accent" />
      </Radix.Item>
      <span>
        {option.label}
        {option.hint && <span className="block text-12 text-faint">{option.hint}</span>}
      </span>
    </label>
  )
}

function ChipChoice({ option }: { option: RadioOption<string> }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled}
      className={cx("flex h-9 items-center gap-2 rounded-full px-3.5 text-14 data-[state=checked]:font-medium max-md:h-touch", picked)}
    >
      {option.icon && <Icon name={option.icon} />}
      {option.label}
    </Radix.Item>
  )
}

function CardChoice({ option }: { option: RadioOption<string> }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled}
      className={cx(
        "group grid grid-cols-[18px_1fr] content-start gap-x-2.5 gap-y-0.5 rounded-xl px-3.5 py-3 text-left text-14 leading-[1.35]",
        picked,
      )}
    >
      {option.icon && (
        <Icon name={option.icon} size={18} className="row-span-2 mt-px text-muted group-data-[state=checked]:text-accent-text" />
      )}
      <span className="col-start-2 font-medium">{option.label}</span>
      {option.hint && <span className="col-start-2 text-12 text-muted">{option.hint}</span>}
    </Radix.Item>
  )
}
