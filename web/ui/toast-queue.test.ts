import assert from "node:assert/strict"
import { test } from "node:test"
import { ToastQueue } from "./toast-queue.ts"

test("one at a time, the next one waits", () => {
  const queue = new ToastQueue()
  const first = queue.show({ text: "one" })
  queue.show({ text: "two" })
  assert.equal(queue.current()?.text, "one")
  queue.dismiss(first)
  assert.equal(queue.current()?.text, "two")
})

test("undo runs once, by the button or by key, and also after the toast has gone", () => {
  const queue = new ToastQueue()
  const undone: string[] = []
  const a = queue.show({ text: "a", undo: () => undone.push("a") })
  queue.show({ text: "b", undo: () => undone.push("b") })
  queue.undo(a)
  queue.undo(a)
  assert.deepEqual(undone, ["a"])
  queue.dismiss(queue.current()?.id ?? 0)
  assert.equal(queue.current(), null)
  assert.equal(queue.undoLast(), true)
  assert.equal(queue.undoLast(), false)
  assert.deepEqual(undone, ["a", "b"])
})

test("what can be undone stays longer", () => {
  const queue = new ToastQueue()
  queue.show({ text: "plain" })
  assert.equal(queue.current()?.seconds, 5)
  queue.dismiss(queue.current()?.id ?? 0)
  queue.show({ text: "undo", undo: () => undefined })
  assert.equal(queue.current()?.seconds, 8)
})
