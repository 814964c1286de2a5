// The question in a message, without the greeting and what surrounds it. Pure.
const greetings = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^,.!?\n]{0,40}[,.!]\s*/i

/** The last sentence that asks; the whole text where none does. */
export function questionIn(text: string): string {
  const plain = text.replace(greetings, "")
  const sentences = plain.match(/[^.!?\n]+[.!?]*(?:\s|$)/g) ?? [plain]
  const asked = sentences.findLast((sentence) => sentence.trimEnd().endsWith("?"))
  return (asked ?? plain).trim()
}
