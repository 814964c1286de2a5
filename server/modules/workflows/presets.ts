/** The five workflows that the first start installs, as data. A project chooses one; an administrator changes a copy or the next version. */
import type { TicketType } from "@docket/contract/tickets"
import type { Preset, Stage, Status, StatusCategory, Transition, Who, WorkflowGraph } from "@docket/contract/workflows"
import type { Static } from "typebox"

/** Installed definitions. Helpdesk is two, because its tasks have other statuses than its tickets. */
export const presetKeys = ["agile", "staged", "lifecycle", "itsm", "helpdesk", "helpdesk_tasks"] as const
export type PresetKey = (typeof presetKeys)[number]
export type PresetWorkflow = { key: PresetKey; name: string; description: string; graph: WorkflowGraph }

const planned: readonly TicketType[] = ["task", "story", "epic"]

/** Which definition serves a ticket type in a project that chose the preset. */
export const presetFor = (preset: Preset, type: TicketType): PresetKey =>
  preset === "helpdesk" && planned.includes(type) ? "helpdesk_tasks" : preset

const hues: Record<StatusCategory, string> = {
  backlog: "#7d7871",
  todo: "#69625b",
  active: "#216db8",
  waiting: "#986d20",
  review: "#814fb2",
  done: "#297946",
  cancelled: "#7a756e",
}

const status = (key: string, name: string, category: StatusCategory, stage?: Static<typeof Stage>): Status => ({
  key,
  name,
  category,
  color: hues[category],
  ...(stage && { stage }),
})
type Rest = Omit<Transition, "from" | "to" | "name">
const move = (from: string, to: string, name: string, rest: Rest = {}): Transition => ({ from, to, name, ...rest })

const staff: Who = { role: "staff" }
const reporter: Who = { relation: "reporter" }
const by = (...allow: Who[]): Rest => ({ allow })

/** A rejection or reopening is the product owner's word too, so a developer cannot take work back out of PO Review: only the owner rejects. */
const owner = by({ role: "product_owner" })
const team = by({ role: "developer" }, { role: "member", relation: "assignee" }, { role: "product_owner" })

const agile: WorkflowGraph = {
  initial: "todo",
  statuses: [
    status("todo", "To Do", "todo"),
    status("in_progress", "In Progress", "active"),
    status("po_review", "PO Review", "review"),
    status("done", "Done", "done"),
  ],
  transitions: [
    move("todo", "in_progress", "Start", team),
    move("in_progress", "todo", "Put back", team),
    move("in_progress", "po_review", "Send to review", team),
    move("po_review", "done", "Accept", owner),
    move("po_review", "in_progress", "Reject", owner),
    move("done", "in_progress", "Reopen", owner),
  ],
}

/**
 * Triage, resolve and finalize. A move from stage to stage asks for a note, or for the reason where it ends the request. Two kinds of move ask
 * nothing: those inside the stage of resolving (a claim has nothing to say yet, nor has picking work up again), and closing, which is the
 * requester's one click. Withdrawing ends with the start of work, as everywhere.
 */
const triage = { role: "staff", weight: 0.2, escalateTo: "manager", strategy: "manual" } as const
const resolve = { role: "agent", escalateTo: "manager", strategy: "claim" } as const
const noted = { ...by(staff), requires: ["note"] } satisfies Rest
const rejected = { ...by(staff), requires: ["reason"] } satisfies Rest
const withdrawn = { ...by(reporter), requires: ["reason"] } satisfies Rest

const staged: WorkflowGraph = {
  initial: "new",
  statuses: [
    status("new", "New", "todo", {
      ...triage,
      instruction: "Triage: approve with priority and department, ask back, or reject with a reason.",
    }),
    status("open", "Open", "todo", { ...resolve, weight: 0.2, instruction: "Resolve: claim it and start." }),
    status("in_progress", "In Progress", "active", { ...resolve, weight: 0.4, instruction: "Resolve: work on it and note what was done." }),
    status("on_hold", "On Hold", "waiting"),
    status("pending", "Pending", "waiting"),
    status("resolved", "Resolved", "review", {
      role: "staff",
      weight: 0.2,
      escalateTo: "manager",
      strategy: "manual",
      instruction: "Finalize: the requester confirms, or it closes after 72 hours.",
    }),
    status("rejected", "Rejected", "cancelled"),
    status("withdrawn", "Withdrawn", "cancelled"),
    status("closed", "Closed", "done"),
  ],
  transitions: [
    move("new", "open", "Approve", noted),
    move("new", "pending", "Ask back", noted),
    move("new", "rejected", "Reject", rejected),
    move("new", "withdrawn", "Withdraw", withdrawn),
    move("pending", "open", "Approve", noted),
    move("pending", "rejected", "Reject", rejected),
    move("pending", "withdrawn", "Withdraw", withdrawn),
    move("open", "in_progress", "Start", by(staff)),
    move("open", "on_hold", "Hold", noted),
    move("open", "withdrawn", "Withdraw", withdrawn),
    move("in_progress", "open", "Put back", noted),
    move("in_progress", "on_hold", "Hold", noted),
    move("in_progress", "resolved", "Resolve", noted),
    move("on_hold", "in_progress", "Resume", by(staff)),
    move("resolved", "in_progress", "Reopen", { ...by(staff, reporter), requires: ["note"] }),
    move("resolved", "closed", "Close", by(staff, reporter)),
  ],
  autoCloseHours: 72,
}

const lifecycle: WorkflowGraph = {
  initial: "open",
  statuses: [
    status("open", "Open", "todo"),
    status("in_progress", "In Progress", "active"),
    status("blocked", "Blocked", "waiting"),
    status("closed", "Closed", "done"),
  ],
  transitions: [
    move("open", "in_progress", "Start"),
    move("open", "closed", "Close"),
    move("in_progress", "open", "Put back"),
    move("in_progress", "closed", "Close"),
    move("in_progress", "blocked", "Block"),
    move("blocked", "in_progress", "Resume"),
    move("blocked", "open", "Put back"),
    move("closed", "open", "Reopen"),
    move("closed", "in_progress", "Resume"),
  ],
}

/**
 * Staff may resolve what nobody has started (first contact: a password reset is done before it is claimed); a desk offers both
 * next to an open ticket. Closing needs a resolution first, so only Resolved leads to Closed.
 */
const itsm: WorkflowGraph = {
  initial: "open",
  statuses: [
    status("open", "Open", "todo"),
    status("in_progress", "In Progress", "active"),
    status("resolved", "Resolved", "review"),
    status("closed", "Closed", "done"),
    status("withdrawn", "Withdrawn", "cancelled"),
  ],
  transitions: [
    move("open", "in_progress", "Start", by(staff)),
    move("open", "resolved", "Resolve", by(staff)),
    move("open", "withdrawn", "Withdraw", withdrawn),
    move("in_progress", "resolved", "Resolve", by(staff)),
    move("resolved", "in_progress", "Reopen", by(staff, reporter)),
    move("resolved", "closed", "Close", by(staff, reporter)),
  ],
  autoCloseHours: 168,
}

/** Any status to any other. `names` says what the button to each status is called. */
function anyToAny(statuses: Status[], names: Record<string, string>): WorkflowGraph {
  const pairs = statuses.flatMap((from) => statuses.filter((to) => to !== from).map((to) => [from, to] as const))
  const transitions = pairs.map(([from, to]) =>
    move(from.key, to.key, names[to.key] ?? to.name, to.category === "done" ? { needsDependenciesDone: true } : {}),
  )
  return { initial: statuses[0]?.key ?? "", statuses, transitions }
}

const helpdesk = anyToAny(
  [
    status("open", "Open", "todo"),
    status("in_progress", "In Progress", "active"),
    status("resolved", "Resolved", "review"),
    status("closed", "Closed", "done"),
  ],
  { open: "Reopen", in_progress: "Start", resolved: "Resolve", closed: "Close" },
)

const helpdeskTasks = anyToAny(
  [
    status("pending", "Pending", "todo"),
    status("in_progress", "In Progress", "active"),
    status("completed", "Completed", "done"),
    status("cancelled", "Cancelled", "cancelled"),
  ],
  { pending: "Put back", in_progress: "Start", completed: "Complete", cancelled: "Cancel" },
)

export const presetWorkflows: readonly PresetWorkflow[] = [
  { key: "agile", name: "Agile", description: "To Do to Done; a product owner accepts.", graph: agile },
  { key: "staged", name: "Staged service", description: "Triage, resolve, finalize, with notes between the stages.", graph: staged },
  { key: "lifecycle", name: "Lifecycle", description: "Open, in progress, blocked, closed; for whoever may update.", graph: lifecycle },
  { key: "itsm", name: "IT service", description: "Claim, resolve, confirm; closes by itself after 7 days.", graph: itsm },
  { key: "helpdesk", name: "Helpdesk tickets", description: "Four statuses, any to any.", graph: helpdesk },
  { key: "helpdesk_tasks", name: "Helpdesk tasks", description: "Completing waits for what the task depends on.", graph: helpdeskTasks },
]
