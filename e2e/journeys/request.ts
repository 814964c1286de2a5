// The main job, in two browsers: somebody asks for help, somebody else helps, and each sees what the other does while it happens.
import assert from "node:assert/strict"
import type { Page } from "playwright-core"
import { journey } from "../stage/journey.ts"
import { note, property, reply, said } from "../stage/ticket.ts"

const title = "The label printer in dispatch prints empty labels"
const secret = "Same printer as in March; Facilities has to pay for a new one."

/** Everything that reaches a browser from now on: answers, and what comes through the socket. */
function everythingThatReaches(page: Page): string[] {
  const arrived: string[] = []
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => arrived.push(String(payload))))
  page.on("response", (response) => {
    if (!response.url().includes("/api/")) return
    response.text().then(
      (text) => arrived.push(text),
      () => undefined,
    )
  })
  return arrived
}

journey("raise → claim → reply → resolve → close, in two live browsers", async ({ open, sees }) => {
  const ines = await open("employee", "/portal")
  const arrived = everythingThatReaches(ines)
  await ines.reload() // the socket opens before one's eyes
  const priya = await open("agent", "/queue/HELP")
  await priya.getByRole("grid", { name: "Tickets" }).waitFor()

  await ines.getByRole("textbox", { name: "What do you need?" }).fill(title)
  await ines.keyboard.press("Enter")
  await ines.waitForURL((url) => url.pathname === "/portal/new")
  assert.equal(await ines.getByRole("textbox", { name: "What is it, in one line?" }).inputValue(), title)
  await ines.getByRole("textbox", { name: "What did you see, and when did it start?" }).fill("Since *this morning*, every second one.")
  await ines.getByRole("button", { name: "Send request" }).click()
  await sees("the new request in the queue", priya.getByRole("link", { name: title }))
  const number = await ines.getByRole("heading", { name: /^We have it. Your number is HELP-\d+$/ }).innerText()
  const key = /HELP-\d+/.exec(number)?.[0] ?? ""
  await ines.getByRole("link", { name: "See the request" }).click()
  await ines.getByText("Nobody has taken it yet.").waitFor()

  await priya.getByRole("link", { name: title }).click()
  await priya.waitForURL((url) => url.pathname === `/tickets/${key}`)
  await priya.getByText("Since this morning, every second one.").waitFor()
  await priya.getByRole("button", { name: "Claim" }).click()
  await sees("who has taken it", ines.getByText("Priya is on it."))
  await property(priya, "Status", "In Progress").waitFor()
  await property(priya, "Assignee", "Priya Nair").waitFor()

  await note(priya, secret)
  await said(priya, secret).waitFor()
  await reply(priya, "Which colour is the light on its **left** side?")
  await sees("the agent's reply", ines.getByRole("article").getByText("Which colour is the light on its left side?"))

  await ines.getByRole("textbox", { name: "Your answer" }).fill("It blinks red.")
  await ines.getByRole("button", { name: "Send" }).click()
  await sees("the requester's answer", said(priya, "It blinks red."))

  await reply(priya, "A new roll is in. Please print one.", "Send and resolve")
  await sees("that it is fixed", ines.getByRole("heading", { name: "Is it right now?" }))
  await ines.getByRole("article").getByText("A new roll is in.").waitFor()

  await ines.getByRole("button", { name: "It works", exact: true }).click()
  await sees("that it is closed", property(priya, "Status", "Closed"))
  await ines.getByText(/^Closed today/).waitFor()
  assert.ok(arrived.some((text) => text.includes("A new roll is in.")) && arrived.some((text) => text.startsWith('42["change"')))
  assert.deepEqual(
    arrived.filter((text) => text.includes(secret.slice(0, 20))),
    [],
    "an internal note never reaches the requester",
  )
})
