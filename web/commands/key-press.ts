// From a key press to a chord, and whether it is ours to take.
import { type Chord, parseChord } from "../ui/keys.ts"

/** What of a KeyboardEvent is needed; tests make their own. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">

const codes: Record<string, string> = {
  Comma: ",",
  Period: ".",
  Slash: "/",
  Semicolon: ";",
  Quote: "'",
  BracketLeft: "[",
  BracketRight: "]",
  Minus: "-",
  Equal: "=",
  Backquote: "`",
}

/** The key's name as chords write it: independent of the layout where Alt, Shift or a script hide the letter. */
function keyName(press: KeyPress): string {
  if (press.key === " ") return "Space"
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase()
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  const latin = /^[\x20-\x7e]$/.test(press.key)
  if (press.key.length === 1 && (press.altKey || !latin) && (letter ?? digit)) return letter ?? digit ?? press.key
  return press.key.length === 1 ? press.key.toLowerCase() : press.key
}

export function matches(press: KeyPress, chord: Chord, mac: boolean): boolean {
  const mod = mac ? press.metaKey : press.ctrlKey
  const ctrl = mac ? press.ctrlKey : false
  const other = mac ? false : press.metaKey
  if (mod !== chord.mod || ctrl !== chord.ctrl || press.altKey !== chord.alt || other) return false
  const name = keyName(press)
  const plain = /^[a-z0-9]$/.test(chord.key) || chord.key.length > 1
  if (plain) return name === chord.key && press.shiftKey === chord.shift
  // A symbol: with Shift written down it is the key on the board, "Shift+,"; without, it is the sign itself, "?", however it is typed.
  return chord.shift ? press.shiftKey && (codes[press.code] === chord.key || name === chord.key) : name === chord.key
}

export function matchesText(press: KeyPress, text: string, mac: boolean): boolean {
  return matches(press, parseChord(text), mac)
}

/** Is this chord typed by one printable key alone (WCAG 2.1.4)? These can be switched off. */
export function isSingleCharacter(chord: Chord): boolean {
  return chord.key.length === 1 && !chord.mod && !chord.ctrl && !chord.alt
}

const notTyping = new Set(["button", "checkbox", "radio", "range", "submit", "reset", "color", "file", "image"])

/** Does the focus lie where keys write text? */
export function isTyping(target: EventTarget | null): boolean {
  if (typeof Element === "undefined" || !(target instanceof Element)) return false
  if (target instanceof HTMLInputElement) return !notTyping.has(target.type)
  return target.closest('textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"]') !== null
}

/** Does the focus lie in something that has its own keys: an open menu, a list to choose from, a dialog? */
export function isElsewhere(target: EventTarget | null): boolean {
  if (typeof Element === "undefined" || !(target instanceof Element)) return false
  return target.closest('[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]') !== null
}

/** Does the focused element itself do something with this key? A link opens on Enter, a button on Enter and Space, a tab list on arrows. */
export function handles(target: EventTarget | null, key: string): boolean {
  if (typeof Element === "undefined" || !(target instanceof Element)) return false
  const pressable =
    'button, summary, input, [role="button"], [role="tab"], [role="checkbox"], [role="radio"], [role="switch"], [role="option"]'
  if (key === "Enter") return target.closest(`a[href], ${pressable}`) !== null
  if (key === " ") return target.closest(pressable) !== null
  if (key.startsWith("Arrow"))
    return target.closest('[role="tablist"], [role="radiogroup"], [role="separator"], [role="slider"], hr, input, select') !== null
  return false
}
