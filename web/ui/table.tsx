// A plain table: head stays, hairlines, numbers at the right, actions last. Columns hide from the least important on.
import type { ReactNode } from "react"
import { cx } from "./cx.ts"

export type Column<R> = {
  key: string
  head: ReactNode
  cell: (row: R) => ReactNode
  align?: "start" | "end"
  /** Hidden below this width. */
  from?: "md" | "wide" | "lg" | "xl"
  className?: string
}

const hidden = { md: "max-md:hidden", wide: "max-wide:hidden", lg: "max-lg:hidden", xl: "max-xl:hidden" }

export type TableProps<R> = {
  label: string
  columns: Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string /** Marks rows, for example as selected. */
  rowClass?: (row: R) => string | undefined
  footer?: ReactNode
}

export function Table<R>({ label, columns, rows, rowKey, rowClass, footer }: TableProps<R>) {
  const cell = (column: Column<R>) =>
    cx(
      "px-3 first:pl-0 last:pr-0",
      column.align === "end" ? "text-right" : "text-left",
      column.from && hidden[column.from],
      column.className,
    )
  return (
    <table aria-label={label} className="w-full border-collapse">
      <thead className="sticky top-0 z-1 bg-inherit">
        <tr className="bg-(--ring)">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={cx("h-8 text-12 font-medium whitespace-nowrap text-faint shadow-[inset_0_-1px_0_var(--border)]", cell(column))}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={cx("border-b border-border-soft hover:bg-hover", rowClass?.(row))}>
            {columns.map((column) => (
              <td key={column.key} className={cx("h-11", cell(column))}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {footer && <tfoot>{footer}</tfoot>}
    </table>
  )
}
