import assert from "node:assert/strict"
import { describe, test } from "node:test"
import { projectKinds, projectStatuses } from "@docket/contract/projects"
import { ticketTypes } from "@docket/contract/tickets"
import { DomainError } from "#platform/errors"
import { allowed, type Case, maySee } from "./policy.ts"
import {
  assertDates,
  assertDefaultStaysOpen,
  assertNotFrozen,
  assertOffered,
  assertVersion,
  changesBetween,
  isFrozen,
  priorityNamed,
  typesOf,
} from "./rules.ts"

const refusal = (action: () => void): string => {
  try {
    action()
  } catch (error) {
    assert.ok(error instanceof DomainError)
    return `${error.status} ${error.code}`
  }
  return "allowed"
}

describe("types", () => {
  test("every type is offered somewhere, and the first of each kind is its default", () => {
    for (const type of ticketTypes)
      assert.ok(
        projectKinds.some((kind) => typesOf[kind].includes(type)),
        type,
      )
    assert.deepEqual([typesOf.desk[0], typesOf.work[0]], ["request", "task"])
  })
  test("a workflow for a type of the other kind is refused", () => {
    assert.equal(
      refusal(() => assertOffered("desk", ["incident", "bug"])),
      "allowed",
    )
    assert.equal(
      refusal(() => assertOffered("desk", ["epic"])),
      "400 E_VALIDATION_ERROR",
    )
    assert.equal(
      refusal(() => assertOffered("work", ["task", "incident"])),
      "400 E_VALIDATION_ERROR",
    )
  })
})

test("urgent is critical", () => {
  assert.deepEqual((["low", "critical", "urgent"] as const).map(priorityNamed), ["low", "critical", "critical"])
})

test("a project may end on the day it starts, not before, and need do neither", () => {
  const dates = (startDate: string | null, deadline: string | null) => refusal(() => assertDates({ startDate, deadline }))
  assert.equal(dates("2026-03-01", "2026-03-01"), "allowed")
  assert.equal(dates("2026-03-01", null), "allowed")
  assert.equal(dates(null, "2026-03-01"), "allowed")
  assert.equal(dates("2026-03-02", "2026-03-01"), "400 E_VALIDATION_ERROR")
})

test("only what differs is a change; null is a value, undefined is not", () => {
  const was = { name: "A", deadline: "2026-01-01" as string | null, progress: 5 }
  assert.deepEqual(changesBetween(was, { name: "A", progress: undefined }), {})
  assert.deepEqual(changesBetween(was, { name: "B", deadline: null }), { name: ["A", "B"], deadline: ["2026-01-01", null] })
})

test("completed is frozen, nothing else is", () => {
  assert.deepEqual(
    projectStatuses.filter((status) => isFrozen({ status })),
    ["completed"],
  )
  assert.equal(
    refusal(() => assertNotFrozen({ status: "completed", key: "OPS" })),
    "400 E_PROJECT_FROZEN",
  )
  assert.equal(
    refusal(() => assertNotFrozen({ status: "on_hold", key: "OPS" })),
    "allowed",
  )
})

test("the default desk stays open to everyone", () => {
  const help = { isDefault: true, key: "HELP" }
  assert.equal(
    refusal(() => assertDefaultStaysOpen(help, { status: "completed" })),
    "409 E_PROJECT_IS_DEFAULT",
  )
  assert.equal(
    refusal(() => assertDefaultStaysOpen(help, { restricted: true })),
    "409 E_PROJECT_IS_DEFAULT",
  )
  assert.equal(
    refusal(() => assertDefaultStaysOpen(help, { status: "on_hold", restricted: false })),
    "allowed",
  )
  assert.equal(
    refusal(() => assertDefaultStaysOpen({ ...help, isDefault: false }, { restricted: true })),
    "allowed",
  )
})

test("a stale version is refused, none is not", () => {
  assert.equal(
    refusal(() => assertVersion(2, 3)),
    "409 E_PROJECT_VERSION_CONFLICT",
  )
  assert.equal(
    refusal(() => assertVersion(3, 3)),
    "allowed",
  )
  assert.equal(
    refusal(() => assertVersion(null, 3)),
    "allowed",
  )
})

describe("who may do what", () => {
  const actors = {
    admin: { kind: "user", role: "admin", seesAll: true, permissions: new Set(["projects.manage"]) },
    manager: { kind: "user", role: "manager", seesAll: true, permissions: new Set(["projects.manage"]) },
    agent: { kind: "user", role: "agent", seesAll: false, permissions: new Set() },
    employee: { kind: "user", role: "employee", seesAll: false, permissions: new Set() },
  } as unknown as Record<string, Case["actor"]>
  const place = (change: Partial<Case["place"]>): Case["place"] => ({
    kind: "desk",
    restricted: false,
    role: null,
    isManager: false,
    ...change,
  })
  const can = (who: string, change: Partial<Case["place"]> = {}, byAdminsOnly = false) =>
    allowed({ actor: actors[who]!, place: place(change), byAdminsOnly }).join(" ")
  const all = "edit delete manageMembers createTicket"

  const table: [who: string, place: Partial<Case["place"]>, sees: boolean, can: string][] = [
    ["admin", { kind: "work" }, true, all],
    ["manager", {}, true, all],
    ["manager", { restricted: true }, true, all],
    ["manager", { kind: "work" }, true, "edit delete manageMembers"],
    ["manager", { kind: "work", role: "viewer" }, true, "edit delete manageMembers"],
    ["manager", { kind: "work", role: "member" }, true, all],
    ["agent", {}, true, "createTicket"],
    ["agent", { restricted: true }, false, ""],
    ["agent", { kind: "work" }, false, ""],
    ["employee", {}, true, "createTicket"],
    ["employee", { restricted: true }, false, ""],
    ["employee", { restricted: true, role: "member" }, true, "createTicket"],
    ["employee", { role: "viewer" }, true, ""],
    ["employee", { kind: "work" }, false, ""],
    ["employee", { kind: "work", role: "viewer" }, true, ""],
    ["employee", { kind: "work", role: "member" }, true, "createTicket"],
    ["employee", { kind: "work", role: "developer" }, true, "createTicket"],
    ["employee", { kind: "work", role: "product_owner" }, true, "createTicket"],
    ["employee", { kind: "work", role: "product_owner", isManager: true }, true, "edit manageMembers createTicket"],
    ["employee", { kind: "work", role: "manager" }, true, "edit manageMembers createTicket"],
  ]
  for (const [who, where, sees, actions] of table)
    test(`${who} ${JSON.stringify(where)}`, () => {
      assert.equal(maySee(actors[who]!, place(where)), sees)
      assert.equal(can(who, where), actions)
    })

  test("the setting leaves projects to administrators", () => {
    assert.equal(can("admin", {}, true), all)
    assert.equal(can("manager", {}, true), "createTicket")
    assert.equal(can("employee", { kind: "work", role: "manager", isManager: true }, true), "createTicket")
  })
})
