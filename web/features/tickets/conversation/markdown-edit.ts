// What the buttons of the editor do to the text: values in, values out. The caret's place is part of the value.
export type Edit = { text: string; start: number; end: number }

/** Bold, italic, code: marks around the selection, or away again. Without a selection the caret lies between the marks. */
export function wrap({ text, start, end }: Edit, mark: string): Edit {
  const size = mark.length
  const outside = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark
  if (outside) {
    return { text: text.slice(0, start - size) + text.slice(start, end) + text.slice(end + size), start: start - size, end: end - size }
  }
  const inside = text.slice(start, end)
  if (inside.length >= size * 2 && inside.startsWith(mark) && inside.endsWith(mark)) {
    return { text: text.slice(0, start) + inside.slice(size, -size) + text.slice(end), start, end: end - size * 2 }
  }
  // Blanks at the edges stay outside, or the marks would be text.
  const lead = inside.length - inside.trimStart().length
  const tail = inside.trim() === "" ? 0 : inside.length - inside.trimEnd().length
  const from = start + (inside.trim() === "" ? 0 : lead)
  const to = end - tail
  return { text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to), start: from + size, end: to + size }
}

/** Several lines become a block, a few words a span. */
export function code(edit: Edit): Edit {
  const chosen = edit.text.slice(edit.start, edit.end)
  if (!chosen.includes("\n")) return wrap(edit, "`")
  const before = edit.start > 0 && edit.text[edit.start - 1] !== "\n" ? "\n" : ""
  const after = edit.text[edit.end] === "\n" || edit.end === edit.text.length ? "" : "\n"
  const opening = `${before}\`\`\`\n`
  const text = `${edit.text.slice(0, edit.start)}${opening}${chosen}\n\`\`\`${after}${edit.text.slice(edit.end)}`
  return { text, start: edit.start + opening.length, end: edit.end + opening.length }
}

export function link({ text, start, end }: Edit): Edit {
  const chosen = text.slice(start, end)
  const address = /^(?:https?:\/\/|mailto:)\S+$/.test(chosen)
  const made = address ? `[](${chosen})` : `[${chosen}](https://)`
  // What is missing gets the selection: the words, or the address.
  const from = start + (address ? 1 : chosen.length + 3)
  return { text: text.slice(0, start) + made + text.slice(end), start: from, end: address ? from : from + "https://".length }
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1
function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at)
  return end < 0 ? text.length : end
}

/** Every line of the selection becomes an item, or stops being one. */
export function list({ text, start, end }: Edit): Edit {
  const from = lineStart(text, start)
  const to = lineEnd(text, end > start && text[end - 1] === "\n" ? end - 1 : end)
  const lines = text.slice(from, to).split("\n")
  const all = lines.every((line) => /^\s*[-*] /.test(line) || line.trim() === "") && lines.some((line) => line.trim() !== "")
  const changed = lines.map((line) =>
    all ? line.replace(/^(\s*)[-*] /, "$1") : line.trim() === "" && lines.length > 1 ? line : `- ${line}`,
  )
  const made = changed.join("\n")
  return { text: text.slice(0, from) + made + text.slice(to), start: start === end ? from + made.length : from, end: from + made.length }
}

/** Enter inside a list goes on with it; on an empty item it ends the list. Null: an ordinary line break. */
export function nextLine({ text, start, end }: Edit): Edit | null {
  if (start !== end) return null
  const from = lineStart(text, start)
  const line = text.slice(from, start)
  const item = /^(\s*)([-*]|(\d+)[.)])( \[[ xX]\])? /.exec(line)
  if (!item) return null
  if (line.slice(item[0].length).trim() === "" && lineEnd(text, start) === start) {
    return { text: text.slice(0, from) + text.slice(start), start: from, end: from }
  }
  const bullet = item[3] === undefined ? item[2] : `${Number(item[3]) + 1}${item[2]?.slice(-1)}`
  const opening = `\n${item[1]}${bullet}${item[4] ? " [ ]" : ""} `
  return { text: text.slice(0, start) + opening + text.slice(start), start: start + opening.length, end: start + opening.length }
}

/** The name being typed after an @ at the caret. */
export function mentionAt({ text, start, end }: Edit): { query: string; from: number } | null {
  if (start !== end) return null
  const found = /(?:^|[\s([{>])@([\p{L}\p{N}._-]{0,40})$/u.exec(text.slice(0, start))
  if (!found) return null
  return { query: found[1] ?? "", from: start - (found[1]?.length ?? 0) - 1 }
}

/** Puts text in the place between `from` and the caret. */
export function insert({ text, end }: Edit, from: number, words: string): Edit {
  const at = from + words.length
  return { text: text.slice(0, from) + words + text.slice(end), start: at, end: at }
}
