/** The people of Marlow Instruments by their user names, in the order in which they joined. */
import type { UserStatus } from "@docket/contract/identity"
import type { WorkspaceRole } from "@docket/contract/permissions"
import type { DepartmentKey } from "./departments.ts"

export type Site = "Utrecht" | "Leeds" | "Porto"
type Person = {
  name: string
  department: DepartmentKey
  site: Site
  /** What they do, for whoever reads this. */
  does: string
  role?: WorkspaceRole
  status?: UserStatus
}

/** The first of each kind is whom a visitor may sign in as, so their order matters. */
export const people = {
  amara: { name: "Amara Okafor", department: "it", site: "Utrecht", role: "admin", does: "leads IT support and administers Docket" },
  nadia: { name: "Nadia Rahimi", department: "it", site: "Utrecht", role: "manager", does: "head of IT" },
  priya: { name: "Priya Nair", department: "it", site: "Utrecht", role: "agent", does: "leads Network" },
  ines: { name: "Ines Carvalho", department: "finance", site: "Utrecht", does: "general ledger" },
  chloe: { name: "Chloé Martin", department: "finance", site: "Utrecht", does: "head of Finance" },
  mara: { name: "Mara Lindqvist", department: "product", site: "Utrecht", does: "head of Product, owns the customer portal" },
  dele: { name: "Dele Adeyemi", department: "product", site: "Utrecht", does: "develops the customer portal" },

  tomas: { name: "Tomás Reyes", department: "it", site: "Utrecht", role: "agent", does: "IT support" },
  jonas: { name: "Jonas Weber", department: "it", site: "Utrecht", role: "agent", does: "Network" },
  kwame: { name: "Kwame Boateng", department: "it", site: "Leeds", role: "agent", does: "IT support" },
  siobhan: { name: "Siobhán Kelly", department: "it", site: "Leeds", role: "agent", does: "IT support" },
  hanna: { name: "Hanna Virtanen", department: "it", site: "Utrecht", role: "agent", does: "leads Applications" },
  mateo: { name: "Mateo Fuentes", department: "it", site: "Porto", role: "agent", does: "Applications" },
  aylin: { name: "Aylin Kaya", department: "it", site: "Utrecht", role: "agent", does: "Applications, SAP" },
  piotr: { name: "Piotr Zieliński", department: "it", site: "Porto", role: "agent", does: "Network" },

  bram: { name: "Bram de Vries", department: "facilities", site: "Utrecht", role: "agent", does: "leads Facilities" },
  lucia: { name: "Lucía Ortega", department: "facilities", site: "Porto", role: "agent", does: "Facilities" },
  callum: { name: "Callum Fraser", department: "facilities", site: "Leeds", role: "agent", does: "Facilities" },

  sofia: { name: "Sofia Marino", department: "people", site: "Utrecht", role: "manager", does: "head of People" },
  anouk: { name: "Anouk Jansen", department: "people", site: "Utrecht", role: "agent", does: "People operations" },
  fatima: { name: "Fatima Zahra Idrissi", department: "people", site: "Porto", role: "agent", does: "People operations, payroll" },
  wanjiru: { name: "Wanjiru Mwangi", department: "people", site: "Leeds", does: "recruiting" },

  viktor: { name: "Viktor Petrov", department: "finance", site: "Utrecht", does: "controlling" },
  meiling: { name: "Mei-Ling Chen", department: "finance", site: "Utrecht", does: "accounts payable" },
  seun: { name: "Oluwaseun Bello", department: "finance", site: "Leeds", does: "credit control" },

  leila: { name: "Leila Haddad", department: "production", site: "Utrecht", does: "head of Production" },
  radek: { name: "Radek Novotný", department: "production", site: "Utrecht", does: "shift lead, nights" },
  aisha: { name: "Aisha Siddiqui", department: "production", site: "Utrecht", does: "process engineer, clean rooms" },
  joao: { name: "João Pinto", department: "production", site: "Porto", does: "clean-room technician" },
  marek: { name: "Marek Kowalski", department: "production", site: "Utrecht", does: "assembly" },
  rui: { name: "Rui Almeida", department: "production", site: "Porto", does: "production planning" },

  noor: { name: "Noor Aziz", department: "quality", site: "Utrecht", does: "head of Quality" },
  giulia: { name: "Giulia Ferrari", department: "quality", site: "Utrecht", does: "metrologist" },
  takumi: { name: "Takumi Sato", department: "quality", site: "Porto", does: "supplier quality" },

  henrik: { name: "Henrik Dahl", department: "sales", site: "Utrecht", does: "head of Sales" },
  rosa: { name: "Rosa Delgado", department: "sales", site: "Porto", does: "Iberia" },
  tariq: { name: "Tariq Mahmood", department: "sales", site: "Leeds", does: "United Kingdom and Ireland" },
  elena: { name: "Elena Popescu", department: "sales", site: "Utrecht", does: "distributors" },
  liam: { name: "Liam O’Connor", department: "sales", site: "Leeds", does: "inside sales" },

  yuki: { name: "Yuki Tanaka", department: "product", site: "Utrecht", does: "develops the customer portal" },
  ravi: { name: "Ravi Menon", department: "product", site: "Utrecht", does: "develops the customer portal" },
  bea: { name: "Bea Novak", department: "product", site: "Utrecht", does: "designs and builds screens" },
  stefan: { name: "Ștefan Ionescu", department: "product", site: "Porto", does: "owns the field app" },
  ngozi: { name: "Ngozi Eze", department: "product", site: "Porto", does: "develops the field app" },
  lars: { name: "Lars Holm", department: "product", site: "Porto", does: "develops the field app" },
  camille: { name: "Camille Laurent", department: "product", site: "Utrecht", does: "tests" },

  owen: { name: "Owen Price", department: "warehouse", site: "Leeds", does: "head of Warehouse" },
  darius: { name: "Darius Kazlauskas", department: "warehouse", site: "Leeds", does: "goods in" },
  zanele: { name: "Zanele Dlamini", department: "warehouse", site: "Utrecht", does: "dispatch" },
  ewa: { name: "Ewa Mazur", department: "warehouse", site: "Leeds", does: "stock control" },

  peter: { name: "Peter Vance", department: "sales", site: "Leeds", does: "left last month" },
  emil: { name: "Emil Sørensen", department: "production", site: "Utrecht", status: "pending", does: "starts on Monday" },
  grace: { name: "Grace Kim", department: "sales", site: "Leeds", status: "pending", does: "comes from the Leeds distributor" },
  paul: { name: "Paul Anders", department: "finance", site: "Utrecht", status: "pending", does: "external assessor" },
} as const satisfies Record<string, Person>

export type Handle = keyof typeof people
export const handles = Object.keys(people) as Handle[]

export const person = (handle: Handle): Person => people[handle]
export const firstName = (handle: Handle): string => people[handle].name.split(" ")[0] ?? people[handle].name

const plain = (name: string) =>
  name
    .replaceAll("ø", "o")
    .normalize("NFKD")
    .replaceAll(/\p{M}|[’']/gu, "")
    .toLowerCase()

/** `ines.carvalho@marlow.example`; one who asks from outside has another. */
export const emailOf = (handle: Handle): string => {
  if (handle === "paul") return "p.anders@mailbox.example"
  const [first = "", ...rest] = plain(people[handle].name).split(" ")
  return `${first}.${rest.join("")}@marlow.example`
}
