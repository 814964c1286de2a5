import assert from "node:assert/strict"
import { test } from "node:test"
import type { Project } from "@docket/contract/projects"
import { shownProjects } from "./project-order.ts"

const project = (name: string, part: Partial<Project> = {}): Project => ({
  ...{ id: name, key: name.slice(0, 3).toUpperCase(), name, description: "", kind: "work", status: "active", priority: "medium" },
  ...{
    startDate: null,
    deadline: null,
    progress: 0,
    manager: null,
    restricted: false,
    default: false,
    workloadLimit: 3,
    blockers: "refuse",
  },
  ...{ singleAssignee: false, color: "#000000", workflows: {}, types: [], myRole: null, can: [], version: 1, createdAt: "", updatedAt: "" },
  ...part,
})
const all = [project("Move", { status: "completed" }), project("Web"), project("Help", { kind: "desk" })]
const names = (...given: Parameters<typeof shownProjects>) => shownProjects(...given).map((each) => each.name)

test("by name, completed ones last", () => assert.deepEqual(names(all, "all", ""), ["Help", "Web", "Move"]))
test("of one kind", () => assert.deepEqual(names(all, "desk", ""), ["Help"]))
test("by words of name or key", () => {
  assert.deepEqual(names(all, "all", "web"), ["Web"])
  assert.deepEqual(names(all, "all", "nothing"), [])
})
