// What is assigned to me, what I raised, what I watch.
import { useProjects } from "../../live/hooks.ts"
import { t } from "../../words/words.ts"
import { myTabs } from "./list/list-tabs.ts"
import { TicketListScreen } from "./list/ticket-list-screen.tsx"

const everything = {}

export function MyWorkPage() {
  const mayCreate = useProjects().some((project) => project.can.includes("createTicket"))
  return (
    <TicketListScreen
      name={t.tickets.list.mine}
      title={t.tickets.list.mine}
      base={everything}
      tabs={myTabs}
      tabName={({ id }) =>
        id === "mine" ? t.tickets.list.assigned_to_me : id === "resolved" ? t.tickets.list.done : t.tickets.list.tab[id]
      }
      without={["status", "assignee"]}
      mayCreate={mayCreate}
    />
  )
}
