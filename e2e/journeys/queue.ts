// A queue without a mouse: walking, peeking, changing many at once, taking it back, and a filter that stays in the address.
import assert from "node:assert/strict"
import { journey } from "../stage/journey.ts"

const place = "/queue/HELP?q=Zeppelin"

journey("a queue by the keys: walk, peek, select, change, undo, filter", async ({ open, given, sees }) => {
  const first = await given.ticket("employee", { title: "Zeppelin in the car park", priority: "medium" })
  const second = await given.ticket("employee", { title: "Zeppelin over the canteen", priority: "medium" })
  const priya = await open("agent", place)
  const nadia = await open("manager", place)
  const row = (page: typeof priya, { key }: { key: string }, words = "") =>
    page.getByRole("row", { name: new RegExp(`^${key}, .*${words}`) })
  const peeked = () => new URL(priya.url()).searchParams.get("peek")
  await row(priya, second).waitFor()
  await row(nadia, second).waitFor()

  await priya.keyboard.press("j")
  await priya.keyboard.press(" ")
  const peek = priya.getByRole("complementary", { name: first.key })
  await peek.getByRole("heading", { name: first.title }).waitFor()
  assert.equal(peeked(), first.key)
  await priya.keyboard.press("j")
  await priya.getByRole("complementary", { name: second.key }).getByRole("heading", { name: second.title }).waitFor()
  await priya.keyboard.press("Escape")
  await priya.getByRole("complementary", { name: second.key }).waitFor({ state: "detached" })
  assert.equal(peeked(), null)

  await priya.keyboard.press("x")
  await priya.keyboard.press("k")
  await priya.keyboard.press("x")
  await priya.getByRole("toolbar", { name: "2 selected" }).waitFor()
  await priya.keyboard.press("p")
  await priya.getByRole("option", { name: /^Critical/ }).waitFor()
  await priya.keyboard.press("1")
  await sees("a change of many", row(nadia, first, "critical"))
  await row(nadia, second, "critical").waitFor()
  await priya.getByText("2 tickets set to Critical").first().waitFor()
  await priya.keyboard.press("Control+z")
  await sees("the same taken back", row(nadia, first, "medium"))
  await row(nadia, second, "medium").waitFor()
  await priya.keyboard.press("Escape")

  await priya.keyboard.press("f")
  await priya.getByRole("option", { name: /^Priority/ }).click()
  await priya.getByRole("option", { name: /^High/ }).click()
  await priya.getByText("No ticket matches").waitFor()
  assert.equal(new URL(priya.url()).searchParams.get("priority"), "high")
  await priya.reload()
  await priya.getByText("No ticket matches").waitFor()
  await priya.getByRole("button", { name: /^Remove the filter: Priority/ }).click()
  await row(priya, first).waitFor()

  await priya.keyboard.press("j")
  await priya.keyboard.press("Enter")
  await priya.waitForURL((url) => url.pathname === `/tickets/${first.key}`)
  await priya.goBack()
  await row(priya, first).waitFor()
  assert.equal(new URL(priya.url()).searchParams.get("q"), "Zeppelin")
})
