/**
 * Importing: what other systems know of tickets, brought in with its history. Owns `imports` and `import_refs`.
 * Promises that an import may be run again, or go on after it was killed, without anything coming twice; that a ticket is imported whole or
 * not at all; that what the source says wrong is told by its line and never stops the rest; and that nobody is notified of the past:
 * everything it records says `imported`.
 */
export { importServiceNow } from "./import-log.ts"
export { sentencesOf } from "./summary.ts"
export type { Progress, Summary, Wish } from "./wish.ts"
