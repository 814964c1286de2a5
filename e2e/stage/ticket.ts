// What people do on a ticket's page, in their words.
import type { Locator, Page } from "playwright-core"

/** A property's button, which names its value: "Priority: High". */
export const property = (page: Page, name: string, value: string): Locator =>
  page.getByRole("button", { name: `${name}: ${value}`, exact: true })

export async function choose(page: Page, name: string, option: RegExp): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${name}: `) }).click()
  await page.getByRole("option", { name: option }).click()
}

const kind = (page: Page, name: RegExp): Locator => page.getByRole("group", { name: "Kind of message" }).getByRole("button", { name })

/** Writes what the requester reads; `and`: what happens with it, such as "Send and resolve". */
export async function reply(page: Page, text: string, and?: string): Promise<void> {
  await kind(page, /^Reply/).click()
  await page.getByRole("textbox", { name: /^Reply/ }).fill(text)
  if (and === undefined) return page.getByRole("button", { name: "Send", exact: true }).click()
  await page.getByRole("button", { name: "Other ways to send" }).click()
  await page.getByRole("menuitem", { name: and }).click()
}

/** Writes what only staff read. */
export async function note(page: Page, text: string): Promise<void> {
  await kind(page, /^Internal note/).click()
  await page.getByRole("textbox", { name: "Internal note" }).fill(text)
  await page.getByRole("button", { name: "Add note", exact: true }).click()
}

export const conversation = (page: Page): Locator => page.getByRole("region", { name: "Conversation" })
/** Said in the conversation, and taken in by the server. */
export const said = (page: Page, text: string): Locator => conversation(page).getByRole("article").filter({ hasText: text })
