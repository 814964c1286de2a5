/**
 * Cuts what a client sends into units the engine can run as a whole: a start-up packet, a simple query, or everything up to a Sync.
 * Never single messages: the unnamed statement and portal belong to the one engine, so between one client's Parse and Bind
 * nobody else's may run.
 */
const PROTOCOL_3 = 196608
const CANCEL_REQUEST = 80877102
const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
const LONGEST_MESSAGE = 256 * 1024 * 1024

export type Unit =
  | { kind: "start"; bytes: Buffer }
  | { kind: "encryption" }
  | { kind: "run"; bytes: Buffer; complete: boolean }
  | { kind: "end" }

const code = (letter: string) => letter.charCodeAt(0)
const QUERY = code("Q")
const SYNC = code("S")
const FLUSH = code("H")
const FUNCTION_CALL = code("F")
const TERMINATE = code("X")

export class FrameReader {
  #chunks: Buffer[] = []
  #length = 0
  /** how much must have arrived before looking again makes sense: a large message is joined once, not with every chunk */
  #needed = 0
  #started = false
  /** where the next message begins; what lies before it belongs to the unit being collected */
  #scanned = 0

  /** Takes what arrived and returns the units that are now whole. Throws on what is not the protocol. */
  read(chunk: Buffer): Unit[] {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    if (this.#length < this.#needed) return []
    let bytes = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks, this.#length)
    const units: Unit[] = []
    this.#needed = 0
    for (;;) {
      const at = this.#scanned
      const header = this.#started ? 5 : 8
      if (bytes.length < at + header) break
      const length = this.#started ? 1 + bytes.readInt32BE(at + 1) : bytes.readInt32BE(at)
      if (length < header || length > LONGEST_MESSAGE) throw new Error(`a message of ${length} bytes is not the protocol`)
      if (bytes.length < at + length) {
        this.#needed = at + length
        break
      }
      const unit = this.#started ? unitOf(bytes, at, length) : this.#startUnit(bytes.subarray(0, length))
      this.#scanned = at + length
      if (unit) {
        units.push(unit)
        bytes = bytes.subarray(this.#scanned)
        this.#scanned = 0
      }
    }
    this.#chunks = bytes.length > 0 ? [bytes] : []
    this.#length = bytes.length
    return units
  }

  #startUnit(bytes: Buffer): Unit {
    const version = bytes.readInt32BE(4)
    if (version === SSL_REQUEST || version === GSS_REQUEST) return { kind: "encryption" }
    if (version === CANCEL_REQUEST) return { kind: "end" } // the engine cannot be interrupted
    if (version !== PROTOCOL_3) throw new Error(`protocol ${version} is not spoken here`)
    this.#started = true
    return { kind: "start", bytes }
  }
}

function unitOf(bytes: Buffer, at: number, length: number): Unit | null {
  const type = bytes[at]
  if (type === TERMINATE) return { kind: "end" }
  if (type === QUERY || type === SYNC || type === FUNCTION_CALL)
    return { kind: "run", bytes: bytes.subarray(0, at + length), complete: true }
  if (type === FLUSH) return { kind: "run", bytes: bytes.subarray(0, at + length), complete: false }
  return null
}
