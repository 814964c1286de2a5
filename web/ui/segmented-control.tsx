// One of two to four ways to see the same thing: List, Board.
import { ToggleGroup } from "radix-ui"
import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon.tsx"

export type Segment<V extends string> = { value: V; label: ReactNode; icon?: IconName }

export function SegmentedControl<V extends string>({
  label,
  segments,
  value,
  onChange,
}: {
  label: string
  segments: Segment<V>[]
  value: V
  onChange: (value: V) => void
}) {
  const choose = (next: string) => {
    const segment = segments.find((each) => each.value === next)
    if (segment) onChange(segment.value)
  }
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={choose}
      className="inline-flex rounded-md bg-sunken p-0.5 edge-soft"
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          className="inline-flex h-mini items-center gap-1.5 rounded-sm px-2.5 font-medium text-muted hover:text-text data-[state=on]:bg-raised data-[state=on]:text-text data-[state=on]:edge-raised"
        >
          {segment.icon && <Icon name={segment.icon} size={14} />}
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
