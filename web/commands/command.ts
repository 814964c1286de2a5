// What a command is. Palette, menus, tooltips, the shortcut sheet and the tests read the same list (commands/all.ts).
import type { ReactElement } from "react"
import type { IconName } from "../ui/icon-names.ts"

/** What is on the screen. A command with scopes exists, keys and all, only where one of them is. */
export type Scope = "list" | "board" | "page" | "ticket" | "editor"
/** What fills the screen: one of these at a time. `page` is a ticket on its own, `ticket` an open one anywhere. */
export const screens: readonly Scope[] = ["list", "board", "page"]

/** The ticket or tickets a command acts on: the focused one, the open one, or the selection. */
export type CommandTarget = { tickets: readonly { id: string; key: string; title: string }[] }

export type CommandContext = { scopes: ReadonlySet<Scope>; target: CommandTarget | null }

/** Where it stands in the palette. */
export type CommandGroup = "target" | "view" | "go" | "create" | "app"
/** Where it stands in the shortcut sheet. */
export type HelpSection = "general" | "go" | "list" | "ticket" | "board"

export type Command = {
  /** "ticket.assign": stable, for handlers, recents and remapped keys. */
  id: string
  label: string | ((context: CommandContext) => string)
  /** "S", "Mod+K", "G I"; several ways as a list, the first one is shown. */
  keys?: string | readonly string[]
  icon?: IconName
  group: CommandGroup
  section: HelpSection
  scopes?: readonly Scope[]
  /** Needs a ticket to act on. */
  needsTarget?: boolean
  when?: (context: CommandContext) => boolean
  /** Asks something first: its handler returns a PalettePage. */
  asks?: boolean
  /** Absent from the palette: moving by J and K is only for the hands. */
  hidden?: boolean
  /** Also while the focus is in a field; only with Mod, Ctrl or Alt, or Escape. */
  whileTyping?: boolean
  /** More words to find it by. */
  words?: string
}

/** A list the palette shows next: "Set status", then the statuses. */
export type PalettePage = {
  id: string
  /** The field's placeholder: "Change status…" */
  label: string
  items: readonly PaletteItem[]
  /** Finds more than the items given, on the server. */
  search?: (query: string, signal: AbortSignal) => Promise<PaletteItem[]>
}

export type PaletteItem = {
  id: string
  label: string
  icon?: IconName | ReactElement
  /** Before the label, in the colour of keys: "HELP-1042". */
  code?: string
  note?: string
  keys?: string
  keywords?: string
  heading?: string
  disabledReason?: string
  /** Kept among the recent ones, to go there again. */
  href?: string
  /** `run` returns the page to show next. Everything else runs after the palette has closed, so that it may move the focus. */
  asks?: boolean
  run: () => PalettePage | unknown
}

/** What a mounted screen does for a command. A page it returns opens in the palette, even when a key called it. */
export type Handler = (context: CommandContext) => PalettePage | unknown

export function isPage(result: unknown): result is PalettePage {
  return typeof result === "object" && result !== null && "items" in result && "label" in result && Array.isArray(result.items)
}

export function keysOf(command: Command): readonly string[] {
  if (command.keys === undefined) return []
  return typeof command.keys === "string" ? [command.keys] : command.keys
}
