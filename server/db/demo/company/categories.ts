import type { TeamKey } from "./teams.ts"

/** The tree that classifies desk tickets; a category routes to a team, a sub-category to its own or its parent's. */
export const categories = {
  Network: { team: "network", below: { VPN: null, "Wi-Fi": null, Telephony: null, Firewall: null } },
  Access: { team: "support", below: { Accounts: null, "Shared folders": null, "Application roles": "applications", Badges: "facilities" } },
  Hardware: { team: "support", below: { Laptops: null, Monitors: null, Phones: null, "Meeting rooms": null } },
  Printing: { team: "support", below: { "Office printers": null, "Label printers": "applications" } },
  Software: { team: "applications", below: { Office: null, SAP: null, Licences: null, "Label system": null, Engineering: null } },
  Email: { team: "support", below: { Mailboxes: null, Calendars: null, Spam: null } },
  Security: { team: "network", below: { Phishing: null, Devices: null } },
  Building: { team: "facilities", below: { "Heating and air": null, Lighting: null, Cleaning: null, "Doors and locks": null } },
  Workplace: { team: "facilities", below: { Desks: null, Parking: null, "Company cars": null } },
  "People matters": { team: "people", below: { Payroll: null, Leave: null, Contracts: null, Training: null } },
} as const satisfies Record<string, { team: TeamKey; below: Record<string, TeamKey | null> }>

type Tree = typeof categories
/** "Network", or "Network / VPN". */
export type CategoryPath = { [C in keyof Tree & string]: C | `${C} / ${keyof Tree[C]["below"] & string}` }[keyof Tree & string]

export function teamFor(path: CategoryPath): TeamKey {
  const [name = "", sub] = path.split(" / ")
  const category = categories[name as keyof Tree]
  return (sub === undefined ? null : (category.below as Record<string, TeamKey | null>)[sub]) ?? category.team
}
