import { announceSetUp } from "#modules/identity"
import type { Running } from "#platform/start"
import { demoAccounts } from "../db/demo/accounts.ts"

/** What the person who started Docket needs to see: the address, and how to sign in. */
export async function announce({ address, runtime }: Running): Promise<void> {
  const lines = [`Docket is ready: ${runtime.config.publicUrl ?? address}`]
  if (runtime.config.demo) {
    const width = Math.max(...demoAccounts.map(({ email }) => email.length))
    lines.push("", "Demo accounts (one click on the sign-in page, or by password):")
    for (const { email, password, says } of demoAccounts) lines.push(`  ${email.padEnd(width)}  ${password}  ${says}`)
  }
  const setUp = await announceSetUp(runtime, address)
  if (setUp !== null)
    lines.push("", "Nobody has set this up yet. Open this link once, within 24 hours, to create the first administrator:", `  ${setUp}`)
  console.log(lines.join("\n"))
}
