// All shortcuts, from the registry, searchable; and the switch for single keys.
import { useState } from "react"
import { Dialog } from "../ui/dialog.tsx"
import { Input } from "../ui/input.tsx"
import { Kbd } from "../ui/kbd.tsx"
import { fold } from "../ui/picker-options.ts"
import { Switch } from "../ui/switch.tsx"
import { t } from "../words/words.ts"
import { useRegistry } from "./active.ts"
import { type Command, type HelpSection, keysOf } from "./command.ts"
import { palette, usePalette } from "./palette-state.ts"
import { setSingleCharacters, singleCharacters } from "./preferences.ts"

const sections: readonly HelpSection[] = ["general", "go", "list", "ticket", "board"]

export function HelpSheet() {
  const { help } = usePalette()
  return (
    <Dialog open={help} onOpenChange={palette.help} title={t.commands.help_title} wide>
      <Shortcuts />
    </Dialog>
  )
}

function Shortcuts() {
  const registry = useRegistry()
  const [query, setQuery] = useState("")
  const [single, setSingle] = useState(singleCharacters)
  const label = (command: Command) => registry.label(command)
  const shown = registry.commands.filter((command) => keysOf(command).length > 0 && fold(label(command)).includes(fold(query.trim())))
  return (
    <>
      <Input
        icon="search"
        aria-label={t.commands.help_find}
        placeholder={t.commands.help_find}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="mt-4 columns-2 gap-8 max-md:columns-1">
        {sections.map((section) => {
          const commands = shown.filter((command) => command.section === section)
          if (commands.length === 0) return null
          return (
            <section key={section} aria-label={t.commands.section[section]} className="mb-5 break-inside-avoid">
              <h3 className="pb-1 text-12 font-medium text-faint">{t.commands.section[section]}</h3>
              <dl>
                {commands.map((command) => (
                  <div key={command.id} className="flex min-h-[30px] items-center gap-3 border-b border-border-soft last:border-0">
                    <dt className="flex-1">{label(command)}</dt>
                    <dd className="flex gap-2">
                      {keysOf(command).map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      {shown.length === 0 && <p className="py-6 text-center text-muted">{t.ui.nothing_found}</p>}
      <div className="mt-1 border-t border-border-soft pt-4 pb-2">
        <Switch
          label={t.commands.help_single}
          hint={t.commands.help_single_hint}
          checked={single}
          onChange={(on) => {
            setSingle(on)
            setSingleCharacters(on)
          }}
        />
      </div>
    </>
  )
}
