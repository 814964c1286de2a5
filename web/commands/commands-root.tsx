// Listens to the keyboard for the whole app and shows palette, shortcut sheet and the hint of a begun sequence. Once, inside the router.
import { lazy, Suspense, useEffect, useState } from "react"
import { density, isDark, setDensity, setTheme } from "../theme.ts"
import { isMac } from "../ui/keys.ts"
import { toasts } from "../ui/toast-queue.ts"
import { registry, runCommand, useCommand } from "./active.ts"
import { handles, isElsewhere, isTyping } from "./key-press.ts"
import { palette, usePalette } from "./palette-state.ts"
import { singleCharacters } from "./preferences.ts"
import { SequenceHint } from "./sequence-hint.tsx"
import { type Binding, patience, Sequencer } from "./sequencer.ts"

const loadPalette = () => import("./palette.tsx")
const loadHelp = () => import("./help-sheet.tsx")
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const HelpSheet = lazy(async () => ({ default: (await loadHelp()).HelpSheet }))

export function CommandsRoot() {
  const { open, help } = usePalette()
  const [pending, setPending] = useState<{ prefix: string; next: Binding[] } | null>(null)
  useCommand("app.palette", () => (palette.current().open ? palette.close() : palette.open()))
  useCommand("app.search", () => palette.open())
  useCommand("app.help", () => palette.help(true))
  useCommand("app.theme", () => setTheme(isDark() ? "light" : "dark"))
  useCommand("app.density", () => setDensity(density() === "compact" ? "comfortable" : "compact"))
  useCommand("app.undo", () => toasts.undoLast())

  useEffect(() => {
    const sequencer = new Sequencer()
    const mac = isMac()
    let timer: ReturnType<typeof setTimeout> | undefined
    const keyDown = (event: KeyboardEvent) => {
      const unclear = event.isComposing || event.key === "Dead" || event.key === "Process" || event.key === "Unidentified"
      const modifier = event.key === "Shift" || event.key === "Control" || event.key === "Alt" || event.key === "Meta"
      if (event.defaultPrevented || unclear || modifier) return
      const typing = isTyping(event.target) || isElsewhere(event.target)
      const bindings = handles(event.target, event.key) ? [] : registry.bindings({ typing, singleCharacters: singleCharacters() })
      const outcome = sequencer.press(event, bindings, performance.now(), mac)
      clearTimeout(timer)
      setPending(null)
      if (outcome.kind === "none" || (event.repeat && outcome.kind === "pending")) return
      event.preventDefault()
      if (outcome.kind === "run") runCommand(outcome.id)
      else {
        setPending(outcome)
        timer = setTimeout(() => setPending(null), patience)
      }
    }
    window.addEventListener("keydown", keyDown)
    // The palette must be there at once when it is asked for.
    const idle = setTimeout(() => void loadPalette().catch(() => undefined), 1500)
    return () => {
      window.removeEventListener("keydown", keyDown)
      clearTimeout(timer)
      clearTimeout(idle)
    }
  }, [])

  return (
    <Suspense fallback={null}>
      {open && <Palette />}
      {help && <HelpSheet />}
      {pending && <SequenceHint {...pending} />}
    </Suspense>
  )
}
