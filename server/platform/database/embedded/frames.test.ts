import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { FrameReader, type Unit } from "./frames.ts"

function message(type: string, length: number): Buffer {
  const bytes = Buffer.alloc(5 + length, type)
  bytes.writeInt32BE(4 + length, 1)
  return bytes
}

function startup(version: number, rest = 0): Buffer {
  const bytes = Buffer.alloc(8 + rest)
  bytes.writeInt32BE(bytes.length, 0)
  bytes.writeInt32BE(version, 4)
  return bytes
}

const START = startup(196608, 20)

function readAll(bytes: Buffer, cuts: number[]): Unit[] {
  const reader = new FrameReader()
  const edges = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length]
  return edges.slice(1).flatMap((end, index) => reader.read(Buffer.from(bytes.subarray(edges[index], end))))
}

test("a unit ends with Sync, a simple query or a Flush, however the bytes arrive", () => {
  const pieces = fc.array(fc.tuple(fc.constantFrom("P", "B", "D", "E", "S", "Q", "H"), fc.integer({ min: 0, max: 300 })), {
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(pieces, fc.array(fc.nat(5_000), { maxLength: 8 }), (sent, cuts) => {
      const expected: Buffer[] = []
      let open: Buffer[] = []
      for (const [type, length] of sent) {
        open.push(message(type, length))
        if ("SQH".includes(type)) {
          expected.push(Buffer.concat(open))
          open = []
        }
      }
      const [start, ...units] = readAll(Buffer.concat([START, ...sent.map(([type, length]) => message(type, length))]), cuts)
      assert.deepEqual(start, { kind: "start", bytes: START })
      assert.deepEqual(
        units.map((unit) => (unit.kind === "run" ? unit.bytes : null)),
        expected,
      )
      for (const unit of units) assert.ok(unit.kind === "run" && unit.complete === !endsWithFlush(unit.bytes))
    }),
  )
})

function endsWithFlush(bytes: Buffer): boolean {
  let at = 0
  let type = 0
  while (at < bytes.length) {
    type = bytes[at] ?? 0
    at += 1 + bytes.readInt32BE(at + 1)
  }
  return type === "H".charCodeAt(0)
}

test("encryption is declined, a cancel request and a goodbye end the connection", () => {
  const reader = new FrameReader()
  assert.deepEqual(reader.read(startup(80877103)), [{ kind: "encryption" }])
  assert.deepEqual(reader.read(startup(80877104)), [{ kind: "encryption" }])
  assert.deepEqual(reader.read(START), [{ kind: "start", bytes: START }])
  assert.deepEqual(reader.read(message("X", 0)), [{ kind: "end" }])
  assert.deepEqual(new FrameReader().read(startup(80877102, 8)), [{ kind: "end" }])
})

test("what is not the protocol is refused", () => {
  assert.throws(() => new FrameReader().read(Buffer.from("GET / HTTP/1.1\r\n\r\n")))
  assert.throws(() => new FrameReader().read(startup(131072)))
})
