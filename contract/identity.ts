import { type Static, Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { permissions, workspaceRoles } from "./permissions.ts"
import { AnyOf, Email, Id, ListOf, Name, Nullable, OneId, OneOf, paging, Shape, Timestamp } from "./shapes.ts"

export const userStatuses = ["pending", "approved", "rejected", "disabled"] as const
export type UserStatus = (typeof userStatuses)[number]
export const demoRoles = ["admin", "manager", "agent", "employee", "product_owner", "developer", "department_head"] as const
export type DemoRole = (typeof demoRoles)[number]

/** Length only: what makes a password weak is judged by the server. */
export const Password = Type.String({ minLength: 8, maxLength: 128 })
const GivenPassword = Type.String({ minLength: 1, maxLength: 256 })
export const Username = Type.String({ pattern: "^[a-zA-Z0-9][a-zA-Z0-9._-]{2,49}$" })
export const OneTimeCode = Type.String({ minLength: 6, maxLength: 32, description: "from the authenticator app, or a recovery code" })
const RefreshToken = Type.String({ minLength: 20, maxLength: 200 })
const TimeZone = Type.String({ minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9+_/-]+$", description: "IANA name" })

export const User = Shape({
  id: Id,
  email: Type.String(),
  username: Nullable(Type.String()),
  fullName: Type.String(),
  role: OneOf(workspaceRoles),
  status: OneOf(userStatuses),
  departmentId: Nullable(Id),
  teamIds: Type.Array(Id),
  avatarUrl: Nullable(Type.String()),
  timezone: Nullable(Type.String()),
  preferences: Type.Record(Type.String(), Type.Unknown()),
  lastLoginAt: Nullable(Timestamp),
  createdAt: Timestamp,
  version: Type.Integer(),
})
export type User = Static<typeof User>

/** A person as anyone signed in may see them. */
export const Person = Shape({ id: Id, name: Type.String(), avatarUrl: Nullable(Type.String()) })
export type Person = Static<typeof Person>

export const Tokens = Shape({
  accessToken: Type.String(),
  refreshToken: Type.Optional(Type.String({ description: "absent for the web app, which gets a cookie" })),
  tokenType: OneOf(["Bearer"] as const),
  expiresIn: Type.Integer({ description: "seconds" }),
  user: User,
})
export type Tokens = Static<typeof Tokens>

export const Me = Shape({
  user: User,
  permissions: Type.Array(OneOf(permissions)),
  projects: Type.Array(Shape({ id: Id, role: Type.String() })),
  headOf: Type.Array(Id),
})
export type Me = Static<typeof Me>

const tag = "Sign-in"

export const register = endpoint({
  id: "register",
  method: "POST",
  path: "/auth/register",
  also: [{ path: "/auth/signup" }],
  tag,
  access: "anyone",
  summary: "Ask for an account, or make one where registration is open",
  body: Shape({
    email: Email,
    password: Password,
    fullName: Type.Optional(Name(100)),
    username: Type.Optional(Username),
    departmentId: Type.Optional(Id),
  }),
  returns: Shape({
    user: User,
    status: OneOf(["pending", "approved"] as const),
    accessToken: Type.Optional(Type.String()),
    refreshToken: Type.Optional(Type.String()),
    tokenType: Type.Optional(OneOf(["Bearer"] as const)),
    expiresIn: Type.Optional(Type.Integer()),
  }),
  status: 201,
})
export const login = endpoint({
  id: "login",
  method: "POST",
  path: "/auth/login",
  tag,
  access: "anyone",
  summary: "Sign in",
  body: Shape({
    email: Type.String({ minLength: 1, maxLength: 254 }),
    password: GivenPassword,
    otp: Type.Optional(OneTimeCode),
  }),
  returns: Tokens,
})
export const refresh = endpoint({
  id: "refresh",
  method: "POST",
  path: "/auth/refresh",
  tag,
  access: "anyone",
  summary: "Exchange a refresh token (body, or the web app's cookie) for new tokens",
  body: Type.Optional(Shape({ refreshToken: Type.Optional(RefreshToken) })),
  returns: Tokens,
})
export const logout = endpoint({
  id: "logout",
  method: "POST",
  path: "/auth/logout",
  tag,
  access: "anyone",
  summary: "End the session at once",
  body: Type.Optional(Shape({ refreshToken: Type.Optional(RefreshToken) })),
})
export const me = endpoint({
  id: "me",
  method: "GET",
  path: "/auth/me",
  also: [{ path: "/auth/profile" }],
  tag,
  access: "person",
  summary: "Who is signed in",
  returns: Me,
})
export const demoLogin = endpoint({
  id: "demoLogin",
  method: "POST",
  path: "/auth/demo-login",
  tag,
  access: "anyone",
  summary: "Sign in as a person of the demo company; 404 outside demo mode",
  body: Type.Optional(Shape({ role: Type.Optional(OneOf(demoRoles)) })),
  returns: Tokens,
})
export const signInOptions = endpoint({
  id: "signInOptions",
  method: "GET",
  path: "/auth/options",
  tag,
  access: "anyone",
  summary: "What the sign-in screen needs to know",
  returns: Shape({
    organization: Type.String(),
    registration: OneOf(["approval", "open", "closed"] as const),
    demo: Type.Boolean(),
    needsSetUp: Type.Boolean(),
    departments: Type.Array(Shape({ id: Id, name: Type.String() }), { description: "only where registration asks for one" }),
  }),
})
export const setUp = endpoint({
  id: "setUp",
  method: "POST",
  path: "/auth/set-up",
  tag,
  access: "anyone",
  summary: "Create the first administrator with the one-time link; 404 as soon as there is one",
  body: Shape({
    token: Type.String({ minLength: 20, maxLength: 200 }),
    organization: Name(100),
    fullName: Name(100),
    email: Email,
    password: Password,
  }),
  returns: Tokens,
  status: 201,
})

const people = "People"
export const listUsers = endpoint({
  id: "listUsers",
  method: "GET",
  path: "/users",
  also: [{ path: "/admin/users" }],
  tag: people,
  access: "users.manage",
  summary: "List accounts",
  query: Shape({
    ...paging,
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    role: Type.Optional(AnyOf(OneOf(workspaceRoles))),
    status: Type.Optional(AnyOf(OneOf(userStatuses))),
    department: Type.Optional(AnyOf(Id)),
  }),
  returns: ListOf(User),
})
export const createUser = endpoint({
  id: "createUser",
  method: "POST",
  path: "/users",
  also: [{ path: "/admin/users" }],
  tag: people,
  access: "users.manage",
  summary: "Create an approved account",
  body: Shape({
    email: Email,
    password: Type.Optional(Password),
    fullName: Name(100),
    username: Type.Optional(Username),
    role: OneOf(workspaceRoles),
    departmentId: Type.Optional(Nullable(Id)),
    timezone: Type.Optional(TimeZone),
  }),
  returns: User,
  status: 201,
  idempotent: true,
})
export const getUser = endpoint({
  id: "getUser",
  method: "GET",
  path: "/users/:id",
  tag: people,
  access: "person",
  summary: "Read an account: one's own, or any for those who manage people",
  params: OneId,
  returns: User,
})
export const updateUser = endpoint({
  id: "updateUser",
  method: "PATCH",
  path: "/users/:id",
  also: [{ method: "PUT" }],
  tag: people,
  access: "person",
  summary: "Change an account; role, status and department only by those who manage people",
  params: OneId,
  body: Shape({
    fullName: Type.Optional(Name(100)),
    username: Type.Optional(Nullable(Username)),
    timezone: Type.Optional(Nullable(TimeZone)),
    preferences: Type.Optional(Type.Record(Type.String({ maxLength: 50 }), Type.Unknown(), { maxProperties: 50 })),
    role: Type.Optional(OneOf(workspaceRoles)),
    status: Type.Optional(OneOf(["approved", "disabled"] as const)),
    departmentId: Type.Optional(Nullable(Id)),
  }),
  returns: User,
})
export const deleteUser = endpoint({
  id: "deleteUser",
  method: "DELETE",
  path: "/users/:id",
  also: [{ path: "/admin/users/:id" }],
  tag: people,
  access: "users.manage",
  summary: "Disable an account and end its sessions; what it did stays",
  params: OneId,
})
export const listAssignable = endpoint({
  id: "listAssignable",
  method: "GET",
  path: "/people",
  tag: people,
  access: "person",
  summary: "People whom the caller may mention or assign",
  query: Shape({
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    project: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: "only those who may work in this project" })),
    id: Type.Optional(AnyOf(Id)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 25 })),
  }),
  returns: Shape({ data: Type.Array(Person) }),
})

/** What happened to accounts and sessions. */
export type IdentityEvents = {
  "user.created": { role: string; status: UserStatus; imported?: true }
  "user.registered": { status: UserStatus }
  "user.updated": { changes: Record<string, [old: unknown, now: unknown]> }
  "user.disabled": Record<string, never>
  "user.enabled": Record<string, never>
  "session.started": { sessionId: string; method: "password" | "demo" | "set_up" | "register" | "invitation" }
  "session.ended": {
    sessionId: string
    reason: "logout" | "disabled" | "password_changed" | "reuse" | "expired" | "revoked" | "second_factor_changed"
  }
  "session.reuse_detected": { sessionId: string }
  "sign_in.failed": { reason: "password" | "status" | "locked" | "otp" }
}
