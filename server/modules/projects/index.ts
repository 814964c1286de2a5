/**
 * Projects: containers of tickets with a key, numbers, members in roles, and a workflow for each type of ticket that they offer.
 * Owns `projects`, `project_members` and `project_workflows`.
 * Promises ticket numbers that are distinct and without gaps, one default desk that always takes tickets, that a completed project is frozen,
 * and what others have to know of projects from memory (`projectDirectory`), so that a request costs no query for it.
 */
export { changeProject } from "./change-project.ts"
export { createProject } from "./create-project.ts"
export {
  listeners,
  maySeeProject,
  mayWatchProject,
  type ProjectDirectory,
  type ProjectEntry,
  projectDirectory,
  projectOf,
  visibleProjects,
} from "./directory.ts"
export { install } from "./install.ts"
export { routes } from "./routes.ts"
export { assertNotFrozen } from "./rules.ts"
export { setMember } from "./set-member.ts"
export { type TicketNumber, takeNumber, takeNumbers } from "./take-numbers.ts"
