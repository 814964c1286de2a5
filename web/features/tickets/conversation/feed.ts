// Comments and events as one feed, oldest first. Runs of more than three events fold; the last one stays visible.
import type { Comment, TimelineItem } from "@docket/contract/tickets"

export type TimelineEvent = NonNullable<TimelineItem["event"]> & { at: string }
export const feedShows = ["all", "replies", "notes", "changes"] as const
export type FeedShow = (typeof feedShows)[number]
export type FeedEntry =
  | { kind: "comment"; key: string; comment: Comment }
  | { kind: "events"; key: string; folded: TimelineEvent[]; shown: TimelineEvent[] }

const longestRun = 3

/** Said elsewhere on the page, or of no interest to a reader: who raised it, and its place on a board. */
function isNoise(event: TimelineEvent): boolean {
  if (event.name === "ticket.created") return !event.imported
  return event.name === "ticket.updated" && event.changes.length > 0 && event.changes.every((change) => change.field === "rank")
}

type Mixed = { at: string; comment: Comment } | { at: string; event: TimelineEvent }

/** A comment that is on its way to the server is in the conversation before it is in the timeline. */
function mixed(timeline: readonly TimelineItem[], comments: readonly Comment[]): Mixed[] {
  const all: Mixed[] = []
  const seen = new Set<string>()
  const latest = new Map(comments.map((comment) => [comment.id, comment]))
  for (const item of timeline) {
    if (item.comment) {
      const comment = latest.get(item.comment.id)
      if (comment) all.push({ at: item.at, comment })
      seen.add(item.comment.id)
    } else if (item.event) all.push({ at: item.at, event: { ...item.event, at: item.at } })
  }
  for (const comment of comments) if (!seen.has(comment.id)) all.push({ at: comment.createdAt, comment })
  return all
    .map((item, at) => ({ item, at }))
    .sort((a, b) => a.item.at.localeCompare(b.item.at) || a.at - b.at)
    .map(({ item }) => item)
}

export function feedOf(timeline: readonly TimelineItem[], comments: readonly Comment[], show: FeedShow): FeedEntry[] {
  const entries: FeedEntry[] = []
  let run: TimelineEvent[] = []
  const close = () => {
    const [first] = run
    if (!first) return
    const folds = show === "all" && run.length > longestRun
    entries.push({
      kind: "events",
      key: `event:${first.id}`,
      folded: folds ? run.slice(0, -1) : [],
      shown: folds ? run.slice(-1) : run,
    })
    run = []
  }
  for (const item of mixed(timeline, comments)) {
    if ("event" in item) {
      if (show === "changes" || (show === "all" && !isNoise(item.event))) run.push(item.event)
      continue
    }
    const { comment } = item
    const wanted =
      show === "all" || (show === "replies" && comment.visibility === "public") || (show === "notes" && comment.visibility === "internal")
    if (!wanted) continue
    close()
    entries.push({ kind: "comment", key: comment.id, comment })
  }
  close()
  return entries
}

/** How many of each kind there are, for the filter. */
export function feedCounts(comments: readonly Comment[]): { replies: number; notes: number } {
  const standing = comments.filter((comment) => !comment.removed)
  const notes = standing.filter((comment) => comment.visibility === "internal").length
  return { replies: standing.length - notes, notes }
}
