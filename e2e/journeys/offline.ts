// The train goes into a tunnel: what was read stays readable, what is done is kept and counted, and afterwards both sides have everything.
import { journey } from "../stage/journey.ts"
import { choose, note, property, reply, said } from "../stage/ticket.ts"

journey("offline, and catching up afterwards", async ({ open, given, sees, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/, /the page’s code could not be fetched/)
  const { key } = await given.ticket("employee", { title: "The scanner in hall 2 reads nothing", priority: "low" })
  const priya = await open("agent", `/tickets/${key}`)
  const nadia = await open("manager", `/tickets/${key}`)
  await property(priya, "Priority", "Low").waitFor()

  await priya.context().setOffline(true)
  await priya.getByText("No connection. You see what was read last.").waitFor()
  await choose(nadia, "Priority", /^High/)
  await note(nadia, "The spare one lies in hall 1.")
  await property(nadia, "Priority", "High").waitFor()
  await property(priya, "Priority", "Low").waitFor()

  await reply(priya, "I bring you another one after lunch.")
  await said(priya, "I bring you another one after lunch.").waitFor()
  await choose(priya, "Type", /^Incident/)
  await property(priya, "Type", "Incident").waitFor()
  await priya.getByText("2 changes will be sent when it is back.").waitFor()

  await priya.getByRole("link", { name: "All tickets" }).click()
  await priya.getByRole("heading", { name: "Docket cannot be reached" }).waitFor()
  await priya.goBack()
  await said(priya, "I bring you another one after lunch.").waitFor()

  await priya.context().setOffline(false)
  await sees("after the break, the other's change", property(priya, "Priority", "High"))
  await sees("after the break, the other's note", said(priya, "The spare one lies in hall 1."))
  await sees("the reply that was written without a connection", said(nadia, "I bring you another one after lunch."))
  await sees("the change that was made without a connection", property(nadia, "Type", "Incident"))
  await priya.getByText("will be sent when it is back").waitFor({ state: "detached" })
  await priya.getByRole("link", { name: "All tickets" }).click()
  await priya.getByRole("grid", { name: "Tickets" }).waitFor()
})
