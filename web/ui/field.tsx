// A labelled control: label above, hint below, the error in the hint's place. Controls inside pick up ids and states by themselves.
import { createContext, type ReactNode, useContext, useId } from "react"
import { cx } from "./cx.ts"
import { Icon } from "./icon.tsx"

type FieldState = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean }
const FieldContext = createContext<FieldState | null>(null)

/** What a control inside a Field adds to itself; empty outside of one. */
export function useField(): { id?: string; "aria-describedby"?: string; "aria-invalid"?: true; "aria-required"?: true } {
  const field = useContext(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    ...(field.describedBy ? { "aria-describedby": field.describedBy } : {}),
    ...(field.invalid ? { "aria-invalid": true as const } : {}),
    ...(field.required ? { "aria-required": true as const } : {}),
  }
}

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean /** At the right of the label: a link or a word such as "optional". */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

export function Field({ label, hint, error, required = false, aside, className, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  return (
    <FieldContext value={{ id, describedBy: hint || error ? noteId : undefined, invalid: Boolean(error), required }}>
      <div className={cx("flex flex-col gap-1.5", className)}>
        <span className="flex items-baseline gap-2">
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          {aside && <span className="ml-auto text-faint">{aside}</span>}
        </span>
        {children}
        {error ? (
          <FieldError id={noteId}>{error}</FieldError>
        ) : (
          hint && (
            <span id={noteId} className="text-12 text-faint">
              {hint}
            </span>
          )
        )}
      </div>
    </FieldContext>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} role="alert" className="flex gap-1.5 text-12 text-danger">
      <Icon name="warn" size={14} className="mt-px" />
      <span>{children}</span>
    </span>
  )
}
