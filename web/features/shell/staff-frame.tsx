// The frame around everything that staff do: sidebar, tabs on phones, the line about the connection, and the page.
import type { Me } from "@docket/contract/identity"
import { Navigate, Outlet, useLocation } from "@tanstack/react-router"
import { lazy, Suspense, useMemo } from "react"
import { useSession } from "../../api/session.ts"
import { useListedTicket, useOrganization, useProjects } from "../../live/hooks.ts"
import { AppShell } from "../../shell/app-shell.tsx"
import { type BottomTab, BottomTabs } from "../../shell/bottom-tabs.tsx"
import { ErrorBoundary } from "../../ui/error-boundary.tsx"
import { t } from "../../words/words.ts"
import { useAccount } from "./account.tsx"
import { ConnectionNotice } from "./connection-notice.tsx"
import { useDocumentTitle } from "./document-title.ts"
import { GoCommands } from "./go-commands.tsx"
import { type Place, usePlace } from "./places.ts"
import { StaffSidebar } from "./staff-sidebar.tsx"
import { isStaff, portalFor, sortedProjects, worksDesk } from "./who.ts"

const NewTicketDialog = lazy(async () => ({ default: (await import("../tickets/new-ticket-dialog.tsx")).NewTicketDialog }))

export function StaffFrame() {
  const { me } = useSession()
  const { pathname } = useLocation()
  if (me === null) return null
  const portal = isStaff(me) ? null : portalFor(pathname)
  return portal === null ? <Frame /> : <Navigate to={portal} replace />
}

function Frame() {
  const { me } = useSession()
  const { pathname } = useLocation()
  const place = usePlace()
  useDocumentTitle(useTitle(place), useOrganization())
  const tabs = useTabs(place, me)
  const account = useAccount(me as NonNullable<typeof me>, "/account")
  return (
    <AppShell
      sidebar={me && <StaffSidebar me={me} entries={account.entries} />}
      tabs={place.kind === "ticket" ? undefined : <BottomTabs tabs={tabs} />}
      notice={<ConnectionNotice />}
    >
      <ErrorBoundary resetKey={pathname}>
        <Outlet />
      </ErrorBoundary>
      <GoCommands />
      <Suspense fallback={null}>
        <NewTicketDialog />
      </Suspense>
      {account.dialog}
    </AppShell>
  )
}

/** What the window is called: the ticket in front, or the page. */
function useTitle(place: Place & { peek: string | null }): string | null {
  const projects = useProjects()
  const key = place.kind === "ticket" ? place.key : place.peek
  const ticket = useListedTicket(key)
  if (key !== null) return ticket === null ? key : `${key} ${ticket.title}`
  if (place.kind === "mine") return t.frame.my_work
  if (place.kind === "tickets") return t.frame.all_tickets
  if (place.kind === "projects") return t.frame.projects
  if (place.kind === "account") return t.account.title
  if (place.kind !== "queue" && place.kind !== "board") return null
  const name = projects.find((project) => project.key === place.project)?.name ?? place.project
  return place.kind === "board" ? `${name}, ${t.frame.board.toLowerCase()}` : name
}

function useTabs(place: Place, me: Me | null): BottomTab[] {
  const projects = useProjects()
  return useMemo(() => {
    const desk = sortedProjects(projects, "desk").find((project) => me !== null && worksDesk(me, project))
    const work = sortedProjects(projects, "work")[0] ?? desk
    const tabs: (BottomTab | undefined)[] = [
      { label: t.frame.my_work, icon: "mine", href: "/my-work", current: place.kind === "mine" },
      desk && { label: t.frame.queue, icon: "queue", href: `/queue/${desk.key}`, current: place.kind === "queue" },
      work && { label: t.frame.boards, icon: "board", href: `/board/${work.key}`, current: place.kind === "board" },
      { label: t.frame.tickets, icon: "list", href: "/tickets", current: place.kind === "tickets" },
      { label: t.frame.more, icon: "menu", opens: "drawer" },
    ]
    return tabs.filter((tab) => tab !== undefined)
  }, [projects, place.kind, me])
}
