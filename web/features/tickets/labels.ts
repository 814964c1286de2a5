// Labels have no colour of their own: their name decides, so that a label looks the same everywhere and always.
import { tint } from "../../ui/person.ts"

const hues = ["#0e7490", "#c2410c", "#7c3aed", "#15803d", "#a16207", "#be123c"]

export const labelColor = (name: string): string => hues[tint(name.toLowerCase())] ?? "#0e7490"
