// Words of the live data: what did not go through, what waits, who can be reached.
import { plural } from "../plural.ts"

const fieldNames: Record<string, string> = {
  title: "The title",
  description: "The description",
  body: "The text",
  email: "The email address",
  password: "The password",
  newPassword: "The password",
  timezone: "The time zone",
  fullName: "The name",
  name: "The name",
  username: "The user name",
  departmentId: "The department",
  dueDate: "The due date",
  startDate: "The start date",
  labels: "A label",
  parentId: "The parent",
  categoryId: "The category",
  assigneeIds: "The assignee",
  estimate: "The estimate",
  reason: "The reason",
  resolution: "The resolution",
  note: "The note",
}

export const live = {
  failed: "Something failed on our side. Nothing was changed.",
  needs_connection: "Docket cannot be reached. This needs a connection; nothing was changed.",
  busy: "Docket does not answer just now. Nothing was changed. Try again in a moment.",
  gone: "This does not exist any more, or is no longer shared with you.",
  too_many: (seconds: number) => `Too many requests. Try again in ${plural(seconds, "second", "seconds")}.`,
  field_problem: (path: string, message: string) => {
    const sentence = `${fieldNames[path] ?? path} ${message}`
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
  },
  some_refused: (count: number, reason: string) => `${plural(count, "change", "changes")} not made. ${reason}`,
  no_way_back: "The workflow has no way back from here.",
  deleted: (key: string) => (key ? `${key} deleted` : "Ticket deleted"),
  connecting: "Connecting again…",
  offline: "No connection. You see what was read last.",
  pending: (count: number) => `${plural(count, "change", "changes")} will be sent when it is back.`,
  sending: (count: number) => `Sending ${plural(count, "change", "changes")}…`,
  refused_title: (count: number) =>
    count === 1 ? "A change made without a connection was not accepted." : `${count} changes made without a connection were not accepted.`,
  show_refused: "Show",
  refused_dialog: "Not accepted",
  your_words: "Your text",
  copy: "Copy",
  dismiss: "Dismiss",
  unreachable_title: "Docket cannot be reached",
  unreachable_text: "Nothing is lost. It goes on by itself as soon as Docket answers.",
  page_unreachable: "This page has not been read yet and needs a connection. Everything else is kept.",
}
