// Who spoke last in a request, where that decides whose turn it is. Only what is under way is asked for.
import type { ListedTicket } from "@docket/contract/tickets"
import { useMemo } from "react"
import { useTicket } from "../../live/hooks.ts"
import { useMe } from "../tickets/pickers/sources.tsx"
import type { LastWord } from "./request-state.ts"
import { lastWordOf } from "./story.ts"

export function useLastWord(request: Pick<ListedTicket, "id" | "statusCategory" | "commentCount">): LastWord | null {
  const me = useMe()
  const underWay = request.statusCategory === "waiting" || request.statusCategory === "active"
  const { ticket, partial } = useTicket(underWay && request.commentCount > 0 ? request.id : null)
  return useMemo(() => (ticket && !partial && me ? lastWordOf(ticket, me.id) : null), [ticket, partial, me])
}
