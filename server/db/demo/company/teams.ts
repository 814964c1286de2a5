import type { DepartmentKey } from "./departments.ts"
import type { Handle } from "./people.ts"

export type TeamKey = "support" | "network" | "applications" | "facilities" | "people"
type Team = { name: string; description: string; department: DepartmentKey; lead: Handle; members: readonly Handle[] }

/** Who works which queue; the lead is a member too. */
export const teams: Record<TeamKey, Team> = {
  support: {
    name: "IT support",
    description: "First contact for laptops, accounts, printing and meeting rooms.",
    department: "it",
    lead: "amara",
    members: ["amara", "tomas", "kwame", "siobhan", "priya", "jonas"],
  },
  network: {
    name: "Network",
    description: "Wi-Fi, VPN, firewalls, telephony and the server rooms.",
    department: "it",
    lead: "priya",
    members: ["priya", "jonas", "piotr"],
  },
  applications: {
    name: "Applications",
    description: "SAP, the label system, Office and everything with a licence.",
    department: "it",
    lead: "hanna",
    members: ["hanna", "mateo", "aylin"],
  },
  facilities: {
    name: "Facilities",
    description: "Buildings in Utrecht, Leeds and Porto.",
    department: "facilities",
    lead: "bram",
    members: ["bram", "lucia", "callum"],
  },
  people: {
    name: "People operations",
    description: "Contracts, payroll, leave and training.",
    department: "people",
    lead: "sofia",
    members: ["sofia", "anouk", "fatima"],
  },
}
