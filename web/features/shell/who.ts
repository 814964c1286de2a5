// What kind of frame somebody needs. Pure.
import type { Me } from "@docket/contract/identity"
import type { Project } from "@docket/contract/projects"

/** Whoever works on tickets: on the desk, in a project, or at the head of a department. Everybody else only asks for help. */
export function isStaff({ user, projects, headOf }: Me): boolean {
  return user.role !== "employee" || projects.length > 0 || headOf.length > 0
}

/** Who works this desk, rather than asking there for help; the head of a department oversees what it asks for. */
export const worksDesk = ({ user, projects, headOf }: Me, desk: Project): boolean =>
  user.role !== "employee" || headOf.length > 0 || projects.some(({ id }) => id === desk.id)

/** Where somebody starts: whoever works the desk at its queue, other staff at their own work, the rest in the portal. */
export function homeOf(me: Me, projects: readonly Project[]): string {
  if (!isStaff(me)) return "/portal"
  const desk = projects.find((project) => project.default) ?? projects.find(({ kind }) => kind === "desk")
  return me.user.role === "agent" && desk !== undefined ? `/queue/${desk.key}` : "/my-work"
}

/** The same place for those who only ask for help; null where they may stay. */
export function portalFor(path: string): string | null {
  if (path.startsWith("/portal")) return null
  if (path === "/account") return "/portal/account"
  const key = /^\/tickets\/([A-Za-z0-9-]+)$/.exec(path)?.[1]
  return key === undefined ? "/portal" : `/portal/requests/${key}`
}

/** By kind, in the order of their names; what is finished comes last. */
export function sortedProjects(projects: readonly Project[], kind: Project["kind"]): Project[] {
  const rank = (project: Project) => (project.default ? -1 : project.status === "completed" ? 1 : 0)
  return projects.filter((project) => project.kind === kind).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}
