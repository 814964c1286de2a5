// The head of a column: what it holds, how many, and its menu. Faint with a lock while a card is held that may not go there.

import { cx } from "../../ui/cx.ts"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { Menu, type MenuEntry } from "../../ui/menu.tsx"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import type { BoardColumn } from "./columns.ts"

export type ColumnHeadProps = { column: BoardColumn; count: string; refused: boolean; menu: MenuEntry[]; onNew?: () => void }

export function ColumnHead({ column, count, refused, menu, onNew }: ColumnHeadProps) {
  return (
    <div
      className={cx(
        "group/head flex h-10 snap-start scroll-ml-5 items-center gap-2 rounded-t-xl pr-1.5 pl-3 paper-sunken",
        refused && "text-faint",
      )}
    >
      {refused ? <Icon name={`st-${column.category}`} className="text-faint" /> : <StatusIcon category={column.category} decorative />}
      <h2 title={column.name} className="min-w-0 truncate font-medium">
        {column.name}
      </h2>
      <span className="text-faint tabular-nums">{count}</span>
      <span className="ml-auto flex items-center">
        {refused ? (
          <Icon name="lock" size={14} className="mr-1.5" />
        ) : (
          <>
            <Menu
              label={t.boards.hidden.menu(column.name)}
              entries={menu}
              align="end"
              trigger={
                <IconButton
                  icon="dots"
                  size="mini"
                  label={t.boards.hidden.menu(column.name)}
                  className="opacity-0 group-hover/head:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100 [@media(hover:none)]:opacity-100"
                />
              }
            />
            {onNew && <IconButton icon="plus" size="mini" label={t.boards.new_in(column.name)} onClick={onNew} />}
          </>
        )}
      </span>
    </div>
  )
}
