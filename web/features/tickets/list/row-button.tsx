// A state in a row that can be changed on the spot by pointer; by keyboard the row's own keys do it. The target is larger than the picture.

import type { MouseEvent, ReactNode } from "react"
import type { PickField } from "../pickers/anchored-picker.tsx"
import { Cell } from "./cell.tsx"

export function RowButton({
  field,
  title,
  editable,
  onClick,
  children,
}: {
  field: PickField
  /** What the picture says, for the pointer. */
  title: string
  editable: boolean
  onClick: (event: MouseEvent<HTMLButtonElement>) => void
  children: ReactNode
}) {
  return (
    <Cell data-field={field} title={title} className="relative grid place-items-center">
      {editable ? (
        <button
          type="button"
          tabIndex={-1}
          onClick={onClick}
          className="relative z-[1] grid place-items-center rounded-xs after:absolute after:-inset-1.5 after:rounded-sm hover:after:bg-hover"
        >
          {children}
        </button>
      ) : (
        children
      )}
    </Cell>
  )
}
