// Every component in every state, for looking at and for the accessibility tests. Only in development and in a build with `--mode kit`.
// Its sample words are not in the catalogue: nobody but us reads them.
import { useState } from "react"
import { BoardSpecimen, boardNames } from "./kit/boards.tsx"
import { Choosing } from "./kit/choosing.tsx"
import { CommandsSpecimen } from "./kit/commands.tsx"
import { Entry, entryScreens } from "./kit/entry.tsx"
import { Foundations } from "./kit/foundations.tsx"
import { Frame } from "./kit/frame.tsx"
import { Overlays } from "./kit/overlays.tsx"
import { Reading } from "./kit/reading.tsx"
import { Structure } from "./kit/structure.tsx"
import { type ThemeChoice, useTheme } from "./theme.ts"
import { Floor } from "./ui/floor.tsx"
import { SegmentedControl } from "./ui/segmented-control.tsx"

const parts = { components: "Components", frame: "Frame" }

export function Kit() {
  const [theme, setTheme] = useTheme()
  const [part, setPart] = useState<keyof typeof parts>(location.hash === "#frame" ? "frame" : "components")
  const entry = entryScreens.find((name) => location.hash === `#${name}`)
  if (entry) return <Entry name={entry} />
  const board = boardNames.find((name) => location.hash === `#${name}`)
  if (board) return <BoardSpecimen name={board} />
  if (part === "frame") return <Frame onLeave={() => setPart("components")} />
  return (
    <main className="relative min-h-dvh px-9 py-6 paper-surface max-md:px-4">
      <header className="mb-6 flex flex-wrap items-center gap-4">
        <h1 className="text-20 font-strong">Components</h1>
        <SegmentedControl<ThemeChoice>
          label="Theme"
          value={theme}
          onChange={setTheme}
          segments={[
            { value: "system", label: "System" },
            { value: "light", label: "Light", icon: "sun" },
            { value: "dark", label: "Dark", icon: "moon" },
          ]}
        />
        <SegmentedControl
          label="Part"
          value={part}
          onChange={setPart}
          segments={[
            { value: "components", label: "Components" },
            { value: "frame", label: "Frame" },
          ]}
        />
      </header>
      <div className="grid grid-cols-3 gap-x-11 gap-y-7 max-lg:grid-cols-2 max-md:grid-cols-1">
        <Foundations />
        <Choosing />
        <CommandsSpecimen />
        <Overlays />
        <Structure />
        <Reading />
      </div>
      <div className="pointer-events-none fixed inset-x-0 bottom-0 z-20">
        <Floor />
      </div>
    </main>
  )
}
