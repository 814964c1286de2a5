// Below head and filters: rows, or why there are none.
import type { Project } from "@docket/contract/projects"
import type { ListedTicket } from "@docket/contract/tickets"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { useCommandLayer } from "../../../commands/active.ts"
import type { TicketList } from "../../../live/hooks.ts"
import { announce } from "../../../ui/announcer.tsx"
import { bulkBarSpace } from "../../../ui/bulk-bar.tsx"
import { cx } from "../../../ui/cx.ts"
import { ErrorState } from "../../../ui/error-boundary.tsx"
import { usePhone } from "../../../ui/media.ts"
import { SkeletonRows } from "../../../ui/skeleton.tsx"
import { t } from "../../../words/words.ts"
import { AnchoredPicker, type Asked, askAt, type PickField } from "../pickers/anchored-picker.tsx"
import { TicketCommands } from "../ticket-commands.tsx"
import { BulkActions } from "./bulk-actions.tsx"
import { clear, goTo, targets } from "./cursor.ts"
import { ListEmpty } from "./list-empty.tsx"
import { ListNotice } from "./list-notice.tsx"
import { useRowActions } from "./row-actions.ts"
import { RowMenu } from "./row-menu.tsx"
import { useRowWidth } from "./row-width.ts"
import { type RowsHandle, TicketRows } from "./ticket-rows.tsx"
import { useListKeyboard } from "./use-list-keyboard.ts"
import { useListRows } from "./use-list-rows.ts"
import type { ListView } from "./use-list-view.ts"

type Props = {
  view: ListView
  list: TicketList
  /** The rows answer the question before this one. */
  stale: boolean
  project: Project | undefined
  mayCreate: boolean
  me: string | null
  peek: string | null
  /** The keys of the rows in their order, for walking from ticket to ticket. */
  onKeys: (keys: readonly string[]) => void
}

export function ListBody(props: Props) {
  const { view, list, project, mayCreate } = props
  if (list.tickets.length > 0) return <Rows {...props} />
  if (list.status === "error") {
    return (
      <div className="grid flex-1 place-items-center">
        <ErrorState error={list.error} title={t.tickets.empty.failed} onRetry={list.refresh} />
      </div>
    )
  }
  if (view.query !== null && list.status === "loading") {
    return (
      <div className="min-h-0 flex-1 overflow-hidden">
        <SkeletonRows count={20} />
      </div>
    )
  }
  return <ListEmpty view={view} project={project} mayCreate={mayCreate} />
}

function Rows({ view, list, stale, project, me, peek, onKeys }: Props) {
  const [held, setHeld] = useState(false)
  const rows = useListRows(list.tickets, view.grouping, list.touched, me, held)
  const phone = usePhone()
  const [box, width] = useRowWidth()
  const handle = useRef<RowsHandle>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { cursor, order, setCursor } = rows
  const byId = useMemo(() => new Map(list.tickets.map((ticket) => [ticket.id, ticket])), [list.tickets])
  const chosen = useMemo(() => targets(cursor, order).flatMap((id) => byId.get(id) ?? []), [cursor, order, byId])
  const target = useMemo(() => (chosen.length > 0 ? { tickets: chosen } : null), [chosen])
  const keys = useMemo(() => order.flatMap((id) => byId.get(id)?.key ?? []), [order, byId])
  useEffect(() => onKeys(keys), [keys, onKeys])
  const { hold } = list
  const onHold = useCallback(
    (next: boolean) => {
      setHeld(next)
      hold(next)
    },
    [hold],
  )
  const selecting = cursor.selected.size > 0
  useCommandLayer(["list"], target)
  useListKeyboard({ view, rows, byId, ready: list.status === "ready", handle, peek })
  const actions = useRowActions({
    order,
    setCursor,
    peek,
    setPeek: view.setPeek,
    onPick: (field, ticket, anchor) => setAsked(askAt(field, [ticket], anchor)),
  })

  const { grouping } = view
  const plan = project?.kind === "work"
  const look = useMemo(() => ({ by: grouping, partial: list.hasMore, phone, width, plan }), [grouping, list.hasMore, phone, width, plan])
  /** Where a shortcut's picker opens: at the bulk bar, in the open ticket, else in the row. */
  const anchorOf = (field: PickField): Element | null => {
    if (selecting) return document.querySelector(`[data-bulk="${field}"]`)
    const row = cursor.current === null ? null : (handle.current?.element(cursor.current) ?? null)
    const open = peek === null ? null : document.querySelector(`[data-property="${field}"]`)
    return open ?? row?.querySelector(`[data-field="${field}"]`) ?? row
  }
  const refresh = () => {
    list.refresh()
    rows.release()
    announce(t.tickets.list.refreshed(list.total ?? list.tickets.length))
  }
  const grid = (
    <TicketRows
      ref={handle}
      rows={rows.rows}
      order={order}
      total={list.total ?? -1}
      cursor={cursor}
      onCursor={setCursor}
      onEnd={() => list.hasMore && !list.loadingMore && list.loadMore()}
      touched={list.touched}
      look={look}
      actions={actions}
      onToggle={rows.toggleGroup}
      keyWidth={keyWidth(list.tickets)}
      footer={<div className={selecting ? bulkBarSpace : "pb-6"}>{list.loadingMore && <SkeletonRows count={3} />}</div>}
    />
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices where pointer and focus are
    <section
      ref={box}
      aria-busy={stale || undefined}
      className={cx("relative flex min-h-0 flex-1 flex-col transition-opacity", stale && "opacity-60 delay-200")}
      onPointerMove={(event) => event.pointerType === "mouse" && onHold(true)}
      onPointerLeave={(event) => !event.currentTarget.contains(document.activeElement) && onHold(false)}
      onFocus={() => onHold(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onHold(false)}
    >
      <ListNotice moved={Math.max(list.moved, rows.waiting)} onRefresh={refresh} />
      {phone ? grid : <RowMenu onOpen={(id) => setCursor((now) => (now.selected.has(id) ? now : goTo(now, id)))}>{grid}</RowMenu>}
      <BulkActions count={cursor.selected.size} onClear={() => setCursor(clear(cursor))} />
      <TicketCommands tickets={chosen} anchorOf={anchorOf} />
      {asked && (
        <AnchoredPicker
          asked={{ ...asked, tickets: asked.tickets.map((ticket) => byId.get(ticket.id) ?? ticket) }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

/** As wide as the longest key here, so that none is cut and all titles begin on one line. */
function keyWidth(tickets: readonly ListedTicket[]): number {
  const longest = tickets.reduce((most, ticket) => Math.max(most, ticket.key.length), 0)
  return Math.max(70, Math.ceil(longest * 7.4))
}
