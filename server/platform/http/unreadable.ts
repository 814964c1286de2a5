import type { Socket } from "node:net"

const refusals: Record<string, { status: string; message: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", message: "The request took too long to arrive." },
  HPE_HEADER_OVERFLOW: { status: "431 Request Header Fields Too Large", message: "The headers of this request are too large." },
}
/** For the answer to be read; after that the connection is no longer the client's to keep open. */
const farewellMs = 1000
const unknown = { status: "400 Bad Request", message: "This is not an HTTP request that we understand." }

/** Answers what never became a request, and closes: what follows on this connection could be read in more than one way. */
export function refuseUnreadable(error: { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return
  // in the middle of another answer ours would pass for a part of it
  const current = (socket as Socket & { _httpMessage?: { headersSent: boolean } | null })._httpMessage
  if (current?.headersSent) return void socket.destroy()
  const { status, message } = refusals[error.code ?? ""] ?? unknown
  const body = JSON.stringify({ error: "E_VALIDATION_ERROR", message, details: {} })
  const headers = [
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: no-store",
    "x-content-type-options: nosniff",
    "connection: close",
  ]
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join("\r\n")}\r\n\r\n${body}`)
  setTimeout(() => socket.destroy(), farewellMs).unref()
}
