import type { Ctx } from "#platform/context"
import type { Mail } from "#platform/mail"
import { settingsOf } from "#platform/settings"

export type Recipient = { email: string; fullName: string }

/**
 * Where people reach Docket, from its configuration and from nothing that a request says. What follows the # in a link never leaves the
 * browser, so the token is in no log on the way.
 */
export function linkTo({ runtime }: Pick<Ctx, "runtime">, path: string, token?: string): string {
  const { publicUrl, host, port } = runtime.config
  const reachable = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host
  return `${publicUrl ?? `http://${reachable}:${port}`}${path}${token === undefined ? "" : `#${token}`}`
}

async function letter(ctx: Ctx, { email, fullName }: Recipient, about: string, paragraphs: readonly string[]): Promise<Mail> {
  const { organization } = await settingsOf(ctx)
  const greeting = fullName === "" ? "Hello," : `Hello ${fullName},`
  return {
    to: { name: fullName, address: email },
    subject: `${organization}: ${about}`,
    text: `${[greeting, ...paragraphs, "Docket"].join("\n\n")}\n`,
  }
}

export const resetLetter = (ctx: Ctx, to: Recipient, token: string) =>
  letter(ctx, to, "set a new password", [
    "Somebody, most likely you, asked to set a new password for your account. This link works once, within one hour:",
    linkTo(ctx, "/reset-password", token),
    "If it was not you, there is nothing to do: your password stays as it is.",
  ])

export const passwordChangedLetter = (ctx: Ctx, to: Recipient) =>
  letter(ctx, to, "your password was changed", [
    "The password of your account was changed just now, and every session was ended.",
    `If it was not you, set a new one at once and tell an administrator: ${linkTo(ctx, "/forgot-password")}`,
  ])

export const secondFactorLetter = (ctx: Ctx, to: Recipient, what: string) =>
  letter(ctx, to, "your second factor has changed", [
    `For your account a second factor ${what}.`,
    `If you do not know of this, set a new password at once and tell an administrator: ${linkTo(ctx, "/forgot-password")}`,
  ])

export const approvedLetter = (ctx: Ctx, to: Recipient) =>
  letter(ctx, to, "your account was approved", ["Your account was approved. You can sign in now:", linkTo(ctx, "/sign-in")])

export const rejectedLetter = (ctx: Ctx, to: Recipient, reason: string | null) =>
  letter(ctx, to, "your account was not approved", [
    "You asked for an account, and it was not approved.",
    ...(reason === null ? [] : [`The reason: ${reason}`]),
  ])

export const invitationLetter = (ctx: Ctx, email: string, link: string) =>
  letter(ctx, { email, fullName: "" }, "you are invited", [
    `${ctx.actor.name} invites you to Docket. This link makes your account; it works once, within seven days:`,
    link,
  ])
