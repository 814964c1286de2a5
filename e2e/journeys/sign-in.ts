// Every role finds its way in, to the place it works at, and out again.
import assert from "node:assert/strict"
import type { DemoRole } from "@docket/contract/identity"
import { journey } from "../stage/journey.ts"

const people: Record<DemoRole, { button: RegExp; name: string; home: string; heading: RegExp }> = {
  admin: { button: /^Administrator/, name: "Amara Okafor", home: "/my-work", heading: /^My work$/ },
  manager: { button: /^Manager/, name: "Nadia Rahimi", home: "/my-work", heading: /^My work$/ },
  agent: { button: /^Agent/, name: "Priya Nair", home: "/queue/HELP", heading: /^IT help desk$/ },
  employee: { button: /^Employee/, name: "Ines Carvalho", home: "/portal", heading: /Ines/ },
  product_owner: { button: /^Product owner/, name: "Mara Lindqvist", home: "/my-work", heading: /^My work$/ },
  developer: { button: /^Developer/, name: "Dele Adeyemi", home: "/my-work", heading: /^My work$/ },
  department_head: { button: /^Department head/, name: "Chloé Martin", home: "/my-work", heading: /^My work$/ },
}

journey("each role signs in with one click, lands where it works, and signs out", async ({ open, complaints }) => {
  // what was asked in the moment of signing out
  complaints.expect(/status of 401 .*\/api\/v1\/changes/)
  const page = await open(null, "/")
  for (const { button, name, home, heading } of Object.values(people)) {
    await page.getByRole("button", { name: button }).click()
    await page.waitForURL((url) => url.pathname === home)
    await page.getByRole("heading", { level: 1, name: heading }).waitFor()
    await page.getByRole("button", { name: new RegExp(`^${name} (Administrator|Manager|Agent|Employee)$|^Account of ${name}$`) }).click()
    await page.getByRole("menuitem", { name: "Sign out" }).click()
    await page.waitForURL((url) => url.pathname === "/sign-in")
    await page.waitForFunction("indexedDB.databases().then((kept) => kept.length === 0)")
  }
})

journey("a wrong password is refused; the right one leads to the address that was asked for", async ({ open, complaints }) => {
  complaints.expect(/status of 401/)
  const page = await open(null, "/queue/FAC")
  await page.getByLabel("Email").fill("priya.nair@marlow.example")
  await page.getByLabel("Password", { exact: true }).fill("not-the-password")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.getByText("Email and password do not match").waitFor()
  assert.equal(await page.getByLabel("Email").inputValue(), "priya.nair@marlow.example")

  await page.getByLabel("Password", { exact: true }).fill("pressure-gauge")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL((url) => url.pathname === "/queue/FAC")
  await page.getByRole("heading", { level: 1, name: "Facilities" }).waitFor()

  await page.reload()
  await page.getByRole("heading", { level: 1, name: "Facilities" }).waitFor()
})
