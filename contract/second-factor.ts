import { Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { OneTimeCode } from "./identity.ts"
import { Nullable, OneId, Shape, Timestamp } from "./shapes.ts"

const tag = "Sign-in"
const RecoveryCodes = Shape({ recoveryCodes: Type.Array(Type.String(), { description: "ten, each good once; shown now and never again" }) })

export const secondFactor = endpoint({
  id: "secondFactor",
  method: "GET",
  path: "/auth/second-factor",
  tag,
  access: "person",
  summary: "Whether the caller has a second factor, and needs one",
  returns: Shape({
    active: Type.Boolean(),
    since: Nullable(Timestamp),
    required: Type.Boolean({ description: "their role asks for one" }),
    recoveryCodesLeft: Type.Integer(),
  }),
})
export const beginSecondFactor = endpoint({
  id: "beginSecondFactor",
  method: "POST",
  path: "/auth/second-factor",
  tag,
  access: "person",
  summary: "Begin to set up an authenticator app; needs a fresh sign-in. It counts once a code was confirmed",
  returns: Shape({
    secret: Type.String({ description: "base32, to be typed in" }),
    uri: Type.String({ description: "otpauth://, for a QR code" }),
  }),
  status: 201,
})
export const confirmSecondFactor = endpoint({
  id: "confirmSecondFactor",
  method: "POST",
  path: "/auth/second-factor/confirm",
  tag,
  access: "person",
  summary: "Show that the app makes the right codes; from now on sign-in asks for one. Ends the caller's other sessions",
  body: Shape({ otp: OneTimeCode }),
  returns: RecoveryCodes,
})
export const renewRecoveryCodes = endpoint({
  id: "renewRecoveryCodes",
  method: "POST",
  path: "/auth/second-factor/recovery-codes",
  tag,
  access: "person",
  summary: "Replace the recovery codes; needs a fresh sign-in",
  returns: RecoveryCodes,
})
export const disableSecondFactor = endpoint({
  id: "disableSecondFactor",
  method: "DELETE",
  path: "/auth/second-factor",
  tag,
  access: "person",
  summary: "Sign in without a second factor again; needs a fresh sign-in, and a role that does not ask for one",
})
export const resetSecondFactor = endpoint({
  id: "resetSecondFactor",
  method: "DELETE",
  path: "/users/:id/second-factor",
  tag: "People",
  access: "users.manage",
  summary: "Take away the second factor of somebody who has lost it, and sign them out; needs a fresh sign-in",
  params: OneId,
})

/** What happened to second factors. */
export type SecondFactorEvents = {
  "second_factor.enabled": Record<string, never>
  "second_factor.disabled": Record<string, never>
  "second_factor.reset": Record<string, never>
  "second_factor.codes_renewed": Record<string, never>
  "second_factor.code_used": { recovery: boolean }
}
