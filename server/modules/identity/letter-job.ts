import type { Ctx } from "#platform/context"
import { enqueue, type Job } from "#platform/jobs"
import type { Mail } from "#platform/mail"
import { seal, unseal } from "./sealing.ts"

const place = "letter"

/** Sends what was posted. Letters carry links that open accounts, so they wait sealed. */
export const sendLetter: Job = {
  name: "send-letter",
  async handle(runtime, data) {
    const mail = JSON.parse(await unseal(runtime, place, (data as { sealed: string }).sealed)) as Mail | null
    if (mail !== null) await runtime.mail.send(mail)
  },
}

/** Posts a letter in the caller's transaction: it goes out if, and only if, the change is kept. Nobody's letter (null) is the same work. */
export async function post(ctx: Ctx, mail: Mail | null): Promise<void> {
  await enqueue(ctx, sendLetter, { sealed: await seal(ctx.runtime, place, JSON.stringify(mail)) })
}
