/**
 * Ids are UUIDv7 (RFC 9562): they begin with the time, so new rows lie together in an index, and they tell nothing else.
 * Inside one process they only ever grow (RFC 9562 section 6.2, method 1: 12 bits of counter behind the millisecond).
 */
import { randomFillSync } from "node:crypto"

const COUNTER_LIMIT = 0xfff
const pool = Buffer.alloc(8 * 512)
let used = pool.length
let lastMillisecond = 0
let counter = 0

const hex: string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))

export function newId(): string {
  const now = Date.now()
  if (now > lastMillisecond) {
    lastMillisecond = now
    counter = randomByte() // a low start leaves room to count within the millisecond
  } else {
    counter += 1
    if (counter > COUNTER_LIMIT) {
      lastMillisecond += 1 // the clock stood still or went back: borrow from the future rather than repeat
      counter = 0
    }
  }
  return format(lastMillisecond, counter)
}

/** The moment an id was made, in milliseconds since 1970. */
export function idTime(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

function format(milliseconds: number, count: number): string {
  const time = milliseconds.toString(16).padStart(12, "0")
  const b = () => hex[randomByte()]
  const variant = hex[(randomByte() & 0x3f) | 0x80]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, "0")}-${variant}${b()}-${b()}${b()}${b()}${b()}${b()}${b()}`
}

function randomByte(): number {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const byte = pool[used] ?? 0
  used += 1
  return byte
}
