// A verb. One primary per view; busy keeps its width; a disabled button that can say why stays focusable and says it.
import type { ComponentProps, MouseEvent, ReactNode } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { Icon, type IconName } from "./icon.tsx"
import { Kbd } from "./kbd.tsx"
import { Tooltip } from "./tooltip.tsx"

export type ButtonVariant = "primary" | "default" | "ghost" | "danger" | "danger-fill"
export type ButtonSize = "mini" | "control" | "form" | "big" | "touch"
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; block?: boolean; square?: "start" | "end" }

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent edge-fill hover:bg-accent-hover active:bg-accent-hover",
  default:
    "bg-raised text-text edge-press hover:bg-[color-mix(in_oklab,var(--raised),var(--text)_4%)] active:bg-[color-mix(in_oklab,var(--raised),var(--text)_8%)]",
  ghost: "text-muted hover:bg-hover hover:text-text active:bg-pressed data-[state=open]:bg-pressed data-[state=open]:text-text",
  danger: "bg-raised text-danger edge-press hover:bg-danger-tint active:bg-danger-tint",
  "danger-fill": "bg-danger-fill text-on-danger edge-fill hover:brightness-95 active:brightness-90",
}
const sizes: Record<ButtonSize, string> = {
  mini: "h-mini px-2 text-12",
  control: "h-control px-2.5 text-13",
  form: "h-form px-3.5 text-13",
  big: "h-10 px-4 text-15",
  touch: "h-touch px-4 text-15",
}
const off = "bg-transparent text-disabled edge-soft"

/** For links that look like buttons. */
export function buttonClass({ variant = "default", size = "control", block = false, square }: ButtonLook = {}, disabled = false): string {
  return cx(
    "inline-flex shrink-0 items-center gap-1.5 font-medium whitespace-nowrap select-none transition-[background-color,color] duration-(--d-1)",
    sizes[size],
    disabled ? (variant === "ghost" ? "text-disabled" : off) : cx(variants[variant], "active:translate-y-[0.5px]"),
    square === "start" ? "rounded-r-[2px] rounded-l-sm" : square === "end" ? "rounded-l-[2px] rounded-r-sm px-1.5!" : "rounded-sm",
    block && "w-full justify-center",
  )
}

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> &
  ButtonLook & {
    icon?: IconName
    trailing?: ReactNode
    keys?: string
    /** On phones only the icon shows; the words stay for screen readers. */
    collapse?: boolean
    busy?: boolean
    /** Said while busy, "Sending…"; "Saving…" without it. */
    busyLabel?: string
    disabled?: boolean
    /** Why the button cannot be used now. Shown on hover and focus, announced as its description. */
    disabledReason?: string
  }

export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    block,
    square,
    icon,
    trailing,
    keys,
    collapse = false,
    busy = false,
    busyLabel,
    disabled = false,
    disabledReason,
    className,
    children,
    onClick,
    type,
    ...rest
  } = props
  const off = disabled || Boolean(disabledReason)
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (off || busy) event.preventDefault()
    else onClick?.(event)
  }
  const quietIcon = variant === undefined || variant === "default"
  const button = (
    <button
      {...rest}
      type={type ?? "button"}
      className={cx(
        buttonClass({ variant, size, block, square }, off || busy),
        collapse && "max-md:size-touch max-md:justify-center max-md:px-0",
        className,
      )}
      disabled={disabled && !disabledReason}
      aria-disabled={disabledReason || busy ? true : undefined}
      aria-busy={busy || undefined}
      onClick={click}
    >
      {busy ? (
        <Icon name="cycle" className="-ml-0.5" />
      ) : (
        icon && <Icon name={icon} className={cx(children ? "-ml-0.5" : undefined, quietIcon && !off && "text-muted")} />
      )}
      {children !== undefined && (
        <span className={cx("grid min-w-0 justify-items-start *:col-start-1 *:row-start-1 *:max-w-full", collapse && "max-md:sr-only")}>
          <span className={cx("truncate", busy && "invisible")}>{children}</span>
          {busy && <span>{busyLabel ?? t.ui.saving}</span>}
        </span>
      )}
      {keys && (
        <Kbd
          keys={keys}
          plain
          className={cx("ml-0.5", variant === "ghost" && !off ? "text-faint" : "opacity-75", collapse && "max-md:hidden")}
        />
      )}
      {trailing}
    </button>
  )
  return disabledReason ? <Tooltip label={disabledReason}>{button}</Tooltip> : button
}
