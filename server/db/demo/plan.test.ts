import assert from "node:assert/strict"
import { test } from "node:test"
import { day } from "./calendar.ts"
import type { Handle } from "./company/people.ts"
import type { Step } from "./deeds.ts"
import { type DeskKey, desks, limitOf } from "./desk/desks.ts"
import { planPast } from "./plan.ts"

const hour = 3_600_000
/** Weekdays and weekends, nights and noons, the turns of the year and of summer time. */
const moments = ["2026-11-21T08:32:00Z", "2026-03-29T01:30:00Z", "2026-10-25T00:59:00Z", "2027-01-01T00:00:01Z", "2028-02-29T12:00:00Z"]
  .map((text) => Date.parse(text))
  .concat(Array.from({ length: 12 }, (_, nth) => Date.parse("2026-12-07T03:00:00Z") + nth * (17 * day + 5 * hour)))

test("the same moment has the same past", () => {
  const [now = 0] = moments
  assert.deepEqual(planPast(now), planPast(now))
})

test("on any day the past is in order, numbered without gaps, and within the limits", () => {
  for (const now of moments) {
    const when = new Date(now).toISOString()
    const steps = planPast(now)
    const raised = steps.filter(({ deed }) => "raise" in deed)
    assert.ok(raised.length > 320 && raised.length < 500, `${when}: ${raised.length} tickets`)
    assert.equal(new Set(raised.map(({ key }) => key)).size, raised.length, when)
    assert.ok(steps.length < 2600, `${when}: ${steps.length} steps are slow to replay`)
    assertOrder(steps, now, when)
    assertLimits(steps, when)
  }
})

function assertOrder(steps: readonly Step[], now: number, when: string): void {
  const known = new Set<string>()
  let before = 0
  for (const { at, key, deed } of steps) {
    assert.ok(at >= before && at <= now, `${when}: ${key}`)
    before = at
    if ("raise" in deed) {
      const number = Number(key.split("-")[1])
      assert.ok(number === 1001 || known.has(`${deed.raise.project}-${number - 1}`), `${when}: ${key} leaves a gap`)
      assert.ok(deed.raise.parent === undefined || known.has(deed.raise.parent), `${when}: ${key} has no parent`)
      known.add(key)
    } else assert.ok(known.has(key), `${when}: ${key} is not there yet`)
    if ("link" in deed) assert.ok(known.has(deed.to), `${when}: ${key} and ${deed.to}`)
  }
}

/** As the claim counts: what somebody holds in progress, in one project. */
function assertLimits(steps: readonly Step[], when: string): void {
  const holder = new Map<string, Handle>()
  const active = new Set<string>()
  const reporter = new Map<string, string>()
  const resolved = new Set<string>()
  for (const { by, key, deed } of steps) {
    const project = key.split("-")[0] as DeskKey
    if (!(project in desks) || by === "docket") continue
    if ("raise" in deed) reporter.set(key, by)
    // a requester's answer opens what was resolved
    if ("say" in deed && resolved.has(key) && reporter.get(key) === by) active.add(key)
    if ("claim" in deed) {
      const held = [...active].filter((other) => other.startsWith(`${project}-`) && holder.get(other) === by)
      assert.ok(held.length < limitOf(project), `${when}: ${by} holds ${held.join(", ")} and claims ${key}`)
      holder.set(key, by)
      active.add(key)
    } else if ("transfer" in deed) holder.set(key, deed.transfer)
    else if ("assign" in deed && deed.assign[0] !== undefined) holder.set(key, deed.assign[0])
    else if ("change" in deed && deed.change.status !== undefined) {
      if (deed.change.status === "in_progress") active.add(key)
      else active.delete(key)
      if (deed.change.status === "resolved") resolved.add(key)
      else resolved.delete(key)
    }
  }
}
