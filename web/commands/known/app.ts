// Commands of the app itself.
import { t } from "../../words/words.ts"
import type { Command } from "../command.ts"

const { label } = t.commands

export const appCommands: readonly Command[] = [
  { id: "app.palette", label: label.palette, keys: "Mod+K", group: "app", section: "general", hidden: true, whileTyping: true },
  { id: "app.search", label: label.search, keys: "/", icon: "search", group: "go", section: "general" },
  { id: "app.help", label: label.help, keys: ["?", "Mod+/"], icon: "keyboard", group: "app", section: "general" },
  { id: "app.undo", label: label.undo, keys: "Mod+Z", icon: "undo", group: "app", section: "general" },
  { id: "app.theme", label: label.theme, icon: "sun", group: "app", section: "general", words: "dark light system night" },
  { id: "app.density", label: label.density, icon: "list", group: "app", section: "general", words: "compact comfortable density" },
  { id: "app.sign_out", label: label.sign_out, icon: "sign-out", group: "app", section: "general", words: "log out logout leave" },
  {
    id: "ticket.create",
    label: label.create,
    keys: "C",
    icon: "plus",
    group: "create",
    section: "general",
    words: "raise request issue task",
  },
  {
    id: "editor.submit",
    label: label.submit,
    keys: "Mod+Enter",
    group: "app",
    section: "general",
    hidden: true,
    whileTyping: true,
    scopes: ["editor"],
  },
]
