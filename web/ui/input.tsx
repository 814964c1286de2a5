// Text fields. Always inside a Field, or with an aria-label where a picture says what it is (search).
import { type ComponentProps, type ReactNode, useState } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { useField } from "./field.tsx"
import { Icon, type IconName } from "./icon.tsx"
import { IconButton } from "./icon-button.tsx"

const sizes = { control: "h-control text-13", form: "h-form text-13", touch: "h-[42px] text-15" }
export type InputSize = keyof typeof sizes

const shell =
  "flex w-full items-center gap-2 rounded-sm bg-raised px-[11px] transition-shadow duration-(--d-1) edge-field has-[:focus]:edge-field-focus has-[[aria-invalid=true]]:edge-field-error has-[:disabled]:text-disabled has-[:disabled]:edge-line has-[[readonly]]:bg-transparent has-[[readonly]]:shadow-none"

export type InputProps = Omit<ComponentProps<"input">, "size"> & { size?: InputSize; icon?: IconName; trailing?: ReactNode }

export function Input({ size = "form", icon, trailing, className, ...rest }: InputProps) {
  const field = useField()
  return (
    <span className={cx(shell, sizes[size], className)}>
      {icon && <Icon name={icon} className="text-faint" />}
      <input {...field} {...rest} className="h-full min-w-0 flex-1 bg-transparent outline-none max-md:text-[16px]" />
      {trailing}
    </span>
  )
}

export function PasswordInput({ size = "form", ...rest }: Omit<InputProps, "type" | "trailing" | "icon">) {
  const [shown, setShown] = useState(false)
  return (
    <Input
      {...rest}
      size={size}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="off"
      trailing={
        <IconButton
          icon={shown ? "eye-off" : "eye"}
          label={shown ? t.ui.hide_password : t.ui.show_password}
          size="mini"
          className="-mr-1.5"
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}

export type TextAreaProps = ComponentProps<"textarea"> & { size?: "form" | "touch" }

/** Grows with its text; `rows` is the smallest height. */
export function TextArea({ size = "form", rows = 4, className, style, ...rest }: TextAreaProps) {
  const field = useField()
  return (
    <textarea
      {...field}
      {...rest}
      rows={rows}
      style={{ minHeight: `calc(${rows}lh + 20px)`, ...style }}
      className={cx(
        "field-sizing-content w-full resize-none rounded-sm bg-raised px-[11px] py-2.5 outline-none transition-shadow duration-(--d-1) edge-field focus:edge-field-focus aria-invalid:edge-field-error disabled:text-disabled",
        "max-md:text-[16px] leading-[1.5]",
        size === "touch" ? "text-15" : "text-14",
        className,
      )}
    />
  )
}
