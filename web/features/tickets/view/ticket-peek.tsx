// The open ticket beside its list: walks the list, leads to the whole page, goes with Escape.
import type { KeyboardEvent } from "react"
import { useCommandLayer } from "../../../commands/active.ts"
import { Button } from "../../../ui/button.tsx"
import { IconButton } from "../../../ui/icon-button.tsx"
import { useNavigation } from "../../../ui/link.tsx"
import { usePhone } from "../../../ui/media.ts"
import { t } from "../../../words/words.ts"
import { copyLinks } from "../actions.ts"
import { ticketHref } from "../address.ts"
import { neighbours } from "../trail.ts"
import { TicketActions } from "./ticket-actions.tsx"
import { TicketView } from "./ticket-view.tsx"

const words = t.tickets.view

export function TicketPeek({
  ticketKey,
  keys,
  onKey,
}: {
  ticketKey: string
  keys: readonly string[]
  onKey: (key: string | null) => void
}) {
  const { navigate } = useNavigation()
  const phone = usePhone()
  const around = neighbours({ href: "", title: "", keys }, ticketKey)
  useCommandLayer(["ticket"])
  const close = () => {
    onKey(null)
    document.getElementById("list")?.focus()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return
    event.preventDefault()
    close()
  }
  const to = (key: string | null) => key !== null && onKey(key)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes wherever the focus is inside
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={keyDown}>
      <TicketView
        ticketKey={ticketKey}
        layout="peek"
        wayOut={
          <Button size="form" onClick={close}>
            {words.close}
          </Button>
        }
        head={({ open: { ticket }, onEdit }) => (
          <header className="flex h-11 shrink-0 items-center gap-0.5 border-b border-border-soft pr-2.5 pl-5 max-md:h-13 max-md:px-1">
            {phone && <IconButton icon="left" label={words.back} size="touch" onClick={close} />}
            <span className="font-medium text-muted tabular-nums max-md:text-14">{ticketKey}</span>
            {!phone && (
              <IconButton icon="copy" label={words.copy_link} keys="Mod+Shift+," onClick={() => copyLinks([{ key: ticketKey }])} />
            )}
            <span className="ml-auto flex items-center gap-0.5">
              {ticket && <TicketActions ticket={ticket} primary={false} touch={phone} menuOnly={phone} onEdit={onEdit} onGone={close} />}
              {!phone && (
                <>
                  <IconButton
                    icon="up"
                    label={words.previous}
                    keys="K"
                    disabled={!around?.previous}
                    onClick={() => to(around?.previous ?? null)}
                    className="ml-1.5"
                  />
                  <IconButton icon="down" label={words.next} keys="J" disabled={!around?.next} onClick={() => to(around?.next ?? null)} />
                  <IconButton icon="expand" label={words.expand} keys="Enter" onClick={() => navigate(ticketHref(ticketKey))} />
                  <IconButton icon="x" label={words.close} keys="Escape" onClick={close} />
                </>
              )}
            </span>
          </header>
        )}
      />
    </div>
  )
}
