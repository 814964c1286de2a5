// A setting that takes effect at once. In a form that is saved later use a Checkbox.
import { Switch as Radix } from "radix-ui"
import { type ReactNode, useId } from "react"

export type SwitchProps = { label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }

export function Switch({ label, hint, checked, onChange, disabled }: SwitchProps) {
  const id = useId()
  return (
    <span className="flex items-start gap-3">
      <span className="min-w-0 flex-1">
        <label htmlFor={id} className="block font-medium">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block text-12 text-faint">
            {hint}
          </span>
        )}
      </span>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-5 w-[34px] shrink-0 rounded-full bg-sunken transition-colors duration-(--d-2) edge-field after:absolute after:-inset-0.5 disabled:edge-line data-[state=checked]:bg-accent data-[state=checked]:shadow-none"
      >
        <Radix.Thumb className="block size-3.5 translate-x-[3px] rounded-full bg-border-control transition-transform duration-(--d-2) data-[disabled]:bg-disabled data-[state=checked]:translate-x-[17px] data-[state=checked]:bg-on-accent" />
      </Radix.Root>
    </span>
  )
}
