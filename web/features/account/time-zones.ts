// Time zones to choose from, by the names that the browser knows.
import type { PickerOption } from "../../ui/picker-options.ts"
import { t } from "../../words/words.ts"

/** Stands for none: the zone of whichever device one looks from. */
export const asDevice = "device"

const spaced = (zone: string) => zone.replaceAll("_", " ")

/** `chosen` is among them even where this browser does not know it. */
export function timeZones(chosen: string | null): PickerOption[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const known = Intl.supportedValuesOf("timeZone")
  const all = chosen === null || known.includes(chosen) ? known : [chosen, ...known]
  return [
    { value: asDevice, label: t.account.profile.as_device(spaced(here)) },
    ...all.map((zone) => ({ value: zone, label: spaced(zone), keywords: zone })),
  ]
}
