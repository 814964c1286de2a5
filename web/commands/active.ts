// The registry of the running app and the hooks that screens use.
import { useEffect, useRef, useSyncExternalStore } from "react"
import { allCommands } from "./all.ts"
import { type CommandTarget, type Handler, isPage, keysOf, type PalettePage, type Scope } from "./command.ts"
import { palette } from "./palette-state.ts"
import { CommandRegistry } from "./registry.ts"

export const registry = new CommandRegistry(allCommands)

/** This screen carries out a command while it is mounted (and `enabled`). Return a PalettePage to ask something first. */
export function useCommand(id: string, handler: Handler, enabled = true): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => (enabled ? registry.handle(id, (context) => latest.current(context)) : undefined), [id, enabled])
}

/** What this screen is, and which tickets its commands act on. Keep `target` stable between changes (useMemo). */
export function useCommandLayer(scopes: readonly Scope[], target: CommandTarget | null = null): void {
  const names = scopes.join(" ")
  useEffect(() => registry.enter({ scopes: names.split(" ").filter(Boolean) as Scope[], target }), [names, target])
}

/** Runs a command as a menu or button would. A page it asks for opens in the palette. */
export function runCommand(id: string): void {
  const result = registry.run(id)
  if (isPage(result)) palette.open(result)
}

export function openPage(page: PalettePage): void {
  palette.open(page)
}

/** The first shortcut of a command, for tooltips and menus. */
export function commandKeys(id: string): string | undefined {
  const command = allCommands.find((each) => each.id === id)
  return command && keysOf(command)[0]
}

/** Renders anew whenever commands come, go or find another target. */
export function useRegistry(): CommandRegistry {
  useSyncExternalStore(registry.subscribe, registry.version, registry.version)
  return registry
}
