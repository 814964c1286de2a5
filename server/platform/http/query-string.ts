import type { TObject } from "typebox"

type Described = { type?: string; items?: Described; anyOf?: Described[] }

const asNumber = (text: string): unknown => (/^-?\d{1,15}$/.test(text) ? Number(text) : text)
const asBoolean = (text: string): unknown => (text === "true" ? true : text === "false" ? false : text)

/**
 * A query string as the schema means it: whole numbers and booleans become such, list parameters may be repeated or comma-separated.
 * What does not fit stays text, so that validation names it. A parameter that is no list and comes twice becomes an array, which validation refuses.
 */
export function decodeQuery(schema: TObject, raw: Record<string, string | string[]>): Record<string, unknown> {
  const decoded: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    const described = (schema.properties as Record<string, Described>)[name]
    if (described?.type === "array") {
      decoded[name] = [value].flat().flatMap((part) => part.split(",").filter((item) => item !== ""))
    } else if (Array.isArray(value)) decoded[name] = value
    else if (described?.type === "integer") decoded[name] = asNumber(value)
    else if (described?.type === "boolean") decoded[name] = asBoolean(value)
    else decoded[name] = value
  }
  return decoded
}
