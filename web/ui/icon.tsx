// One symbol of the sprite that lies in index.html. Decorative unless it has a label.

import { cx } from "./cx.ts"
import type { IconName } from "./icon-names.ts"

export type { IconName } from "./icon-names.ts"

const sizes = {
  11: "size-[11px]",
  12: "size-3",
  13: "size-[13px]",
  14: "size-3.5",
  16: "size-4",
  18: "size-[18px]",
  20: "size-5",
  22: "size-[22px]",
  24: "size-6",
}
export type IconSize = keyof typeof sizes

export type IconProps = { name: IconName; size?: IconSize; label?: string; className?: string }

export function Icon({ name, size = 16, label, className }: IconProps) {
  const classes = cx("block shrink-0", sizes[size], className)
  const use = <use href={`#i-${name}`} />
  if (!label) {
    return (
      <svg className={classes} aria-hidden="true" focusable="false">
        {use}
      </svg>
    )
  }
  return (
    <svg className={classes} role="img" aria-label={label}>
      {use}
    </svg>
  )
}
