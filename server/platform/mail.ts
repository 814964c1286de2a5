import { mkdir, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { newId } from "#platform/ids"

export type Address = { name: string; address: string }
export type Mail = { to: Address; subject: string; text: string; html?: string }

/** Where mail goes. Sending follows the event log or a job; it never happens on the way of a request. */
export type MailPort = { send: (mail: Mail) => Promise<void> }

/** Keeps mail as files in the outbox, for whoever has no mail server. One JSON file a mail, complete or absent. */
export function outbox(directory: string): MailPort {
  return {
    async send(mail) {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const name = `${newId()}.json`
      const unfinished = join(directory, `.${name}`)
      await writeFile(unfinished, JSON.stringify({ at: new Date().toISOString(), ...mail }, null, 2), { mode: 0o600 })
      await rename(unfinished, join(directory, name))
    },
  }
}
