// Another ticket, found by its key or words: what is known here at once, then what the server finds.
import { listTickets } from "@docket/contract/tickets"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { type ReactElement, useState } from "react"
import { call } from "../../../api/client.ts"
import { knownTickets } from "../../../live/hooks.ts"
import { Picker } from "../../../ui/picker.tsx"
import type { PickerOption } from "../../../ui/picker-options.ts"
import { type StatusCategory, StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"

export type FoundTicket = { id: string; key: string; title: string; statusCategory: StatusCategory }
type Props = {
  trigger: ReactElement
  label: string
  placeholder: string
  /** Tickets that cannot be chosen, with the reason. */
  without: ReadonlyMap<string, string>
  current?: string | null
  clearable?: boolean
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onChoose: (ticket: FoundTicket | null) => unknown
}

/** "help 1042" and "help1042" mean HELP-1042. */
const asKey = (text: string): string | null => {
  const found = /^\s*([a-z][a-z0-9]{1,9}?)[\s-]?(\d{1,9})\s*$/i.exec(text)
  return found ? `${found[1]?.toUpperCase()}-${found[2]}` : null
}

function useFound(typed: string): { tickets: FoundTicket[]; loading: boolean } {
  const text = typed.trim()
  const key = asKey(text)
  const { data, isFetching } = useQuery({
    queryKey: ["ticket-search", text],
    queryFn: async ({ signal }) => {
      const limit = 12
      if (key) {
        const exact = await call(listTickets, { query: { id: [key], limit: 1 }, signal })
        if (exact.data.length > 0) return exact.data
      }
      return (await call(listTickets, { query: { q: text, limit, sort: "-updatedAt" }, signal })).data
    },
    enabled: text.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  const known = knownTickets(text, 8)
  const more = text.length > 1 ? (data ?? []).filter((ticket) => !known.some((each) => each.id === ticket.id)) : []
  return { tickets: [...known, ...more], loading: isFetching }
}

export function TicketPicker({ without, current = null, onChoose, clearable = false, ...rest }: Props) {
  const [typed, setTyped] = useState("")
  const { tickets, loading } = useFound(typed)
  const options: PickerOption[] = tickets.map((ticket) => ({
    value: ticket.id,
    label: ticket.title,
    note: ticket.key,
    icon: <StatusIcon category={ticket.statusCategory} decorative />,
    disabledReason: without.get(ticket.id),
  }))
  const none: PickerOption[] = clearable && typed === "" ? [{ value: "", label: t.tickets.pick.none }] : []
  return (
    <Picker
      {...rest}
      options={[...none, ...options]}
      value={current}
      loading={loading}
      empty={t.tickets.pick.type_to_find}
      onQuery={setTyped}
      clearable={clearable}
      onChange={(value) => {
        if (value === null || value === "") return onChoose(null)
        const chosen = tickets.find((ticket) => ticket.id === value)
        return chosen ? onChoose(chosen) : undefined
      }}
    />
  )
}
