// Which projects are shown and in which order. Pure.
import type { Project, ProjectKind } from "@docket/contract/projects"
import { fold } from "../../ui/picker-options.ts"

export type KindFilter = "all" | ProjectKind

/** What is under way first, what is completed last; by name. */
export function shownProjects(projects: readonly Project[], kind: KindFilter, typed: string): Project[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  const weight = (project: Project) => (project.status === "completed" ? 1 : 0)
  return projects
    .filter((project) => kind === "all" || project.kind === kind)
    .filter((project) => words.every((word) => fold(`${project.name} ${project.key}`).includes(word)))
    .sort((a, b) => weight(a) - weight(b) || a.name.localeCompare(b.name))
}
