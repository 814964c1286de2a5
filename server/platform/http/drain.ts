import type { IncomingMessage, Server, ServerResponse } from "node:http"
import type { Socket } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"

/** For so long everyone is still answered, and each answer says that it is the connection's last: nobody is cut off between two requests. */
const noticeMs = 500
const longestAnswerMs = 10_000

/**
 * Ends a server's connections in good order, before it is closed. Node alone would wait for connections on which nothing was ever asked
 * (browsers open some in advance), for halves of requests, and for those kept alive by an answer that began before the end did.
 */
export function drainOf(server: Server): () => Promise<void> {
  const open = new Set<Socket>()
  const answering = new Map<Socket, number>()
  let draining = false

  server.on("connection", (socket: Socket) => {
    open.add(socket)
    socket.once("close", () => open.delete(socket))
  })
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1)
    response.once("close", () => {
      const left = (answering.get(socket) ?? 1) - 1
      if (left > 0) return void answering.set(socket, left)
      answering.delete(socket)
      if (draining) socket.destroySoon()
    })
  })

  return async () => {
    if (open.size > 0) await sleep(noticeMs)
    draining = true
    for (const socket of open) if (!answering.has(socket)) socket.destroy()
    const late = setTimeout(() => {
      for (const socket of open) socket.destroy()
    }, longestAnswerMs)
    server.once("close", () => clearTimeout(late))
  }
}
