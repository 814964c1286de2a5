// Where one is, from the address: for the sidebar's current entry and the window's title. Pure.
import { useLocation } from "@tanstack/react-router"

export type Place =
  | { kind: "home" | "mine" | "tickets" | "projects" | "portal" | "requests" | "new-request" | "account" | "elsewhere" }
  | { kind: "queue" | "board"; project: string }
  | { kind: "ticket" | "request"; key: string }

const simple: Record<string, Place> = {
  "": { kind: "home" },
  "/my-work": { kind: "mine" },
  "/tickets": { kind: "tickets" },
  "/projects": { kind: "projects" },
  "/account": { kind: "account" },
  "/portal/account": { kind: "account" },
  "/portal": { kind: "portal" },
  "/portal/requests": { kind: "requests" },
  "/portal/new": { kind: "new-request" },
}

export function placeAt(path: string): Place {
  const plain = path.replace(/\/+$/, "")
  const known = simple[plain]
  if (known !== undefined) return known
  const [, area, name = ""] = /^\/(queue|board|tickets|portal\/requests)\/([^/]+)$/.exec(plain) ?? []
  const key = name.toUpperCase()
  if (area === "queue" || area === "board") return { kind: area, project: key }
  if (area === "tickets") return { kind: "ticket", key }
  return area === undefined ? { kind: "elsewhere" } : { kind: "request", key }
}

/** The place on the screen; `peek`: the ticket that is open beside it. */
export function usePlace(): Place & { peek: string | null } {
  const { pathname, searchStr } = useLocation()
  return { ...placeAt(pathname), peek: new URLSearchParams(searchStr).get("peek")?.toUpperCase() ?? null }
}
