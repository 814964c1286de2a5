// The greeting of the portal by the time of day of whoever looks. Pure.
import { t } from "../../words/words.ts"
import { firstName } from "./request-state.ts"

export function greeting(name: string | null, now: Date): string {
  const words = t.portal.greeting
  if (!name?.trim()) return words.nameless
  const hour = now.getHours()
  const said = hour < 5 || hour >= 18 ? words.evening : hour < 12 ? words.morning : words.afternoon
  return said(firstName(name))
}
