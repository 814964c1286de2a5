// The frame around the portal, for everyone who asks for help; staff find the way back to their work here.
import { Outlet, useLocation } from "@tanstack/react-router"
import { useSession } from "../../api/session.ts"
import { useCommand } from "../../commands/active.ts"
import { useListedTicket, useOrganization } from "../../live/hooks.ts"
import { PortalShell } from "../../shell/portal-shell.tsx"
import { ErrorBoundary } from "../../ui/error-boundary.tsx"
import { useNavigation } from "../../ui/link.tsx"
import { t } from "../../words/words.ts"
import { useAccount } from "./account.tsx"
import { ConnectionNotice } from "./connection-notice.tsx"
import { useDocumentTitle } from "./document-title.ts"
import { type Place, usePlace } from "./places.ts"
import { isStaff } from "./who.ts"

export function PortalFrame() {
  const { me } = useSession()
  return me === null ? null : <Frame me={me} />
}

function Frame({ me }: { me: NonNullable<ReturnType<typeof useSession>["me"]> }) {
  const { pathname } = useLocation()
  const { navigate } = useNavigation()
  const organization = useOrganization()
  const place = usePlace()
  useDocumentTitle(useTitle(place), organization)
  const work = isStaff(me) ? [{ label: t.frame.back_to_work, icon: "left" as const, onSelect: () => navigate("/") }] : []
  const account = useAccount(me, "/portal/account", work)
  useCommand("go.home", () => navigate("/portal"))
  useCommand("ticket.create", () => navigate("/portal/new"))
  const links = [
    { href: "/portal", label: t.frame.home, icon: "home" as const, current: place.kind === "portal" },
    {
      href: "/portal/requests",
      label: t.frame.my_requests,
      icon: "list" as const,
      current: place.kind === "requests" || place.kind === "request",
    },
    { href: "/portal/new", label: t.frame.new_request, icon: "plus" as const, current: place.kind === "new-request" },
  ]
  return (
    <PortalShell
      name={organization === null ? "Docket" : t.frame.help_desk(organization)}
      links={links}
      tabs={links}
      person={{ id: me.user.id, name: me.user.fullName }}
      account={account.entries}
      notice={<ConnectionNotice />}
    >
      <ErrorBoundary resetKey={pathname}>
        <Outlet />
      </ErrorBoundary>
      {account.dialog}
    </PortalShell>
  )
}

function useTitle(place: Place): string | null {
  const key = place.kind === "request" ? place.key : null
  const ticket = useListedTicket(key)
  if (key !== null) return ticket === null ? key : `${key} ${ticket.title}`
  if (place.kind === "requests") return t.frame.my_requests
  if (place.kind === "account") return t.account.title
  return place.kind === "new-request" ? t.frame.new_request : t.frame.home
}
