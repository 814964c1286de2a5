// Which words of a found title were typed, so that they can be underlined. Pure.
import { fold } from "../../ui/picker-options.ts"

export type Part = { text: string; marked: boolean }

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)

export function markedWords(title: string, typed: string): Part[] {
  const wanted = wordsOf(typed)
  const parts: Part[] = []
  for (const text of title.split(/([\p{L}\p{N}]+)/u)) {
    if (text === "") continue
    const word = fold(text)
    const marked = word.length > 2 && wanted.some((each) => word.startsWith(each) || each.startsWith(word))
    const last = parts.at(-1)
    if (last && last.marked === marked) last.text += text
    else parts.push({ text, marked })
  }
  return parts
}
