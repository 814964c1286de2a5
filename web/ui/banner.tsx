// Something that needs action and stays until it is done. What happened, what is safe, what to do.
import type { ReactNode } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { Icon, type IconName } from "./icon.tsx"
import { IconButton } from "./icon-button.tsx"

const tones = {
  danger: { box: "bg-danger-tint", icon: "text-danger", name: "warn" },
  warn: { box: "bg-warn-tint", icon: "text-warn", name: "warn" },
  success: { box: "bg-success-tint", icon: "text-success", name: "check" },
  info: { box: "bg-accent-tint", icon: "text-accent-text", name: "bell" },
} as const

export type BannerProps = {
  tone?: keyof typeof tones
  icon?: IconName
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  onDismiss?: () => void
  className?: string
}

export function Banner({ tone = "info", icon, title, children, action, onDismiss, className }: BannerProps) {
  const look = tones[tone]
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={cx("flex flex-wrap items-center gap-x-[9px] gap-y-2 rounded-md px-3 py-[9px]", look.box, className)}
    >
      <Icon name={icon ?? look.name} className={look.icon} />
      <span className="min-w-40 flex-1 text-pretty">
        {title && <b className="font-medium">{title} </b>}
        {children}
      </span>
      {action}
      {onDismiss && <IconButton icon="x" label={t.ui.close} className="-mr-1.5" onClick={onDismiss} />}
    </div>
  )
}
