import { type Static, Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { OneTimeCode, Password, Tokens } from "./identity.ts"
import { scopes } from "./scopes.ts"
import { Email, Id, Name, Nullable, OneId, OneOf, Shape, Timestamp } from "./shapes.ts"

const tag = "Sign-in"
const OneTimeToken = Type.String({ minLength: 20, maxLength: 200 })
const GivenPassword = Type.String({ minLength: 1, maxLength: 256 })

export const forgotPassword = endpoint({
  id: "forgotPassword",
  method: "POST",
  path: "/auth/forgot-password",
  tag,
  access: "anyone",
  summary: "Ask for a link to set a new password; the same answer for everyone",
  body: Shape({ email: Email }),
  returns: Shape({
    message: Type.String(),
    resetToken: Type.Optional(Type.String({ description: "in development and test only" })),
  }),
  status: 202,
})
export const verifyResetToken = endpoint({
  id: "verifyResetToken",
  method: "GET",
  path: "/auth/verify-reset-token/:token",
  tag,
  access: "anyone",
  summary: "Whether a link to set a new password is still good; 400 where it is not",
  params: Shape({ token: OneTimeToken }),
  returns: Shape({ valid: Type.Literal(true) }),
})
export const resetPassword = endpoint({
  id: "resetPassword",
  method: "POST",
  path: "/auth/reset-password",
  tag,
  access: "anyone",
  summary: "Set a new password with the link's token; ends every session",
  body: Shape({ token: OneTimeToken, newPassword: Password }),
})
export const changePassword = endpoint({
  id: "changePassword",
  method: "POST",
  path: "/auth/change-password",
  tag,
  access: "person",
  summary: "Change one's own password; ends every session and answers a new one",
  body: Shape({ currentPassword: GivenPassword, newPassword: Password }),
  returns: Tokens,
})

export const estimatePassword = endpoint({
  id: "estimatePassword",
  method: "POST",
  path: "/auth/password-strength",
  tag,
  access: "anyone",
  summary: "How hard a password is to guess, and whether it would be accepted; for a screen that shows it while somebody types",
  body: Shape({
    password: GivenPassword,
    email: Type.Optional(Type.String({ maxLength: 254 })),
    fullName: Type.Optional(Type.String({ maxLength: 100 })),
    username: Type.Optional(Type.String({ maxLength: 50 })),
  }),
  returns: Shape({
    score: Type.Integer({ minimum: 0, maximum: 4, description: "0: guessed at once, 4: very hard to guess" }),
    problem: Nullable(Type.String({ description: "why it would be refused, as a sentence's end after “The password”" })),
  }),
})

export const Session = Shape({
  id: Id,
  client: Type.String({ description: "web or api" }),
  ip: Nullable(Type.String()),
  userAgent: Nullable(Type.String()),
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
  expiresAt: Timestamp,
  current: Type.Boolean({ description: "the one that asks" }),
})
export type Session = Static<typeof Session>
const Sessions = Shape({ data: Type.Array(Session) })

export const listSessions = endpoint({
  id: "listSessions",
  method: "GET",
  path: "/auth/sessions",
  tag,
  access: "person",
  summary: "Where the caller is signed in, latest first",
  returns: Sessions,
})
export const endSession = endpoint({
  id: "endSession",
  method: "DELETE",
  path: "/auth/sessions/:id",
  tag,
  access: "person",
  summary: "End one of the caller's sessions at once",
  params: OneId,
})
export const endOtherSessions = endpoint({
  id: "endOtherSessions",
  method: "DELETE",
  path: "/auth/sessions",
  tag,
  access: "person",
  summary: "End every session of the caller but the one that asks",
})
const people = "People"
export const listUserSessions = endpoint({
  id: "listUserSessions",
  method: "GET",
  path: "/users/:id/sessions",
  tag: people,
  access: "users.manage",
  summary: "Where somebody is signed in, latest first",
  params: OneId,
  returns: Sessions,
})
export const endUserSessions = endpoint({
  id: "endUserSessions",
  method: "DELETE",
  path: "/users/:id/sessions",
  tag: people,
  access: "users.manage",
  summary: "Sign somebody out everywhere",
  params: OneId,
})

export const reauthenticate = endpoint({
  id: "reauthenticate",
  method: "POST",
  path: "/auth/reauthenticate",
  tag,
  access: "person",
  summary: "Show the password again; sensitive changes ask for it to be five minutes old at most",
  body: Shape({ password: GivenPassword, otp: Type.Optional(OneTimeCode) }),
  returns: Shape({ until: Timestamp }),
})

export const ApiToken = Shape({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(OneOf(scopes)),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  lastUsedAt: Nullable(Timestamp),
})
export type ApiToken = Static<typeof ApiToken>

export const listTokens = endpoint({
  id: "listTokens",
  method: "GET",
  path: "/auth/tokens",
  tag,
  access: "person",
  summary: "The caller's personal access tokens, expired ones included",
  returns: Shape({ data: Type.Array(ApiToken) }),
})
export const createToken = endpoint({
  id: "createToken",
  method: "POST",
  path: "/auth/tokens",
  tag,
  access: "person",
  summary: "Make a personal access token, which is shown this once; needs a fresh sign-in",
  body: Shape({
    name: Name(100),
    scopes: Type.Array(OneOf(scopes), { minItems: 1, maxItems: scopes.length, uniqueItems: true }),
    expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: 90 })),
  }),
  returns: Shape({ ...ApiToken.properties, token: Type.String() }),
  status: 201,
})
export const endToken = endpoint({
  id: "endToken",
  method: "DELETE",
  path: "/auth/tokens/:id",
  tag,
  access: "person",
  summary: "End one of the caller's personal access tokens at once",
  params: OneId,
})

/** What happened to the ways in. */
export type SignInEvents = {
  "password.reset_requested": Record<string, never>
  "password.reset": Record<string, never>
  "password.changed": Record<string, never>
  "session.reauthenticated": { sessionId: string }
  "api_token.created": { tokenId: string; name: string; scopes: string[] }
  "api_token.ended": { tokenId: string; reason: "revoked" | "disabled" }
}
