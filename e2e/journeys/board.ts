// Work moves over the board in three ways: by the pointer, by a menu, by the keys. What the workflow forbids is explained and does not happen.
import assert from "node:assert/strict"
import type { Locator, Page } from "playwright-core"
import { journey } from "../stage/journey.ts"

const column = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true })
const cardIn = (page: Page, name: string, key: string): Locator => column(page, name).getByRole("link", { name: `${key},` })

/** Takes a card with the pointer and holds it over a column, at the same height. */
async function carry(page: Page, card: Locator, over: Locator): Promise<void> {
  await card.hover()
  const [from, to] = [await card.boundingBox(), await over.boundingBox()]
  assert.ok(from && to, "card and column are on the screen")
  const [x, y] = [to.x + to.width / 2, from.y + from.height / 2]
  await page.mouse.down()
  await page.mouse.move(x - 20, y, { steps: 4 })
  await page.mouse.move(x, y)
}

journey("a card by drag, menu and keyboard, and one illegal move", async ({ open, given, sees }) => {
  const { key } = await given.ticket("developer", { projectId: "WEB", type: "story", title: "Move me over the board" })
  const dele = await open("developer", "/board/WEB")
  const mara = await open("product_owner", "/board/WEB")
  await cardIn(mara, "To Do", key).waitFor()

  await carry(dele, cardIn(dele, "To Do", key), column(dele, "In Progress"))
  await dele.mouse.up()
  await sees("a drag to In Progress", cardIn(mara, "In Progress", key))
  await cardIn(dele, "In Progress", key).waitFor()

  await dele.getByRole("button", { name: `Move ${key}` }).click()
  await dele.getByRole("menuitem", { name: /^PO Review/ }).click()
  await sees("a move by menu to PO Review", cardIn(mara, "PO Review", key))

  await carry(dele, cardIn(dele, "PO Review", key), column(dele, "Done"))
  await dele.getByText("Only a product owner moves work to Done").waitFor()
  await dele.mouse.up()
  await dele.getByText("Only a product owner moves work to Done").waitFor({ state: "detached" })
  await cardIn(dele, "PO Review", key).waitFor()
  await dele.getByRole("button", { name: `Move ${key}` }).click()
  const done = dele.getByRole("menuitem", { name: /^Done/ })
  assert.equal(await done.getAttribute("aria-disabled"), "true")
  assert.match(await done.innerText(), /only a product owner/i)
  await dele.keyboard.press("Escape")

  const card = cardIn(mara, "PO Review", key)
  await card.focus()
  await mara.keyboard.press("m")
  await mara.keyboard.press("ArrowRight")
  await mara.getByText(/^Done, position \d+ of \d+/).waitFor({ state: "attached" })
  await mara.keyboard.press("Escape")
  await mara.getByText(`${key} is back where it was`).waitFor({ state: "attached" })
  await card.waitFor()
  await mara.keyboard.press("m")
  await mara.keyboard.press("ArrowRight")
  await mara.keyboard.press("Enter")
  await sees("a move by the keys to Done", cardIn(dele, "Done", key))
  await mara
    .getByText(new RegExp(`^${key} moved to Done`))
    .first()
    .waitFor({ state: "attached" })
  const focused = mara.locator(":focus")
  assert.match((await focused.getAttribute("aria-label")) ?? "", new RegExp(`^${key},.*Done`), "the focus stays on the moved card")
})
