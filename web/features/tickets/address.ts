// The address as state: lists keep their filters in it, so that a link shows what its sender saw.
import { useMatch } from "@tanstack/react-router"
import { useCallback, useMemo } from "react"
import { useNavigation } from "../../ui/link.tsx"

export type Address = {
  path: string
  search: URLSearchParams
  /** `push`: one step of the browser's history; else the present one is replaced. */
  change: (change: (search: URLSearchParams) => URLSearchParams | undefined, how?: "push" | "replace") => void
  /** The same page with other parameters, for links; null takes one out. */
  href: (parameters: Record<string, string | null>) => string
}

const written = (path: string, search: URLSearchParams): string => {
  const text = search.toString().replaceAll("%2C", ",").replaceAll("%21", "!")
  return text === "" ? path : `${path}?${text}`
}

const textOf = (search: object): string =>
  new URLSearchParams(Object.entries(search).map(([name, value]): [string, string] => [name, String(value)])).toString()

export function useAddress(): Address {
  // The address of this page, also while another one is on its way.
  const pathname = useMatch({ strict: false, select: (match) => match.pathname })
  const searchStr = useMatch({ strict: false, select: (match) => textOf(match.search) })
  const { navigate } = useNavigation()
  const search = useMemo(() => new URLSearchParams(searchStr), [searchStr])
  const change = useCallback<Address["change"]>(
    (make, how = "replace") => {
      const copy = new URLSearchParams(searchStr)
      navigate(written(pathname, make(copy) ?? copy), { replace: how === "replace" })
    },
    [navigate, pathname, searchStr],
  )
  const href = useCallback<Address["href"]>(
    (parameters) => {
      const next = new URLSearchParams(searchStr)
      for (const [name, value] of Object.entries(parameters)) {
        if (value === null) next.delete(name)
        else next.set(name, value)
      }
      return written(pathname, next)
    },
    [pathname, searchStr],
  )
  return useMemo(() => ({ path: pathname, search, change, href }), [pathname, search, change, href])
}

export const ticketHref = (key: string): string => `/tickets/${key}`
