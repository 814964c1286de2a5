import type { AccountEvents } from "./accounts.ts"
import type { IdentityEvents } from "./identity.ts"
import type { OrganizationEvents } from "./organization.ts"
import type { ProjectEvents } from "./projects.ts"
import type { SecondFactorEvents } from "./second-factor.ts"
import type { SignInEvents } from "./sign-in.ts"
import type { TicketEvents } from "./tickets.ts"
import type { WorkflowEvents } from "./workflows.ts"

/** Everything that can happen, by name. One row of the log each. */
export type Events = TicketEvents &
  ProjectEvents &
  WorkflowEvents &
  IdentityEvents &
  AccountEvents &
  SignInEvents &
  SecondFactorEvents &
  OrganizationEvents
export type EventName = keyof Events
