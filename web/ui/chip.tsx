// Small facts. A label's colour is the user's: it is shown as a dot in the theme's lightness, never as text or fill.
import type { CSSProperties, ReactNode } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { Icon, type IconName } from "./icon.tsx"

export type ChipProps = {
  children: ReactNode
  icon?: IconName
  tone?: "line" | "tint" | "danger" | "warn" | "success" | "accent"
  title?: string
  className?: string
}

const tones = {
  line: "text-muted edge-line",
  tint: "bg-pressed text-muted",
  danger: "bg-danger-tint text-danger",
  warn: "bg-warn-tint text-warn",
  success: "bg-success-tint text-success",
  accent: "bg-accent-tint text-accent-text",
}

export function Chip({ children, icon, tone = "line", title, className }: ChipProps) {
  return (
    <span
      title={title}
      className={cx(
        "inline-flex h-5 max-w-full items-center gap-[5px] rounded-full px-[7px] text-12 font-nav whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {icon && <Icon name={icon} size={12} />}
      <span className="truncate">{children}</span>
    </span>
  )
}

/** A colour chosen by a user, as #rgb or #rrggbb; anything else counts as none. */
export function Dot({ color, square = false, className }: { color: string | null; square?: boolean; className?: string }) {
  const known = color && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)
  const style: CSSProperties & { "--user-color"?: string } = known ? { "--user-color": color } : {}
  return (
    <i
      aria-hidden="true"
      style={style}
      className={cx("shrink-0 user-dot", square ? "size-2.5 rounded-[3px]" : "size-[7px] rounded-full", className)}
    />
  )
}

export function LabelChip({ name, color, onRemove }: { name: string; color: string | null; onRemove?: () => void }) {
  return (
    <span className="inline-flex h-5 max-w-full items-center gap-[5px] rounded-full px-[7px] text-12 font-nav whitespace-nowrap text-muted edge-line">
      <Dot color={color} />
      <span className="truncate" title={name.length > 20 ? name : undefined}>
        {name}
      </span>
      {onRemove && (
        <button
          type="button"
          aria-label={t.ui.remove(name)}
          onClick={onRemove}
          className="relative -mr-1 grid size-4 place-items-center rounded-full text-faint after:absolute after:-inset-1 hover:bg-hover hover:text-text"
        >
          <Icon name="x" size={11} />
        </button>
      )}
    </span>
  )
}
