import { Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { Id, IdOrKey, ListOf, Nullable, OneIdOrKey, OneOf, paging, Shape } from "./shapes.ts"
import { Comment, visibilities } from "./ticket-shapes.ts"

const tag = "Tickets"
const ticket = { tag, access: "person", params: OneIdOrKey } as const

export const listComments = endpoint({
  ...ticket,
  id: "listComments",
  method: "GET",
  path: "/tickets/:id/comments",
  summary: "The ticket's conversation, oldest first",
  query: Shape({ ...paging }),
  returns: ListOf(Comment),
})
export const addComment = endpoint({
  ...ticket,
  id: "addComment",
  method: "POST",
  path: "/tickets/:id/comments",
  summary: "Reply, or add an internal note",
  body: Shape({
    body: Type.String({ minLength: 1, maxLength: 50000, pattern: "\\S" }),
    visibility: Type.Optional(OneOf(visibilities, { default: "public" })),
    parentId: Type.Optional(Nullable(Id)),
  }),
  returns: Comment,
  status: 201,
  idempotent: true,
})
const oneComment = Shape({ id: IdOrKey, commentId: Id })
export const editComment = endpoint({
  ...ticket,
  params: oneComment,
  id: "editComment",
  method: "PATCH",
  path: "/tickets/:id/comments/:commentId",
  also: [{ method: "PUT" }],
  summary: "Change one's own comment; the old text is kept",
  body: Shape({ body: Type.String({ minLength: 1, maxLength: 50000, pattern: "\\S" }) }),
  returns: Comment,
})
export const removeComment = endpoint({
  ...ticket,
  params: oneComment,
  id: "removeComment",
  method: "DELETE",
  path: "/tickets/:id/comments/:commentId",
  summary: "Remove a comment; its place stays",
})
export const reactions = ["👍", "👎", "❤️", "😄", "😮", "😢", "😡", "👏", "🎉", "🔥"] as const
export const toggleReaction = endpoint({
  ...ticket,
  params: oneComment,
  id: "toggleReaction",
  method: "POST",
  path: "/tickets/:id/comments/:commentId/reactions",
  summary: "Add or take back a reaction",
  body: Shape({ emoji: OneOf(reactions) }),
  returns: Comment,
})
