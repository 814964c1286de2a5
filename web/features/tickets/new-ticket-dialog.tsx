// Raising a ticket from anywhere (C). One of these lives in the staff's frame.
import { useLocation } from "@tanstack/react-router"
import { lazy, Suspense, useState } from "react"
import { useCommand } from "../../commands/active.ts"
import { Dialog } from "../../ui/dialog.tsx"
import { t } from "../../words/words.ts"
import { useMe } from "./pickers/sources.tsx"

const NewTicketForm = lazy(async () => ({ default: (await import("./create/new-ticket-form.tsx")).NewTicketForm }))

/** The project whose queue or board is on the screen, or whose ticket. */
function projectHere(path: string): string | undefined {
  return (
    /^\/(?:queue|board)\/([A-Za-z][A-Za-z0-9]{1,9})/.exec(path)?.[1]?.toUpperCase() ??
    /^\/tickets\/([A-Za-z][A-Za-z0-9]{1,9})-\d/.exec(path)?.[1]?.toUpperCase()
  )
}

export function NewTicketDialog() {
  const [open, setOpen] = useState(false)
  const me = useMe()
  const here = projectHere(useLocation().pathname)
  useCommand("ticket.create", () => setOpen(true), me !== null)
  return (
    <Dialog open={open} onOpenChange={setOpen} title={t.tickets.create.title} wide>
      <Suspense fallback={<div className="h-[420px]" />}>
        {me && <NewTicketForm me={me.id} here={here} onClose={() => setOpen(false)} />}
      </Suspense>
    </Dialog>
  )
}
