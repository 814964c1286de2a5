// The state of the composer: which tab, its text, and that texts survive a reload. Each tab of each ticket has its own.
import type { Ticket, Visibility } from "@docket/contract/tickets"
import { useCallback, useEffect, useState } from "react"
import { draftKey, keepDraft, readDraft } from "./drafts.ts"

export type ComposeTab = Visibility
export type Compose = ReturnType<typeof useCompose>

export function useCompose(ticket: Ticket, me: string, internalThread: boolean | null) {
  const tabs: ComposeTab[] = [
    ...(ticket.can.includes("comment") && internalThread !== true ? (["public"] as const) : []),
    ...(ticket.can.includes("note") && internalThread !== false ? (["internal"] as const) : []),
  ]
  const keyOf = useCallback((tab: ComposeTab) => draftKey(me, ticket.id, tab), [me, ticket.id])
  const read = useCallback(
    (): Record<ComposeTab, string> => ({ public: readDraft(keyOf("public")), internal: readDraft(keyOf("internal")) }),
    [keyOf],
  )
  const [texts, setTexts] = useState(read)
  const [chosen, setChosen] = useState<ComposeTab>(() => (texts.public === "" && texts.internal !== "" ? "internal" : "public"))
  const [open, setOpen] = useState(false)
  const [focus, setFocus] = useState(0)
  // Another ticket in the same place: its own drafts.
  useEffect(() => setTexts(read()), [read])
  const tab: ComposeTab = tabs.includes(chosen) ? chosen : (tabs[0] ?? "public")

  const put = (of: ComposeTab, text: string) => {
    setTexts((now) => ({ ...now, [of]: text }))
    keepDraft(keyOf(of), text)
  }
  return {
    tab,
    tabs,
    text: texts[tab],
    open,
    focus,
    write: (text: string) => put(tab, text),
    clear: () => {
      put(tab, "")
      setOpen(false)
    },
    /** It was not sent: the text comes back, unless something new was begun. */
    restore: (of: ComposeTab, text: string) => {
      if (readDraft(keyOf(of)) === "") put(of, text)
    },
    choose: (next: ComposeTab) => {
      setChosen(next)
      setFocus((now) => now + 1)
    },
    start: (next: ComposeTab) => {
      setChosen(next)
      setOpen(true)
      setFocus((now) => now + 1)
    },
    close: () => setOpen(false),
  }
}
