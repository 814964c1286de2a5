import type { ProjectRole } from "@docket/contract/permissions"
import type { ProjectKind, ProjectStatus } from "@docket/contract/projects"
import type { Priority } from "@docket/contract/tickets"
import type { Preset } from "@docket/contract/workflows"
import type { Handle } from "./people.ts"

export type ProjectKey = "HELP" | "FAC" | "PEOPLE" | "WEB" | "APP" | "CLEAN" | "MOVE"
type Project = {
  name: string
  description: string
  kind: ProjectKind
  preset: Preset
  status: ProjectStatus
  priority: Priority
  manager: Handle
  /** Days from today. */
  start: number | null
  deadline: number | null
  color: string
  workloadLimit?: number
  members: Partial<Record<ProjectRole, readonly Handle[]>>
}

export const projects: Record<ProjectKey, Project> = {
  HELP: {
    name: "IT help desk",
    description: "Anything with a plug, a screen or a password. Say it in your own words; we sort it.",
    kind: "desk",
    preset: "itsm",
    status: "active",
    priority: "high",
    manager: "amara",
    start: null,
    deadline: null,
    color: "#7c5cc4",
    members: {},
  },
  FAC: {
    name: "Facilities",
    description: "Buildings, doors, desks, cars and coffee machines in Utrecht, Leeds and Porto.",
    kind: "desk",
    preset: "staged",
    status: "active",
    priority: "medium",
    manager: "nadia",
    start: null,
    deadline: null,
    color: "#986d20",
    workloadLimit: 5,
    members: {},
  },
  PEOPLE: {
    name: "People desk",
    description: "Questions about pay, leave, contracts and training.",
    kind: "desk",
    preset: "helpdesk",
    status: "active",
    priority: "medium",
    manager: "sofia",
    start: null,
    deadline: null,
    color: "#b0477f",
    workloadLimit: 6,
    members: { member: ["wanjiru"] },
  },
  WEB: {
    name: "Customer portal",
    description: "Customers order, return and find their certificates without a phone call.",
    kind: "work",
    preset: "agile",
    status: "active",
    priority: "high",
    manager: "nadia",
    start: -120,
    deadline: 75,
    color: "#216db8",
    members: {
      product_owner: ["mara"],
      developer: ["dele", "yuki", "ravi", "bea"],
      member: ["camille", "hanna"],
      viewer: ["henrik", "elena"],
    },
  },
  APP: {
    name: "Field app",
    description: "Service engineers read, sign and send a calibration on the customer’s floor, with or without a network.",
    kind: "work",
    preset: "agile",
    status: "active",
    priority: "medium",
    manager: "nadia",
    start: -90,
    deadline: 40,
    color: "#297946",
    members: { product_owner: ["stefan"], developer: ["ngozi", "lars"], member: ["mara", "camille", "giulia"], viewer: ["noor"] },
  },
  CLEAN: {
    name: "Clean-room upgrade",
    description: "Clean room 2 goes from ISO 7 to ISO 6 before the pressure-sensor line moves in.",
    kind: "work",
    preset: "lifecycle",
    status: "active",
    priority: "critical",
    manager: "leila",
    start: -100,
    deadline: 21,
    color: "#b4532a",
    members: {
      product_owner: ["noor"],
      manager: ["leila"],
      developer: ["aisha", "joao", "jonas", "bram"],
      member: ["marek", "giulia"],
      viewer: ["chloe"],
    },
  },
  MOVE: {
    name: "Utrecht office move",
    description: "Floors 2 and 3 moved into the new wing over the first weekend of the quarter.",
    kind: "work",
    preset: "lifecycle",
    status: "completed",
    priority: "medium",
    manager: "bram",
    start: -110,
    deadline: -25,
    color: "#69625b",
    members: { manager: ["bram"], developer: ["tomas", "lucia"], member: ["anouk"] },
  },
}
