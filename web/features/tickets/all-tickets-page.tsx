// Every ticket that one may see, across projects.
import { useProjects } from "../../live/hooks.ts"
import { t } from "../../words/words.ts"
import { queueTabs } from "./list/list-tabs.ts"
import { TicketListScreen } from "./list/ticket-list-screen.tsx"

const everything = {}
const tabs = queueTabs("any")

export function AllTicketsPage() {
  const mayCreate = useProjects().some((project) => project.can.includes("createTicket"))
  return (
    <TicketListScreen
      name={t.tickets.list.all}
      title={t.tickets.list.all}
      base={everything}
      tabs={tabs}
      tabName={({ id }) => (id === "resolved" ? t.tickets.list.done : t.tickets.list.tab[id])}
      without={["status"]}
      mayCreate={mayCreate}
    />
  )
}
