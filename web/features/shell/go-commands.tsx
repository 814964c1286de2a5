// Carries out the commands that lead somewhere, and lets the palette find tickets and projects.

import type { Project } from "@docket/contract/projects"
import type { ListedTicket } from "@docket/contract/tickets"
import { listTickets } from "@docket/contract/tickets"
import { call } from "../../api/client.ts"
import { useSession } from "../../api/session.ts"
import { useCommand } from "../../commands/active.ts"
import type { PaletteItem } from "../../commands/command.ts"
import { usePaletteSource } from "../../commands/use-palette-source.ts"
import { knownTickets, useProjects } from "../../live/hooks.ts"
import { Dot } from "../../ui/chip.tsx"
import { useNavigation } from "../../ui/link.tsx"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { usePlace } from "./places.ts"
import { homeOf, sortedProjects } from "./who.ts"

const most = 8

export function GoCommands() {
  const { me } = useSession()
  const { navigate } = useNavigation()
  const projects = useProjects()
  const place = usePlace()
  const here = "project" in place ? projects.find(({ key }) => key === place.project) : undefined
  const desk = here ?? sortedProjects(projects, "desk")[0] ?? projects[0]
  const work = here ?? sortedProjects(projects, "work")[0] ?? projects[0]
  const hrefOf = (project: Project) => `/${project.kind === "desk" ? "queue" : "board"}/${project.key}`
  const projectItem = (project: Project): PaletteItem => ({
    ...{
      id: `project:${project.id}`,
      label: project.name,
      code: project.key,
      icon: <Dot square color={project.color} />,
      href: hrefOf(project),
    },
    run: () => navigate(hrefOf(project)),
  })
  const ticketItem = (ticket: ListedTicket): PaletteItem => ({
    ...{ id: `ticket:${ticket.id}`, label: ticket.title, code: ticket.key, href: `/tickets/${ticket.key}` },
    icon: <StatusIcon category={ticket.statusCategory} name={ticket.statusName} />,
    run: () => navigate(`/tickets/${ticket.key}`),
  })

  useCommand("go.home", () => me && navigate(homeOf(me, projects)))
  useCommand("go.mine", () => navigate("/my-work"))
  useCommand("go.queue", () => desk && navigate(`/queue/${desk.key}`), desk !== undefined)
  useCommand("go.board", () => work && navigate(`/board/${work.key}`), work !== undefined)
  useCommand("go.projects", () => navigate("/projects"))
  useCommand("go.project", () => ({ id: "projects", label: t.frame.choose_project, items: projects.map(projectItem) }), projects.length > 0)

  usePaletteSource("tickets", () => ({
    heading: t.frame.tickets,
    prefix: "t",
    things: t.frame.palette_tickets,
    find: (query) => (query.length < 2 ? [] : knownTickets(query, most).map(ticketItem)),
    exact: (query) => {
      const key = keyIn(query, projects)
      const known = key === null ? undefined : knownTickets(key, 1).find((ticket) => ticket.key === key)
      if (known !== undefined) return ticketItem(known)
      return key === null
        ? null
        : { id: `ticket:${key}`, label: key, icon: "right", href: `/tickets/${key}`, run: () => navigate(`/tickets/${key}`) }
    },
    search: async (query, signal) => {
      if (query.length < 2) return []
      const { data } = await call(listTickets, { query: { q: query, limit: most, sort: "-updatedAt" }, signal })
      return data.map(ticketItem)
    },
  }))
  usePaletteSource("projects", () => ({
    heading: t.frame.projects,
    prefix: "p",
    things: t.frame.palette_projects,
    find: (query) => {
      const words = query.toLowerCase()
      return projects.filter(({ name, key }) => `${key} ${name}`.toLowerCase().includes(words)).map(projectItem)
    },
  }))
  return null
}

/** "abc123" and "ABC-123" are a ticket's key where a project has that key. */
function keyIn(query: string, projects: readonly Project[]): string | null {
  const [, project, number] = /^([A-Za-z][A-Za-z0-9]{1,9}?)-?(\d{1,9})$/.exec(query.trim()) ?? []
  const key = project?.toUpperCase()
  return projects.some((each) => each.key === key) ? `${key}-${Number(number)}` : null
}
