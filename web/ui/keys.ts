// How keys are written down. A chord is "Mod+Shift+K"; a sequence is chords with spaces, "G I". "Mod" is Command on a Mac and Ctrl elsewhere.

export type Chord = { key: string; mod: boolean; shift: boolean; alt: boolean; ctrl: boolean }

export function parseChord(text: string): Chord {
  const chord: Chord = { key: "", mod: false, shift: false, alt: false, ctrl: false }
  for (const part of text === "+" ? ["+"] : text.split("+")) {
    const name = part.toLowerCase()
    if (name === "mod") chord.mod = true
    else if (name === "shift") chord.shift = true
    else if (name === "alt") chord.alt = true
    else if (name === "ctrl") chord.ctrl = true
    else chord.key = part.length === 1 ? name : part
  }
  return chord
}

export function parseKeys(text: string): Chord[] {
  return text.split(" ").filter(Boolean).map(parseChord)
}

const symbols: Record<string, string> = {
  Enter: "↵",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Backspace: "⌫",
  Escape: "Esc",
  Tab: "⇥",
}
const macModifiers = { mod: "⌘", ctrl: "⌃", alt: "⌥", shift: "⇧" }
const otherModifiers = { mod: "Ctrl", ctrl: "Ctrl", alt: "Alt", shift: "⇧" }

/** The caps to draw for a shortcut, one string each: "Mod+K" → ["⌘", "K"] on a Mac, ["Ctrl", "K"] elsewhere. */
export function keyCaps(text: string, mac: boolean): string[] {
  const names = mac ? macModifiers : otherModifiers
  return parseKeys(text).flatMap((chord) => {
    const caps: string[] = []
    if (chord.ctrl) caps.push(names.ctrl)
    if (chord.mod) caps.push(names.mod)
    if (chord.alt) caps.push(names.alt)
    if (chord.shift) caps.push(names.shift)
    caps.push(symbols[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key))
    return caps
  })
}

/** The same for `aria-keyshortcuts`; sequences have no form there and are left out. */
export function ariaKeys(text: string, mac: boolean): string | undefined {
  const chords = parseKeys(text)
  const [chord] = chords
  if (!chord || chords.length > 1) return undefined
  const parts = [chord.mod && (mac ? "Meta" : "Control"), chord.ctrl && "Control", chord.alt && "Alt", chord.shift && "Shift", chord.key]
  return parts.filter(Boolean).join("+")
}

export function isMac(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform || navigator.userAgent)
}
