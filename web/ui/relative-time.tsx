// A time in words that stays right; the exact one on hover.
import { useMinute } from "./minute-clock.ts"
import { briefTime, clockTime, exactTime, relativeTime } from "./time-words.ts"

const forms = { relative: relativeTime, brief: briefTime, clock: clockTime }

export function RelativeTime({ at, form = "relative", className }: { at: string; form?: keyof typeof forms; className?: string }) {
  const now = useMinute()
  return (
    <time dateTime={at} title={exactTime(at)} className={className}>
      {forms[form](at, now)}
    </time>
  )
}
