// The bar above a board: whose it is, who belongs to it, the way to the list, a new ticket.
import { runCommand, useCommand } from "../../commands/active.ts"
import { BarRule, PageBar } from "../../shell/page-bar.tsx"
import { AvatarStack } from "../../ui/avatar.tsx"
import { Button } from "../../ui/button.tsx"
import { Dot } from "../../ui/chip.tsx"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { useNavigation } from "../../ui/link.tsx"
import { usePhone } from "../../ui/media.ts"
import { Menu, type MenuEntry } from "../../ui/menu.tsx"
import { SegmentedControl } from "../../ui/segmented-control.tsx"
import { t } from "../../words/words.ts"

export type BoardBarProps = {
  name: string
  color: string
  people: { id: string; name: string }[]
  listHref: string
  mayCreate: boolean
  /** Other boards, for the phone, where the sidebar is away. */
  others: MenuEntry[]
  /** Lanes and display, for the phone. */
  layout: MenuEntry[]
  onFilter: () => void
}

export function BoardBar({ name, color, people, listHref, mayCreate, others, layout, onFilter }: BoardBarProps) {
  const phone = usePhone()
  const { navigate } = useNavigation()
  useCommand("list.layout", () => navigate(listHref))
  const title = phone ? (
    <Menu
      label={t.boards.projects}
      entries={others}
      trigger={
        <button type="button" className="flex h-touch max-w-full items-center gap-1.5">
          <span className="truncate">{name}</span>
          <Icon name="down" className="text-faint" />
        </button>
      }
    />
  ) : (
    <span className="flex min-w-0 items-center gap-2.5">
      <Dot square color={color} />
      <span className="truncate">{name}</span>
    </span>
  )
  return (
    <PageBar
      title={title}
      beside={
        <span className="flex items-center gap-2 text-muted max-md:hidden">
          <Icon name="right" size={12} className="text-faint" />
          {t.boards.board}
        </span>
      }
      actions={
        <>
          <span className="contents max-lg:hidden">
            {people.length > 0 && (
              <>
                <AvatarStack people={people} size={24} max={5} label={t.boards.members} />
                <BarRule />
              </>
            )}
            <SegmentedControl
              label={t.boards.layout}
              value="board"
              onChange={() => navigate(listHref)}
              segments={[
                { value: "list", label: t.boards.as_list, icon: "list" },
                { value: "board", label: t.boards.board, icon: "board" },
              ]}
            />
          </span>
          {phone && <IconButton icon="search" label={t.shell.filter} size="touch" onClick={onFilter} />}
          {phone && (
            <Menu
              label={t.boards.display.title}
              entries={layout}
              align="end"
              trigger={<IconButton icon="sliders" label={t.boards.display.title} size="touch" tooltip={false} />}
            />
          )}
          {mayCreate && (
            <Button variant="primary" icon="plus" keys="C" collapse onClick={() => runCommand("ticket.create")}>
              {t.boards.new_ticket}
            </Button>
          )}
        </>
      }
    />
  )
}
