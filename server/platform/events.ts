import type { EventName, Events } from "@docket/contract/events"
import type { Entity } from "@docket/contract/live"
import type { Ctx } from "#platform/context"
import type { Runtime } from "#platform/runtime"

/** What an event is about, and who may know of it. */
export type Subject = {
  entity: Entity
  id: string
  version?: number | null
  ticketId?: string | null
  projectId?: string | null
  /** Ids of people, teams, departments and projects: the viewers before and after the change. */
  audience?: readonly string[]
  /** Only for the staff of the ticket's project. */
  internal?: boolean
}

export type Happening<N extends EventName = EventName> = { [K in N]: { name: K; subject: Subject; data: Events[K]; at?: string } }[N]

type Within = (ctx: Ctx, happening: Happening) => Promise<void>
type Hears = (runtime: Runtime, happening: Happening) => void

/** A reaction inside the same transaction: it must succeed or fail with the change, and may refuse it. */
export type Reaction = { on: EventName; within: Within }
/** A reaction of every process's memory, after commit: caches forget. Never touches the database. */
export type Listener = { on: readonly EventName[]; hears: Hears }

export const on = <N extends EventName>(name: N, within: (ctx: Ctx, happening: Happening<N>) => Promise<void>): Reaction => ({
  on: name,
  within: within as Within,
})

const reactions = new Map<EventName, Within[]>()

/** Called once by `app.ts` with every module's reactions. */
export function react(...more: readonly Reaction[]): void {
  for (const { on: name, within } of more) {
    const known = reactions.get(name) ?? []
    if (!known.includes(within)) reactions.set(name, [...known, within])
  }
}

/** Says what happened. Reactions that belong to the change run now; the event is written when the transaction ends. */
export async function record<N extends EventName>(ctx: Ctx, name: N, subject: Subject, data: Events[N]): Promise<void> {
  const happening = { name, subject, data } as unknown as Happening
  ctx.happened.push(happening)
  for (const within of reactions.get(name) ?? []) await within(ctx, happening)
}

/** Writes the events down as the transaction's last act, in one statement. Where several people acted in it, each has a context of their own. */
export async function writeDown(...contexts: readonly [Ctx, ...Ctx[]]): Promise<void> {
  const rows = contexts.flatMap(({ happened, actor, origin, now }) =>
    happened.map(({ name, subject, data, at }) => ({
      at: at ?? now,
      name,
      entity: subject.entity,
      entity_id: subject.id,
      ticket_id: subject.ticketId ?? null,
      project_id: subject.projectId ?? null,
      version: subject.version ?? null,
      audience: [...(subject.audience ?? [])],
      internal: subject.internal ?? false,
      actor_id: actor.kind === "user" || actor.kind === "token" ? actor.id : null,
      actor_kind: actor.kind,
      session_id: actor.sessionId,
      request_id: origin.requestId,
      ip: origin.ip,
      data: JSON.stringify(data),
    })),
  )
  if (rows.length > 0) await contexts[0].db.insertInto("events").values(rows).execute()
}
