// The catalogue in use: `t.shell.skip`, `t.ui.selected(3)`.
import { en, type Words } from "./en.ts"

export const t: Words = en
