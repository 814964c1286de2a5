// One cell of a row. Rows are a grid of divs, because only those near the window exist.
import type { HTMLAttributes } from "react"

export function Cell(props: HTMLAttributes<HTMLDivElement>) {
  // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
  // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus, and says everything
  return <div {...props} role="gridcell" />
}
