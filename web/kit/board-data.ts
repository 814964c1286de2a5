// Sample boards for looking at: one company's sprint, long titles, a thousand cards, nothing.
import type { ListedTicket, Priority, TicketType } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"

const person = (id: string, name: string) => ({ id, name })
export const people = {
  ravi: person("ravi", "Ravi Menon"),
  dele: person("dele", "Dele Adeyemi"),
  yuki: person("yuki", "Yuki Tanaka"),
  bea: person("bea", "Bea Novak"),
  mara: person("mara", "Mara Lindqvist"),
}
type Who = keyof typeof people | null

const team = [{ role: "developer" as const }, { role: "product_owner" as const }]
const owner = [{ role: "product_owner" as const }]
export const graph: WorkflowGraph = {
  initial: "todo",
  statuses: [
    { key: "todo", name: "To do", category: "todo" },
    { key: "in_progress", name: "In progress", category: "active" },
    { key: "po_review", name: "PO review", category: "review" },
    { key: "done", name: "Done", category: "done" },
    { key: "dropped", name: "Dropped", category: "cancelled" },
  ],
  transitions: [
    { from: "todo", to: "in_progress", name: "Start", allow: team },
    { from: "todo", to: "dropped", name: "Drop", requires: ["reason"] },
    { from: "in_progress", to: "todo", name: "Put back", allow: team },
    { from: "in_progress", to: "po_review", name: "Send to review", allow: team },
    { from: "po_review", to: "in_progress", name: "Reject", allow: team },
    { from: "po_review", to: "done", name: "Accept", allow: owner },
    { from: "done", to: "in_progress", name: "Reopen", allow: owner },
  ],
}

/** What a developer may do from a status; the board asks nobody else here. */
export function movesFrom(status: string): ListedTicket["transitions"] {
  return graph.transitions.flatMap((move) => {
    const to = graph.statuses.find((each) => each.key === move.to)
    if (move.from !== status || !to || move.allow === owner) return []
    return [{ to: to.key, name: move.name, statusName: to.name, category: to.category, requires: move.requires ?? [] }]
  })
}

let count = 0
function card(
  key: number,
  title: string,
  type: TicketType,
  priority: Priority,
  who: Who,
  estimate: number | null,
  status: string,
  epic: ListedTicket["parent"] = null,
  more: Partial<ListedTicket> = {},
): ListedTicket {
  count += 1
  const its = graph.statuses.find((each) => each.key === status)
  const assignee = who ? people[who] : null
  return {
    ...blank,
    id: `card-${key}-${count}`,
    key: `WEB-${key}`,
    title,
    type,
    priority,
    assignee,
    assignees: assignee ? [assignee] : [],
    estimate,
    status,
    statusName: its?.name ?? status,
    statusCategory: its?.category ?? "todo",
    parent: epic,
    rank: count.toString(36).padStart(6, "0"),
    transitions: movesFrom(status),
    ...more,
  }
}

const blank: ListedTicket = {
  ...{ id: "", key: "", version: 1, project: { id: "web", key: "WEB", name: "Customer portal" }, type: "task", title: "", status: "todo" },
  ...{
    statusName: "",
    statusCategory: "todo",
    workflowVersionId: "agile",
    priority: "medium",
    impact: null,
    urgency: null,
    category: null,
  },
  ...{ subcategory: null, department: null, team: null, reporter: people.mara, owner: null, assignee: null, assignees: [], parent: null },
  ...{ labels: [], startDate: null, dueDate: null, estimate: null, progress: 0, resolution: null, resolutionCode: null, reason: null },
  ...{ customFields: {}, source: "web", externalRef: null, rank: "", sla: {}, blocked: false, commentCount: 0 },
  ...{
    createdAt: "2026-11-12T08:42:00.000Z",
    updatedAt: "2026-11-20T09:12:00.000Z",
    firstResponseAt: null,
    resolvedAt: null,
    closedAt: null,
  },
  can: ["edit", "move", "comment", "assign", "watch", "link", "editPlan"],
  transitions: [],
}

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
const epic = (key: number, title: string, progress: number): ListedTicket =>
  card(key, title, "epic", "medium", null, null, "todo", null, { progress })
export const epics = [
  epic(290, "Orders without phone calls", 56),
  epic(301, "Self-service returns", 25),
  epic(284, "Faster product search", 79),
]
const [orders, returns, search] = epics.map(({ id, key, title }) => ({ id, key, title }))

export const sprint: ListedTicket[] = [
  card(331, "Show the calibration due date on each instrument", "story", "high", "ravi", 5, "todo", orders, {
    dueDate: day(4),
    labels: ["portal"],
  }),
  card(334, "Reorder from a past delivery", "story", "medium", null, 3, "todo", orders),
  card(318, "Assembly manuals in the customer’s language", "story", "high", "dele", 8, "in_progress", orders, {
    dueDate: day(0),
    labels: ["docs", "i18n"],
  }),
  card(326, "Price list times out for distributors with 4,000 items", "bug", "critical", "yuki", 3, "in_progress", orders),
  card(329, "Split shipments in the order history", "task", "medium", "ravi", 2, "in_progress", orders, { blocked: true }),
  card(322, "Confirm a delivery slot by link", "story", "medium", "yuki", 5, "po_review", orders),
  card(320, "Copy a quote into an order", "story", "medium", "bea", 3, "po_review", orders),
  card(311, "VAT numbers are checked on entry", "story", "medium", "dele", 3, "done", orders),
  card(309, "Keep filters when going back", "task", "low", "yuki", 1, "done", orders),
  card(336, "Print a return label from the phone", "story", "medium", "bea", 5, "todo", returns),
  card(338, "Photo of the damage is required for glass parts", "task", "low", null, 2, "todo", returns),
  card(327, "Return reasons come from the quality system", "task", "medium", "dele", 3, "in_progress", returns),
  card(330, "Refund shows the wrong currency symbol", "bug", "high", "ravi", 1, "in_progress", returns),
  card(324, "Track a return with the order number", "story", "medium", "yuki", 5, "po_review", returns),
  card(285, "Search by serial number", "story", "medium", "bea", 8, "done", search),
  card(339, "Update the cookie banner text for Norway", "task", "low", "bea", 1, "todo"),
  card(301, "Old fax order form", "task", "low", null, null, "dropped"),
]

const words =
  "Orders of distributors that were confirmed by telephone but never written down should be visible in the customer’s history with the name of whoever took them".split(
    " ",
  )
export const long: ListedTicket[] = ["todo", "in_progress", "po_review", "done"].flatMap((status, at) => [
  card(4000 + at * 2, words.join(" "), "story", "critical", "dele", 100000, status, null, {
    dueDate: day(-3),
    blocked: true,
    labels: ["a-label-that-goes-on-for-quite-a-while-longer-than-usual", "kurz", "third", "fourth"],
    assignee: person("long", "Wolfeschlegelsteinhausenbergerdorff Maximilian-Alexander Hubert"),
  }),
  card(4001 + at * 2, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "bug", "low", null, null, status),
])

const verbs = ["Show", "Hide", "Import", "Print", "Rename", "Sort", "Export", "Check", "Move", "Split"]
const things = [
  "delivery notes",
  "price lists",
  "the return form",
  "calibration certificates",
  "the order history by customer and by month",
  "cookie texts",
]
export const thousand: ListedTicket[] = Array.from({ length: 1000 }, (_, at) =>
  card(
    1001 + at,
    `${verbs[at % verbs.length]} ${things[(at * 7) % things.length]}`,
    (["story", "task", "bug"] as const)[at % 3] ?? "task",
    (["low", "medium", "high", "critical"] as const)[at % 4] ?? "low",
    (["ravi", "dele", "yuki", "bea", null] as const)[at % 5] ?? null,
    at % 8,
    ["todo", "in_progress", "po_review", "done"][at % 10 < 5 ? 0 : at % 4] ?? "todo",
    at % 3 === 0 ? orders : at % 3 === 1 ? returns : null,
  ),
)
