// A verb as a picture; the tooltip names it and its key.
import type { ComponentProps } from "react"
import { cx } from "./cx.ts"
import { Icon, type IconName, type IconSize } from "./icon.tsx"
import { ariaKeys, isMac } from "./keys.ts"
import { Tooltip } from "./tooltip.tsx"

const sizes = { mini: "size-mini", small: "size-[26px]", control: "size-control", form: "size-form", touch: "size-touch" }

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  icon: IconName
  label: string
  keys?: string
  size?: keyof typeof sizes
  iconSize?: IconSize
  /** A toggle; leave it out for a plain action. */
  pressed?: boolean
  /** With a hairline, where it stands alone. */
  outlined?: boolean
  tooltip?: boolean
  side?: "top" | "bottom" | "left" | "right"
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, size = "control", iconSize, pressed, outlined = false, tooltip = true, side, className, type, ...rest } = props
  const button = (
    <button
      {...rest}
      type={type ?? "button"}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keys && ariaKeys(keys, isMac())}
      className={cx(
        "inline-grid shrink-0 place-items-center rounded-sm transition-[background-color,color] duration-(--d-1) disabled:text-disabled",
        sizes[size],
        outlined
          ? "bg-raised text-text edge-press hover:bg-[color-mix(in_oklab,var(--raised),var(--text)_4%)]"
          : "hover:bg-hover active:bg-pressed data-[state=open]:bg-pressed",
        pressed ? "bg-pressed text-text" : !outlined && "text-muted hover:text-text data-[state=open]:text-text",
        className,
      )}
    >
      <Icon name={icon} size={iconSize ?? (size === "touch" ? 20 : 16)} />
    </button>
  )
  return tooltip ? (
    <Tooltip label={label} keys={keys} side={side}>
      {button}
    </Tooltip>
  ) : (
    button
  )
}
