// On phones filter and display are chips beside the views.
import { Icon } from "../../../ui/icon.tsx"
import { Menu } from "../../../ui/menu.tsx"
import { t } from "../../../words/words.ts"
import { type DisplayProps, useDisplayEntries } from "./display-menu.tsx"

const chip = "flex h-form shrink-0 items-center gap-[7px] rounded-full bg-raised px-[13px] text-14 font-nav whitespace-nowrap edge-line"

export function PhoneChips({ display, onFilter }: { display: DisplayProps; onFilter: () => void }) {
  const entries = useDisplayEntries(display)
  return (
    <>
      <button type="button" onClick={onFilter} className={chip}>
        <Icon name="plus" />
        {t.tickets.filter.add}
      </button>
      <Menu
        label={t.tickets.display.title}
        entries={entries}
        trigger={
          <button type="button" className={chip}>
            <Icon name="sliders" />
            {t.tickets.display.title}
          </button>
        }
      />
    </>
  )
}
