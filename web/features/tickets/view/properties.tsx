// THE list of a ticket's properties. Page, peek and phone lay them out differently; there is no second set.
import type { Project } from "@docket/contract/projects"
import type { ListedTicket, Ticket } from "@docket/contract/tickets"
import type { ComponentType } from "react"
import { t } from "../../../words/words.ts"
import {
  AssigneeValue,
  CategoryValue,
  DepartmentValue,
  LabelsValue,
  OwnerValue,
  PriorityValue,
  StatusValue,
  TeamValue,
  TypeValue,
} from "./property-values.tsx"
import {
  ClosedValue,
  CreatedValue,
  DueValue,
  EstimateValue,
  OthersValue,
  ParentValue,
  ProgressValue,
  ProjectValue,
  ReferenceValue,
  RequesterValue,
  ResolvedValue,
  SourceValue,
  StartValue,
  UpdatedValue,
  WatchersValue,
} from "./property-values-more.tsx"

type Any = ListedTicket & Partial<Pick<Ticket, "watchers">>
export type PropertyGroup = "details" | "planning" | "people"
export type Property = {
  id: string
  label: string
  group: PropertyGroup
  Value: ComponentType<{ ticket: Any }>
  /** Shown first wherever there is little room. */
  key?: true
  /** Nothing in it: stands under "More" until there is. */
  empty?: (ticket: Any, project: Project | null | undefined) => boolean
  /** Means nothing for this ticket. */
  absent?: (ticket: Any, project: Project | null | undefined) => boolean
}

const names = t.tickets.property
const mayPlan = (ticket: Any) => ticket.can.includes("editPlan")

const properties: readonly Property[] = [
  { id: "status", label: names.status, group: "details", Value: StatusValue, key: true },
  { id: "priority", label: names.priority, group: "details", Value: PriorityValue, key: true },
  { id: "assignee", label: names.assignee, group: "details", Value: AssigneeValue, key: true },
  {
    id: "others",
    label: names.others,
    group: "details",
    Value: OthersValue,
    empty: (ticket) => ticket.assignees.length < 2,
    absent: (ticket, project) => ticket.assignees.length < 2 && (project?.singleAssignee === true || !ticket.can.includes("assign")),
  },
  { id: "due", label: names.due, group: "planning", Value: DueValue, key: true, absent: (ticket) => !ticket.dueDate && !mayPlan(ticket) },
  { id: "type", label: names.type, group: "details", Value: TypeValue },
  {
    id: "category",
    label: names.category,
    group: "details",
    Value: CategoryValue,
    empty: (ticket, project) => !ticket.category && project?.kind === "work",
    absent: (ticket) => !ticket.category && !mayPlan(ticket),
  },
  {
    id: "team",
    label: names.team,
    group: "details",
    Value: TeamValue,
    empty: (ticket) => !ticket.team,
    absent: (ticket) => !ticket.team && !mayPlan(ticket),
  },
  {
    id: "labels",
    label: names.labels,
    group: "details",
    Value: LabelsValue,
    absent: (ticket) => ticket.labels.length === 0 && !mayPlan(ticket),
  },
  {
    id: "start",
    label: names.start,
    group: "planning",
    Value: StartValue,
    empty: (ticket) => !ticket.startDate,
    absent: (ticket) => !ticket.startDate && !mayPlan(ticket),
  },
  {
    id: "estimate",
    label: names.estimate,
    group: "planning",
    Value: EstimateValue,
    empty: (ticket, project) => ticket.estimate === null && project?.kind !== "work",
    absent: (ticket) => ticket.estimate === null && !mayPlan(ticket),
  },
  {
    id: "parent",
    label: names.parent,
    group: "planning",
    Value: ParentValue,
    empty: (ticket) => !ticket.parent,
    absent: (ticket) => !ticket.parent && !mayPlan(ticket),
  },
  {
    id: "progress",
    label: names.progress,
    group: "planning",
    Value: ProgressValue,
    absent: (ticket, project) => ticket.progress === 0 || ticket.closedAt !== null || project?.kind === "desk",
  },
  { id: "requester", label: names.requester, group: "people", Value: RequesterValue, key: true },
  {
    id: "owner",
    label: names.owner,
    group: "people",
    Value: OwnerValue,
    empty: (ticket) => !ticket.owner,
    absent: (ticket) => !ticket.owner && !mayPlan(ticket),
  },
  {
    id: "department",
    label: names.department,
    group: "people",
    Value: DepartmentValue,
    empty: (ticket) => !ticket.department,
    absent: (ticket) => !ticket.department && !mayPlan(ticket),
  },
  { id: "watchers", label: names.watchers, group: "people", Value: WatchersValue },
  { id: "project", label: names.project, group: "details", Value: ProjectValue, empty: () => true },
  { id: "source", label: names.source, group: "people", Value: SourceValue, empty: () => true },
  { id: "reference", label: names.external, group: "details", Value: ReferenceValue, absent: (ticket) => !ticket.externalRef },
  { id: "created", label: names.created, group: "planning", Value: CreatedValue, empty: () => true },
  { id: "updated", label: names.updated, group: "planning", Value: UpdatedValue, empty: () => true },
  {
    id: "resolved",
    label: names.resolved,
    group: "planning",
    Value: ResolvedValue,
    absent: (ticket) => !ticket.resolvedAt,
    empty: (ticket) => Boolean(ticket.closedAt),
  },
  { id: "closed", label: names.closed, group: "planning", Value: ClosedValue, absent: (ticket) => !ticket.closedAt },
]

export type Arranged = { first: Property[]; more: Property[] }

/** Those that this ticket has: what is set or asked for, and what is folded away. */
export function arrange(ticket: Any, project: Project | null | undefined): Arranged {
  const there = properties.filter((property) => !property.absent?.(ticket, project))
  return {
    first: there.filter((property) => !property.empty?.(ticket, project)),
    more: there.filter((property) => property.empty?.(ticket, project)),
  }
}
