// What can be done with a ticket, wherever it is: in a row, on a card, in the peek, on its page, or with a selection.
import { t } from "../../words/words.ts"
import type { Command } from "../command.ts"

const { label } = t.commands
const one = { group: "target", section: "ticket", needsTarget: true } as const

export const ticketCommands: readonly Command[] = [
  { ...one, id: "ticket.status", label: label.status, asks: true, keys: "S", icon: "st-active", words: "move transition resolve close" },
  {
    ...one,
    id: "ticket.priority",
    label: label.priority,
    asks: true,
    keys: "P",
    icon: "pr-high",
    words: "urgent critical high medium low",
  },
  { ...one, id: "ticket.assign", label: label.assign, asks: true, keys: "A", icon: "person-plus", words: "assignee owner" },
  { ...one, id: "ticket.assign_me", label: label.assign_me, keys: "I", icon: "hand", words: "take claim" },
  { ...one, id: "ticket.claim", label: label.claim, icon: "hand", words: "take" },
  { ...one, id: "ticket.labels", label: label.labels, asks: true, keys: "L", icon: "tag", words: "tags" },
  { ...one, id: "ticket.due", label: label.due, asks: true, keys: "Shift+D", icon: "calendar" },
  { ...one, id: "ticket.estimate", label: label.estimate, asks: true, keys: "Shift+E", icon: "chart", words: "points" },
  { ...one, id: "ticket.watch", label: label.watch, keys: "Shift+S", icon: "eye", words: "follow subscribe notify" },
  { ...one, id: "ticket.reply", label: label.reply, keys: "R", icon: "reply", scopes: ["ticket"], words: "answer comment" },
  { ...one, id: "ticket.note", label: label.note, keys: "N", icon: "lock", scopes: ["ticket"], words: "internal comment staff" },
  { ...one, id: "ticket.copy_key", label: label.copy_key, keys: "Mod+.", icon: "copy" },
  { ...one, id: "ticket.copy_link", label: label.copy_link, keys: "Mod+Shift+,", icon: "link", words: "url address" },
  { id: "page.next", label: label.next, keys: "J", group: "view", section: "ticket", scopes: ["page"], hidden: true },
  { id: "page.previous", label: label.previous, keys: "K", group: "view", section: "ticket", scopes: ["page"], hidden: true },
  { ...one, id: "ticket.delete", label: label.delete, icon: "trash", words: "remove" },
]
