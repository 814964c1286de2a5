// The registry: which commands exist, who carries them out, and which of them are possible now.
import { parseKeys } from "../ui/keys.ts"
import { type Command, type CommandContext, type CommandTarget, type Handler, keysOf, type Scope, screens } from "./command.ts"
import { isSingleCharacter } from "./key-press.ts"
import type { Binding } from "./sequencer.ts"

type Layer = { scopes: readonly Scope[]; target: CommandTarget | null }

export class CommandRegistry {
  readonly commands: readonly Command[]
  #handlers = new Map<string, Handler[]>()
  #layers: Layer[] = []
  #listeners = new Set<() => void>()
  #version = 0

  constructor(commands: readonly Command[]) {
    this.commands = commands
  }

  /** Carries a command out from now on; the newest handler wins. Returns what takes it back. */
  handle(id: string, handler: Handler): () => void {
    if (!this.commands.some((command) => command.id === id)) throw new Error(`No command is called ${id}`)
    this.#handlers.set(id, [...(this.#handlers.get(id) ?? []), handler])
    this.#tell()
    return () => {
      this.#handlers.set(
        id,
        (this.#handlers.get(id) ?? []).filter((each) => each !== handler),
      )
      this.#tell()
    }
  }

  /** A screen says what it is and what its commands would act on. Returns what takes it back. */
  enter(layer: Layer): () => void {
    this.#layers = [...this.#layers, layer]
    this.#tell()
    return () => {
      this.#layers = this.#layers.filter((each) => each !== layer)
      this.#tell()
    }
  }

  context(): CommandContext {
    const target = this.#layers.findLast((layer) => layer.target && layer.target.tickets.length > 0)?.target ?? null
    return { scopes: new Set(this.#layers.flatMap((layer) => layer.scopes)), target }
  }

  possible(command: Command, context = this.context()): boolean {
    if (!this.#handlers.get(command.id)?.length) return false
    if (command.scopes && !command.scopes.some((scope) => context.scopes.has(scope))) return false
    if (command.needsTarget && !context.target) return false
    return command.when?.(context) ?? true
  }

  available(context = this.context()): Command[] {
    return this.commands.filter((command) => this.possible(command, context))
  }

  /** Is anybody there for it at all? The shortcut sheet shows these even where they do not apply just now. */
  handled(command: Command): boolean {
    return (this.#handlers.get(command.id)?.length ?? 0) > 0
  }

  /** The shortcuts that count now. `typing`: only those meant for fields. */
  bindings(options: { typing: boolean; singleCharacters: boolean }, context = this.context()): Binding[] {
    return this.available(context)
      .filter((command) => !options.typing || command.whileTyping)
      .flatMap((command) => keysOf(command).map((keys) => ({ id: command.id, keys })))
      .filter((binding) => options.singleCharacters || !parseKeys(binding.keys).some(isSingleCharacter))
  }

  /** Runs a command if it is possible now and returns what its handler returned. */
  run(id: string): unknown {
    const context = this.context()
    const command = this.commands.find((each) => each.id === id)
    if (!command || !this.possible(command, context)) return undefined
    return this.#handlers.get(id)?.at(-1)?.(context)
  }

  label(command: Command, context = this.context()): string {
    return typeof command.label === "string" ? command.label : command.label(context)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Changes whenever something about the commands does. */
  version = (): number => this.#version

  #tell(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}

/** Two commands that want the same keys in the same place, and prefixes that are commands too. Empty is right; a test says so. */
export function collisions(commands: readonly Command[]): string[] {
  const found: string[] = []
  const all = commands.flatMap((command) => keysOf(command).map((keys) => ({ command, keys, chords: keys.toLowerCase().split(" ") })))
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (one.command === other.command || !meet(one.command, other.command)) continue
      if (one.keys.toLowerCase() === other.keys.toLowerCase()) found.push(`${one.command.id} and ${other.command.id} both want ${one.keys}`)
      else if (one.chords.length !== other.chords.length && one.chords[0] === other.chords[0]) {
        found.push(`${one.command.id} (${one.keys}) and ${other.command.id} (${other.keys}): a prefix is never a command`)
      }
    }
    if (one.chords.length > 2) found.push(`${one.command.id}: ${one.keys} has more than two keys`)
    if (one.command.whileTyping && parseKeys(one.keys).some(isSingleCharacter))
      found.push(`${one.command.id}: ${one.keys} would swallow what people type`)
  }
  const ids = commands.map((command) => command.id)
  return [...found, ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two commands are called ${id}`)]
}

/** Can both be there at once? A list and a board, for example, never are. */
function meet(one: Command, other: Command): boolean {
  const screensOf = ({ scopes }: Command) => (scopes?.every((scope) => screens.includes(scope)) ? scopes : null)
  const [here, there] = [screensOf(one), screensOf(other)]
  return here === null || there === null || here.some((scope) => there.includes(scope))
}
