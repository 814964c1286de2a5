import { type Static, Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { Password, Tokens, User, Username } from "./identity.ts"
import { workspaceRoles } from "./permissions.ts"
import { Email, Id, ListOf, Name, Nullable, OneId, OneOf, paging, Ref, Shape, Timestamp } from "./shapes.ts"

const tag = "People"
const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: "\\S" })
const InvitationToken = Type.String({ minLength: 20, maxLength: 200 })

export const approveUser = endpoint({
  id: "approveUser",
  method: "POST",
  path: "/users/:id/approve",
  also: [{ method: "PATCH" }],
  tag,
  access: "users.manage",
  summary: "Let somebody in who waits for approval, or was refused before",
  params: OneId,
  returns: User,
})
export const rejectUser = endpoint({
  id: "rejectUser",
  method: "POST",
  path: "/users/:id/reject",
  also: [{ method: "PATCH" }],
  tag,
  access: "users.manage",
  summary: "Refuse somebody who waits for approval; the reason is mailed to them",
  params: OneId,
  body: Type.Optional(Shape({ reason: Type.Optional(Reason) })),
  returns: User,
})

const invitation = {
  id: Id,
  email: Type.String(),
  role: OneOf(workspaceRoles),
  departmentId: Nullable(Id),
  invitedBy: Ref,
  createdAt: Timestamp,
  expiresAt: Timestamp,
}
export const Invitation = Shape(invitation)
export type Invitation = Static<typeof Invitation>

export const inviteUser = endpoint({
  id: "inviteUser",
  method: "POST",
  path: "/invitations",
  tag,
  access: "users.manage",
  summary: "Mail a link that makes an account; good for seven days, and once. A newer one for the same address replaces it",
  body: Shape({ email: Email, role: OneOf(workspaceRoles), departmentId: Type.Optional(Nullable(Id)) }),
  returns: Shape({
    ...invitation,
    link: Type.Optional(Type.String({ description: "only where no mail server is configured: to be handed over by other means" })),
  }),
  status: 201,
})
export const listInvitations = endpoint({
  id: "listInvitations",
  method: "GET",
  path: "/invitations",
  tag,
  access: "users.manage",
  summary: "Invitations that nobody has accepted yet, expired ones included",
  query: Shape(paging),
  returns: ListOf(Invitation),
})
export const revokeInvitation = endpoint({
  id: "revokeInvitation",
  method: "DELETE",
  path: "/invitations/:id",
  tag,
  access: "users.manage",
  summary: "Take an invitation back",
  params: OneId,
})
export const showInvitation = endpoint({
  id: "showInvitation",
  method: "GET",
  path: "/auth/invitations/:token",
  tag: "Sign-in",
  access: "anyone",
  summary: "What an invitation's link is for; 400 where it is no longer good",
  params: Shape({ token: InvitationToken }),
  returns: Shape({ email: Type.String(), role: OneOf(workspaceRoles), expiresAt: Timestamp }),
})
export const acceptInvitation = endpoint({
  id: "acceptInvitation",
  method: "POST",
  path: "/auth/accept-invitation",
  tag: "Sign-in",
  access: "anyone",
  summary: "Make the account that an invitation is for, and sign in",
  body: Shape({ token: InvitationToken, fullName: Name(100), password: Password, username: Type.Optional(Username) }),
  returns: Tokens,
  status: 201,
})

/** What happened on the way to an account. */
export type AccountEvents = {
  "user.approved": Record<string, never>
  "user.rejected": { reason: string | null }
  "invitation.created": { role: string }
  "invitation.revoked": { reason: "revoked" | "replaced" | "inviter_changed" }
  "invitation.accepted": { userId: string }
}
