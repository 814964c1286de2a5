// A ticket that came from another system's log is a ticket like any other, and its history is what happened there, at the times it happened.
import assert from "node:assert/strict"
import { journey } from "../stage/journey.ts"
import { conversation, property } from "../stage/ticket.ts"

const log = "server/db/samples/servicenow-incident-events.csv"

journey("an imported ticket with its true history", async ({ open, house }) => {
  const { code, said } = await house.command("import", "servicenow", log)
  assert.equal(code, 0, said)
  assert.match(said, /400 new/)

  const nadia = await open("manager", "/my-work")
  await nadia.getByRole("heading", { name: "My work" }).waitFor()
  await nadia.keyboard.press("Control+k")
  await nadia.getByRole("combobox", { name: "Command palette" }).fill("INC0000060")
  await nadia.getByRole("option", { name: /INC0000060/ }).waitFor()
  await nadia.keyboard.press("Enter")
  await nadia.waitForURL((url) => url.pathname.startsWith("/tickets/"))
  await nadia.getByRole("heading", { level: 1, name: /^INC0000060/ }).waitFor()
  await property(nadia, "Status", "Closed").waitFor()
  await property(nadia, "Assignee", "Resolver 125").waitFor()
  await property(nadia, "Team", "Group 25").waitFor()

  await conversation(nadia)
    .getByRole("button", { name: /earlier/ })
    .click()
  const history = (await conversation(nadia).innerText()).replace(/\s+/g, " ")
  const moves = [...history.matchAll(/(\w+ by \d+) moved it (\w+) (\w+) · ([^·]+) · imported/g)].map((match) => match.slice(1))
  assert.deepEqual(moves, [
    ["Updated by 465", "New", "Active", "2 Mar 2016, 08:52"],
    ["Updated by 465", "Active", "Resolved", "2 Mar 2016, 12:06"],
    ["Updated by 908", "Resolved", "Closed", "7 Mar 2016, 13:00"],
  ])
})
