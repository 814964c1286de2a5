import type { Handle } from "./people.ts"

export type DepartmentKey = "it" | "finance" | "production" | "quality" | "sales" | "people" | "product" | "warehouse" | "facilities"

/** Departments with their heads. */
export const departments: Record<DepartmentKey, { name: string; description: string; head: Handle }> = {
  it: { name: "IT", description: "Networks, laptops, applications and the service desk.", head: "nadia" },
  finance: { name: "Finance", description: "Ledger, controlling, payables and credit control.", head: "chloe" },
  production: { name: "Production", description: "Assembly and the two clean rooms in Utrecht, the third one in Porto.", head: "leila" },
  quality: { name: "Quality", description: "Calibration laboratory and supplier quality.", head: "noor" },
  sales: { name: "Sales", description: "Direct sales and distributors in Europe.", head: "henrik" },
  people: { name: "People", description: "Recruiting, contracts, payroll and training.", head: "sofia" },
  product: { name: "Product", description: "Customer portal, field app and firmware.", head: "mara" },
  warehouse: { name: "Warehouse", description: "Goods in, stock and dispatch in Utrecht and Leeds.", head: "owen" },
  facilities: { name: "Facilities", description: "Buildings, badges, meeting rooms and the fleet.", head: "bram" },
}
