// What a list shows, read from its address: the view, the filters, how it is grouped and sorted, which ticket is peeked at.
import type { TicketQuery } from "@docket/contract/tickets"
import { useMemo } from "react"
import { type Address, useAddress } from "../address.ts"
import { both, type Filter, filterQuery, readFilters, writeFilters } from "../filters/filter-model.ts"
import { type Grouping, groupings } from "./grouping.ts"
import { type ListTab, type Sort, sorts } from "./list-tabs.ts"

export type ListView = {
  address: Address
  tab: ListTab
  tabs: readonly ListTab[]
  filters: Filter[]
  grouping: Grouping
  sort: Sort
  peek: string | null
  /** null: two conditions exclude each other, nothing can match. */
  query: TicketQuery | null
  /** What a tab would ask for, with the filters of now or others. */
  queryOf: (tab: ListTab, filters?: readonly Filter[]) => TicketQuery | null
  tabHref: (tab: ListTab) => string
  setFilters: (filters: readonly Filter[]) => void
  setGrouping: (grouping: Grouping) => void
  setSort: (sort: Sort) => void
  setPeek: (key: string | null) => void
}

const pageSize = 100

export function useListView(base: TicketQuery, tabs: readonly ListTab[], defaultGrouping: Grouping = "status"): ListView {
  const address = useAddress()
  return useMemo(() => {
    const { search, change } = address
    const tab = tabs.find((each) => each.id === search.get("tab")) ?? tabs[0]
    if (!tab) throw new Error("A list needs a tab")
    const filters = readFilters(search)
    const grouping = groupings.find((each) => each === search.get("group")) ?? defaultGrouping
    const sort = sorts.find((each) => each === search.get("sort")) ?? tab.sort
    const queryOf: ListView["queryOf"] = (of, kept = filters) => {
      const within = both(base, of.query)
      return within && both(within, filterQuery(kept))
    }
    const asked = queryOf(tab)
    const set = (name: string, value: string | null) =>
      change((next) => {
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      })
    return {
      address,
      tab,
      tabs,
      filters,
      grouping,
      sort,
      peek: search.get("peek"),
      query: asked && { ...asked, sort, limit: pageSize, count: true },
      queryOf,
      tabHref: (each) => address.href({ tab: each.id === tabs[0]?.id ? null : each.id, peek: null }),
      setFilters: (next) => change((now) => writeFilters(now, next)),
      setGrouping: (next) => set("group", next === defaultGrouping ? null : next),
      setSort: (next) => set("sort", next === tab.sort ? null : next),
      // Opening is a step of the history, walking on and closing are not.
      setPeek: (key) =>
        change(
          (next) => {
            if (key === null) next.delete("peek")
            else next.set("peek", key)
            return next
          },
          key !== null && !search.has("peek") ? "push" : "replace",
        ),
    }
  }, [address, base, tabs, defaultGrouping])
}
