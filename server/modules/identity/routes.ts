import * as accounts from "@docket/contract/accounts"
import * as api from "@docket/contract/identity"
import * as second from "@docket/contract/second-factor"
import * as ways from "@docket/contract/sign-in"
import { call, type Route, read, write } from "#platform/http/route"
import { acceptInvitation, showInvitation } from "./accept-invitation.ts"
import { createToken, endOwnToken, ownTokens } from "./api-tokens.ts"
import { changePassword } from "./change-password.ts"
import { createUser, passwordHashOf } from "./create-user.ts"
import { approveUser, rejectUser } from "./decide-user.ts"
import { demoLogIn } from "./demo-log-in.ts"
import { estimatePassword } from "./estimate-password.ts"
import { forgotPassword } from "./forgot-password.ts"
import { openInvitations, revokeInvitation } from "./invitations.ts"
import { inviteUser } from "./invite-user.ts"
import { logIn } from "./log-in.ts"
import { logOut } from "./log-out.ts"
import { me } from "./me.ts"
import { people } from "./people.ts"
import { usersMatching, userToShow } from "./queries.ts"
import { reauthenticate } from "./reauthenticate.ts"
import { refreshTokens } from "./refresh.ts"
import { register } from "./register.ts"
import { resetPassword, verifyResetToken } from "./reset-password.ts"
import {
  beginSecondFactor,
  confirmSecondFactor,
  disableSecondFactor,
  ownSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from "./second-factor.ts"
import { endOtherSessions, endOwnSession, endSessionsOf, ownSessions, sessionsOf } from "./session-list.ts"
import { setUp } from "./set-up.ts"
import { signInOptions } from "./sign-in-options.ts"
import { disableUser, updateUser } from "./update-user.ts"

export const routes: Route[] = [
  call(api.register, (from, { body }) => register(from, body)),
  call(api.login, (from, { body }) => logIn(from, body)),
  call(api.refresh, (from, { body }) => refreshTokens(from, body)),
  call(api.logout, (from, { body }) => logOut(from, body)),
  read(api.me, (ctx) => me(ctx)),
  call(api.demoLogin, (from, { body }) => demoLogIn(from, body?.role)),
  read(api.signInOptions, (ctx) => signInOptions(ctx)),
  call(api.setUp, (from, { body }) => setUp(from, body)),
  call(ways.forgotPassword, (from, { body }) => forgotPassword(from, body)),
  read(ways.verifyResetToken, (ctx, { params }) => verifyResetToken(ctx, params.token)),
  call(ways.resetPassword, (from, { body }) => resetPassword(from, body)),
  call(ways.estimatePassword, (from, { body }) => estimatePassword(from, body)),
  call(ways.changePassword, (from, { body }) => changePassword(from, body)),
  read(ways.listSessions, (ctx) => ownSessions(ctx)),
  write(ways.endSession, (ctx, { params }) => endOwnSession(ctx, params.id)),
  write(ways.endOtherSessions, (ctx) => endOtherSessions(ctx)),
  read(ways.listUserSessions, (ctx, { params }) => sessionsOf(ctx, params.id)),
  write(ways.endUserSessions, (ctx, { params }) => endSessionsOf(ctx, params.id)),
  call(ways.reauthenticate, (from, { body }) => reauthenticate(from, body)),
  read(ways.listTokens, (ctx) => ownTokens(ctx)),
  write(ways.createToken, (ctx, { body }) => createToken(ctx, body)),
  write(ways.endToken, (ctx, { params }) => endOwnToken(ctx, params.id)),
  read(second.secondFactor, (ctx) => ownSecondFactor(ctx)),
  write(second.beginSecondFactor, (ctx) => beginSecondFactor(ctx)),
  call(second.confirmSecondFactor, (from, { body }) => confirmSecondFactor(from, body.otp)),
  write(second.renewRecoveryCodes, (ctx) => renewRecoveryCodes(ctx)),
  write(second.disableSecondFactor, (ctx) => disableSecondFactor(ctx)),
  write(second.resetSecondFactor, (ctx, { params }) => resetSecondFactor(ctx, params.id)),
  read(api.listUsers, (ctx, { query }) => usersMatching(ctx, query)),
  write(
    api.createUser,
    (ctx, { body }, passwordHash: string | null) => createUser(ctx, body, passwordHash),
    ({ body }) => passwordHashOf(body),
  ),
  read(api.getUser, (ctx, { params }) => userToShow(ctx, params.id)),
  write(api.updateUser, (ctx, { params, body }) => updateUser(ctx, params.id, body)),
  write(api.deleteUser, (ctx, { params }) => disableUser(ctx, params.id)),
  write(accounts.approveUser, (ctx, { params }) => approveUser(ctx, params.id)),
  write(accounts.rejectUser, (ctx, { params, body }) => rejectUser(ctx, params.id, body?.reason ?? null)),
  write(accounts.inviteUser, (ctx, { body }) => inviteUser(ctx, body)),
  read(accounts.listInvitations, (ctx, { query }) => openInvitations(ctx, query)),
  write(accounts.revokeInvitation, (ctx, { params }) => revokeInvitation(ctx, params.id)),
  read(accounts.showInvitation, (ctx, { params }) => showInvitation(ctx, params.token)),
  call(accounts.acceptInvitation, (from, { body }) => acceptInvitation(from, body)),
  read(api.listAssignable, (ctx, { query }) => people(ctx, query)),
]
