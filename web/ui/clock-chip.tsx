// What a clock says: an icon per state and words that say the same. Plain text in rows, a chip where it stands alone.
import { cx } from "./cx.ts"
import { Icon, type IconName } from "./icon.tsx"

export type ClockState = "pending" | "approaching" | "breached" | "met" | "paused"

const looks: Record<ClockState, { icon: IconName; text: string; chip: string }> = {
  pending: { icon: "clock", text: "text-sla-pending font-medium", chip: "edge-line" },
  approaching: { icon: "clock-soon", text: "text-sla-approaching font-medium", chip: "bg-sla-approaching-tint" },
  breached: { icon: "clock-over", text: "text-sla-breached font-medium", chip: "bg-sla-breached-tint" },
  met: { icon: "check", text: "text-sla-met font-medium", chip: "edge-line" },
  paused: { icon: "pause", text: "text-sla-paused", chip: "border border-dashed border-border-control" },
}

export function ClockChip({ state, text, chip = false, title }: { state: ClockState; text: string; chip?: boolean; title?: string }) {
  const look = looks[state]
  return (
    <span
      title={title}
      className={cx(
        "inline-flex items-center gap-[5px] whitespace-nowrap tabular-nums",
        look.text,
        chip && "h-[22px] rounded-full pr-2 pl-1.5 text-12",
        chip && look.chip,
      )}
    >
      <Icon name={look.icon} size={14} />
      {text}
    </span>
  )
}
