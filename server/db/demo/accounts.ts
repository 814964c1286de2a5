import type { DemoRole } from "@docket/contract/identity"
import { emailOf, type Handle } from "./company/people.ts"

/** Everyone in the demo company has this password. */
export const demoPassword = "pressure-gauge"

/** Whom a visitor becomes with one click. */
const demoHandles: Record<DemoRole, Handle> = {
  admin: "amara",
  manager: "nadia",
  agent: "priya",
  employee: "ines",
  product_owner: "mara",
  developer: "dele",
  department_head: "chloe",
}

const says: Record<DemoRole, string> = {
  admin: "administrator, leads IT support",
  manager: "manager, head of IT: sees and assigns everything",
  agent: "agent in Network and IT support",
  employee: "employee in Finance: asks for help",
  product_owner: "product owner of the customer portal",
  developer: "developer of the customer portal",
  department_head: "head of Finance: sees the department’s tickets",
}

type DemoAccount = { role: DemoRole; email: string; password: string; says: string }
export const demoAccounts: DemoAccount[] = (Object.keys(demoHandles) as DemoRole[]).map((role) => ({
  role,
  email: emailOf(demoHandles[role]),
  password: demoPassword,
  says: says[role],
}))
