// How far a request is: four bars and its word. The large one names every step.
import { cx } from "../../ui/cx.ts"
import { t } from "../../words/words.ts"
import { allSteps, type Stage, stepOf } from "./request-state.ts"

const fills: Record<Stage, string> = {
  received: "bg-status-todo",
  in_progress: "bg-status-active",
  waiting_for_you: "bg-status-waiting",
  answered: "bg-status-active",
  paused: "bg-status-waiting",
  checking: "bg-status-review",
  fixed: "bg-status-review",
  closed: "bg-status-done",
  withdrawn: "bg-status-cancelled",
  stopped: "bg-status-cancelled",
}

function Bars({ stage }: { stage: Stage }) {
  const at = stepOf(stage)
  return Array.from({ length: allSteps }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: four bars, always the same
    <i key={index} className={cx("h-1 flex-1 rounded-[2px]", index < at ? fills[stage] : "bg-chart-rest")} />
  ))
}

/** In a slip. */
export function StepBar({ stage, className }: { stage: Stage; className?: string }) {
  const word = t.portal.step[stage]
  return (
    <span role="img" aria-label={t.portal.step.said(stepOf(stage), allSteps, word)} className={cx("grid w-24 gap-1.5", className)}>
      <span className="flex gap-[3px]">
        <Bars stage={stage} />
      </span>
      <small className="text-muted">{word}</small>
    </span>
  )
}

/** At the head of a request: every step with its name, the present one stronger. */
export function StepLine({ stage }: { stage: Stage }) {
  const at = stepOf(stage)
  const ended = stage === "withdrawn" || stage === "stopped"
  return (
    <div role="img" aria-label={t.portal.step.said(at, allSteps, t.portal.step[stage])} className="grid gap-2">
      <span className="flex gap-1">
        <Bars stage={stage} />
      </span>
      <span aria-hidden="true" className="grid grid-cols-4 gap-1 text-12 text-faint">
        {t.portal.step.names.map((name, index) => (
          <span key={name} className={cx(index + 1 === at && "font-medium text-text")}>
            {index + 1 === at || (ended && index + 1 === allSteps) ? t.portal.step[stage] : name}
          </span>
        ))}
      </span>
    </div>
  )
}
