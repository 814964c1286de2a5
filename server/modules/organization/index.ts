/**
 * Organisation: departments with their heads, teams with their members, and the tree of categories that classifies desk tickets.
 * Owns `departments`, `teams`, `team_members` and `categories`. Names are unique whatever their case.
 * Promises their names from memory (`organizationNames`), so that no list of tickets has to join them.
 */
export { addTeamMember, addTeamMembers, type NewTeamMember } from "./add-team-members.ts"
export { createCategory, type NewCategory } from "./create-category.ts"
export { createDepartment } from "./create-department.ts"
export { createTeam, type NewTeam } from "./create-team.ts"
export { categoriesNamed, departmentsNamed, type Named, teamsNamed } from "./find-or-create.ts"
export { nameHead } from "./name-head.ts"
export { type Classified, listeners, type OrganizationNames, organizationNames } from "./names.ts"
export { routes } from "./routes.ts"
