import assert from "node:assert/strict"
import { test } from "node:test"
import { greeting } from "./greeting.ts"
import { markedWords } from "./marked-words.ts"
import { questionIn } from "./question.ts"
import { emptyDraft, keepRequestDraft, newTicketOf, readRequestDraft } from "./request-draft.ts"
import { topicIcon } from "./topic-icon.ts"

test("the greeting follows the day", () => {
  const at = (hour: number) => greeting("Ines Carvalho", new Date(2026, 10, 21, hour)).split(",")[0]
  assert.deepEqual([3, 8, 13, 19].map(at), ["Good evening", "Good morning", "Good afternoon", "Good evening"])
  assert.equal(greeting(null, new Date()), "What do you need?")
})

test("typed words are marked, with their endings and without marks on letters", () => {
  const show = (title: string, typed: string) =>
    markedWords(title, typed)
      .map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join("")
  assert.equal(show("Printer on floor 3 missing", "my laptop does not find the print on floor"), "[Printer] on [floor] 3 missing")
  assert.equal(show("Café machine", "cafe"), "[Café] machine")
  assert.equal(show("Nothing alike", "zebra"), "Nothing alike")
})

test("the question is taken out of the message", () => {
  assert.equal(questionIn("Hi Ines, is Outlook on the web wrong too? Thank you, Tomás"), "is Outlook on the web wrong too?")
  assert.equal(questionIn("We ordered a part. Which floor are you on?"), "Which floor are you on?")
  assert.equal(questionIn("New part ordered."), "New part ordered.")
  assert.equal(questionIn("Hello Owen! See docs.example.org/a?b=1 first."), "See docs.example.org/a?b=1 first.")
})

test("categories get a picture by their name", () => {
  assert.deepEqual(["Network", "Laptops", "Access rights", "Something else"].map(topicIcon), ["wifi", "laptop", "key", "support"])
})

test("a draft comes back as it was, and nothing is kept of nothing", () => {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const draft = { ...emptyDraft, title: "Printer", urgency: "stops" as const, kind: "support" as const }
  keepRequestDraft("ines", draft, store)
  assert.deepEqual(readRequestDraft("ines", store), draft)
  assert.deepEqual(readRequestDraft("owen", store), emptyDraft)
  keepRequestDraft("ines", emptyDraft, store)
  assert.equal(kept.size, 0)
})

test("plain words become impact and urgency", () => {
  const ticket = newTicketOf({ ...emptyDraft, title: "  Printer  ", urgency: "many" })
  assert.deepEqual(ticket, { title: "Printer", description: "", type: "incident", impact: "high", urgency: "high" })
})
