// Home for people who ask for help.
import type { TicketQuery } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"
import { useMemo } from "react"
import { useSession } from "../../api/session.ts"
import { useCategories, useTicketCount, useTicketList } from "../../live/hooks.ts"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { useNavigation } from "../../ui/link.tsx"
import { t } from "../../words/words.ts"
import { HomeView } from "./home-view.tsx"
import { SlipSkeletons, Slips } from "./slips.tsx"

export const openCategories: StatusCategory[] = ["backlog", "todo", "active", "waiting", "review"]
export const closedCategories: StatusCategory[] = ["done", "cancelled"]

const mine: TicketQuery = { reporter: ["me"] }
const openOnes: TicketQuery = { ...mine, statusCategory: openCategories, sort: "-updatedAt", limit: 25, count: true }
const mostClosed = 4
const closedOnes: TicketQuery = { ...mine, statusCategory: closedCategories, sort: "-updatedAt", limit: mostClosed }

export function PortalHomePage() {
  const { me } = useSession()
  const { navigate } = useNavigation()
  const open = useTicketList(openOnes)
  const closed = useTicketList(closedOnes)
  const all = useTicketCount(mine)
  const categories = useCategories()
  const topics = useMemo(() => categories.filter((category) => category.parentId === null), [categories])
  return (
    <HomeView
      name={me?.user.fullName ?? null}
      topics={topics}
      onAsk={(text) => navigate(text === "" ? "/portal/new" : `/portal/new?title=${encodeURIComponent(text)}`)}
      open={open.status === "ready" ? (open.total ?? open.tickets.length) : null}
      all={all}
      closed={closed.tickets.slice(0, mostClosed)}
      slips={
        open.status === "error" ? (
          <ErrorState error={open.error} title={t.portal.failed} onRetry={open.refresh} />
        ) : open.status === "loading" && open.tickets.length === 0 ? (
          <SlipSkeletons />
        ) : (
          <Slips sorted requests={open.tickets} touched={open.touched} label={t.portal.yours} />
        )
      }
    />
  )
}
