// The staff's sidebar: my work, the desks with what is open, the projects, a few views, and who I am.
import type { Me } from "@docket/contract/identity"
import type { Project } from "@docket/contract/projects"
import { useEffect, useMemo } from "react"
import { runCommand } from "../../commands/active.ts"
import { palette } from "../../commands/palette-state.ts"
import { useOrganization, useProjects, useTicketCount } from "../../live/hooks.ts"
import { live } from "../../live/live.ts"
import { useDrawer } from "../../shell/app-shell.tsx"
import { OrganisationMenu, Sidebar, SidebarActions, SidebarLink, SidebarMe, SidebarSection } from "../../shell/sidebar.tsx"
import { Dot } from "../../ui/chip.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { useNavigation } from "../../ui/link.tsx"
import type { MenuEntry } from "../../ui/menu.tsx"
import { t } from "../../words/words.ts"
import { myTabs, queueTabs } from "../tickets/list/list-tabs.ts"
import { usePlace } from "./places.ts"
import { sortedProjects, worksDesk } from "./who.ts"

const openQuery = (kind: Project["kind"]) => queueTabs(kind)[0]?.query ?? {}
const mineQuery = myTabs[0]?.query ?? {}

export function StaffSidebar({ me, entries }: { me: Me; entries: MenuEntry[] }) {
  const projects = useProjects()
  const organization = useOrganization()
  const place = usePlace()
  const { navigate } = useNavigation()
  const { setOpen } = useDrawer()
  /** On narrow windows the sidebar is a drawer, which closes behind whoever goes somewhere. */
  const leaving = (action: () => void) => () => {
    setOpen(false)
    action()
  }
  const mine = useTicketCount(mineQuery)
  const desks = useMemo(() => sortedProjects(projects, "desk").filter((desk) => worksDesk(me, desk)), [projects, me])
  const works = useMemo(() => sortedProjects(projects, "work"), [projects])
  // their counts are on the screen, so what happens there has to be heard
  useEffect(() => live().follow(desks.map(({ id }) => id)), [desks])
  const mayCreate = projects.some((project) => project.can.includes("createTicket"))
  return (
    <Sidebar
      head={
        <>
          <OrganisationMenu
            name={organization ?? "Docket"}
            entries={[
              { label: t.frame.all_projects, icon: "box", onSelect: leaving(() => navigate("/projects")) },
              { label: t.frame.ask_for_help, icon: "help", onSelect: leaving(() => navigate("/portal")) },
            ]}
          />
          <SidebarActions
            onSearch={leaving(() => palette.open())}
            onCreate={mayCreate ? leaving(() => runCommand("ticket.create")) : undefined}
          />
        </>
      }
      foot={
        <SidebarMe person={{ id: me.user.id, name: me.user.fullName }} note={t.frame.role[me.user.role]} entries={entries}>
          <IconButton icon="help" label={t.shell.help} keys="?" size="small" side="top" onClick={leaving(() => palette.help(true))} />
        </SidebarMe>
      }
    >
      <SidebarLink href="/my-work" label={t.frame.my_work} icon="mine" count={mine || undefined} current={place.kind === "mine"} />
      <SidebarLink href="/tickets" label={t.frame.all_tickets} icon="list" current={place.kind === "tickets"} />
      <SidebarSection label={t.frame.desk}>
        {desks.map((desk) => (
          <DeskLink key={desk.id} desk={desk} />
        ))}
        <SidebarLink href="/portal/requests" label={t.frame.my_requests} icon="help" />
      </SidebarSection>
      <SidebarSection label={t.frame.projects}>
        {works.map((project) => (
          <WorkLinks key={project.id} project={project} />
        ))}
        <SidebarLink href="/projects" label={t.frame.all_projects} icon="box" current={place.kind === "projects"} />
      </SidebarSection>
    </Sidebar>
  )
}

function DeskLink({ desk }: { desk: Project }) {
  const place = usePlace()
  const open = useTicketCount(useMemo(() => ({ ...openQuery("desk"), project: [desk.key] }), [desk.key]))
  const here = (place.kind === "queue" || place.kind === "board") && place.project === desk.key
  return (
    <>
      <SidebarLink
        href={`/queue/${desk.key}`}
        label={desk.name}
        icon="queue"
        count={open || undefined}
        current={here && place.kind === "queue"}
      />
      {here && <SidebarLink href={`/board/${desk.key}`} label={t.frame.board} nested current={place.kind === "board"} />}
    </>
  )
}

function WorkLinks({ project }: { project: Project }) {
  const place = usePlace()
  const here = (place.kind === "queue" || place.kind === "board") && place.project === project.key
  return (
    <>
      <SidebarLink
        href={`/board/${project.key}`}
        label={project.name}
        icon={<Dot square color={project.color} />}
        current={here && place.kind === "board"}
      />
      {here && <SidebarLink href={`/queue/${project.key}`} label={t.frame.list} nested current={place.kind === "queue"} />}
    </>
  )
}
