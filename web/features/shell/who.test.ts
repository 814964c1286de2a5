import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { Me } from "@docket/contract/identity"
import type { Project } from "@docket/contract/projects"
import { homeOf, isStaff, portalFor, sortedProjects, worksDesk } from "./who.ts"

const me = (role: Me["user"]["role"], more: Partial<Me> = {}): Me => ({
  user: { role } as Me["user"],
  permissions: [],
  projects: [],
  headOf: [],
  ...more,
})
const project = (key: string, more: Partial<Project> = {}) =>
  ({ key, name: key, kind: "desk", status: "active", default: false, ...more }) as Project

describe("the frame for a person", () => {
  it("is the portal only for those who do nothing but ask", () => {
    assert.equal(isStaff(me("employee")), false)
    assert.equal(isStaff(me("employee", { projects: [{ id: "p", role: "developer" }] })), true)
    assert.equal(isStaff(me("employee", { headOf: ["d"] })), true)
    assert.equal(isStaff(me("agent")), true)
  })
  it("shows a desk's queue to those who work it or oversee it", () => {
    const desk = project("HELP", { id: "h" })
    assert.equal(worksDesk(me("agent"), desk), true)
    assert.equal(worksDesk(me("employee", { projects: [{ id: "w", role: "developer" }] }), desk), false)
    assert.equal(worksDesk(me("employee", { projects: [{ id: "h", role: "member" }] }), desk), true)
    assert.equal(worksDesk(me("employee", { headOf: ["d"] }), desk), true)
  })
  it("begins where their work is", () => {
    const projects = [project("FAC"), project("HELP", { default: true })]
    assert.equal(homeOf(me("agent"), projects), "/queue/HELP")
    assert.equal(homeOf(me("agent"), []), "/my-work")
    assert.equal(homeOf(me("admin"), projects), "/my-work")
    assert.equal(homeOf(me("employee"), projects), "/portal")
  })
  it("leads a requester from a ticket's address to the same request", () => {
    assert.equal(portalFor("/tickets/HELP-7"), "/portal/requests/HELP-7")
    assert.equal(portalFor("/account"), "/portal/account")
    assert.equal(portalFor("/queue/HELP"), "/portal")
    assert.equal(portalFor("/portal/new"), null)
  })
  it("lists the default desk first and what is finished last", () => {
    const projects = [
      project("B", { status: "completed" }),
      project("Z"),
      project("A"),
      project("H", { default: true }),
      project("W", { kind: "work" }),
    ]
    assert.deepEqual(
      sortedProjects(projects, "desk").map(({ key }) => key),
      ["H", "A", "Z", "B"],
    )
  })
})
