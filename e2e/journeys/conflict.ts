// Two people want different things at once. Nobody's words are lost, and what the server refuses is taken back alone, with the reason.
import assert from "node:assert/strict"
import type { Ticket } from "@docket/contract/tickets"
import { journey } from "../stage/journey.ts"
import { choose, property } from "../stage/ticket.ts"

journey("two descriptions at once: both are shown, one is chosen", async ({ open, given, sees, complaints }) => {
  complaints.expect(/status of 409/)
  const { key } = await given.ticket("employee", { title: "Which room has the big screen?", description: "On the third floor." })
  const priya = await open("agent", `/tickets/${key}`)
  const nadia = await open("manager", `/tickets/${key}`)
  const describe = async (page: typeof priya, text: string, save: boolean) => {
    await page.getByRole("button", { name: "Edit the description" }).click()
    await page.getByRole("textbox", { name: "Description" }).fill(text)
    if (save) await page.getByRole("button", { name: "Save" }).click()
  }
  await describe(priya, "On the third floor, for **Friday**.", false)
  await describe(nadia, "On the third floor, with a camera.", true)
  await nadia.getByText("with a camera").waitFor()
  await priya.getByRole("button", { name: "Save" }).click()

  const choice = priya.getByRole("alert", { name: "Someone else changed the description meanwhile" })
  await choice.getByText("for **Friday**").waitFor()
  await choice.getByText("with a camera").waitFor()
  await choice.getByRole("button", { name: "Keep yours" }).click()
  await choice.waitFor({ state: "detached" })
  await sees("the description that was chosen", nadia.getByText("On the third floor, for Friday."))
  const { description } = await given.ask<Ticket>("manager", "GET", `/tickets/${key}`)
  assert.equal(description, "On the third floor, for **Friday**.")
})

journey("a change that is refused is taken back, and says why", async ({ open, given, complaints }) => {
  complaints.expect(/status of 4\d\d/)
  const { key } = await given.ticket("employee", { title: "Screen stays black after the break" })
  const priya = await open("agent", `/tickets/${key}`)
  // her request waits on the line until somebody else was quicker
  const somebody = Promise.withResolvers<void>()
  await priya.route("**/api/v1/tickets/**", async (route) => {
    if (route.request().method() !== "GET") await somebody.promise
    await route.continue()
  })
  await choose(priya, "Status", /^In Progress/)
  await property(priya, "Status", "In Progress").waitFor()
  await choose(priya, "Priority", /^High/)
  await given.ask("employee", "POST", `/tickets/${key}/withdraw`, { reason: "It was the cable." })
  somebody.resolve()
  await property(priya, "Status", "Withdrawn").waitFor()
  await priya.getByRole("status").getByText("A ticket in Withdrawn cannot go to In Progress").waitFor()
  await property(priya, "Priority", "High").waitFor()
})
