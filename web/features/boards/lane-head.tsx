// The head of a swimlane: what it groups by, how far it is, what is left. Stays at the left edge while the board scrolls sideways.

import { Avatar } from "../../ui/avatar.tsx"
import { cx } from "../../ui/cx.ts"
import { Icon } from "../../ui/icon.tsx"
import { AppLink } from "../../ui/link.tsx"
import { Progress } from "../../ui/progress.tsx"
import { TypeIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import type { Lane, LaneChoice } from "./lanes.ts"

/** A lane in words: the epic's title, the person's name, "No epic". */
export function laneName(lane: Lane, choice: LaneChoice): string {
  if (lane.kind === "ticket") return lane.ticket.title
  if (lane.kind === "person") return lane.person.name
  return t.boards.lanes.rest[choice]
}

export type LaneHeadProps = {
  lane: Lane
  choice: LaneChoice
  count: number
  /** Estimates of what is not done; null where not all cards are known. */
  pointsLeft: number | null
  open: boolean
  onToggle: () => void
  href: string | null
}

export function LaneHead({ lane, choice, count, pointsLeft, open, onToggle, href }: LaneHeadProps) {
  const name = laneName(lane, choice)
  return (
    <div className="sticky top-[52px] z-10 border-y border-border-soft paper-surface not-first:-mt-px">
      <div className="sticky left-0 flex h-[35px] w-[100cqw] items-center gap-2 px-5">
        <button
          type="button"
          aria-expanded={open}
          aria-label={open ? t.boards.lanes.close(name) : t.boards.lanes.open(name)}
          onClick={onToggle}
          className="-ml-1 grid size-mini shrink-0 place-items-center rounded-xs text-faint hover:bg-hover hover:text-text"
        >
          <Icon name={open ? "down" : "right"} size={14} />
        </button>
        {lane.kind === "ticket" && <TypeIcon type={lane.ticket.type ?? "epic"} decorative={lane.ticket.type === undefined} />}
        {lane.kind === "person" && <Avatar person={lane.person} size={20} decorative />}
        {lane.kind === "rest" &&
          (choice === "assignee" ? <Avatar person={null} size={20} decorative /> : <Icon name="other" className="text-faint" />)}
        <h3 className="min-w-0 truncate font-strong" title={name}>
          {name}
        </h3>
        {lane.kind === "ticket" && href && (
          <AppLink href={href} className="rounded-xs text-faint tabular-nums hover:text-text hover:underline">
            {lane.ticket.key}
          </AppLink>
        )}
        {lane.kind === "ticket" && lane.ticket.progress !== undefined && (
          <>
            <Progress
              value={lane.ticket.progress}
              label={t.boards.lanes.progress(lane.ticket.progress)}
              className="ml-1 w-[72px] max-md:hidden"
            />
            <span className="text-faint whitespace-nowrap tabular-nums max-md:hidden">{t.boards.lanes.progress(lane.ticket.progress)}</span>
          </>
        )}
        <span className={cx("ml-auto text-faint whitespace-nowrap tabular-nums", pointsLeft === null && "max-md:hidden")}>
          {pointsLeft === null ? t.boards.cards(count) : t.boards.lanes.points_left(pointsLeft)}
        </span>
      </div>
    </div>
  )
}
