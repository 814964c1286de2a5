import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import fastifyStatic from "@fastify/static"
import type { FastifyInstance } from "fastify"
import { documentHeaders } from "#platform/http/headers"

/** Serves the built web app: hashed assets for ever, the document for every address that belongs to the app. */
export async function addWebApp(app: FastifyInstance, dist: string): Promise<void> {
  if (!existsSync(join(dist, "index.html"))) return
  const document = await readFile(join(dist, "index.html"), "utf8")
  app.register(fastifyStatic, {
    root: dist,
    prefix: "/",
    wildcard: false,
    index: false,
    decorateReply: false,
    setHeaders(reply, path) {
      reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache")
    },
  })
  const send = (
    _request: unknown,
    reply: { headers: (h: Record<string, string>) => { type: (t: string) => { send: (b: string) => unknown } } },
  ) =>
    reply
      .headers({ ...documentHeaders, "cache-control": "no-cache" })
      .type("text/html; charset=utf-8")
      .send(document)
  app.get("/", send)
  app.get("/*", (request, reply) => {
    const path = request.url.split("?")[0] ?? ""
    if (/^\/(api|socket\.io)(\/|$)/.test(path) || /\.[a-z0-9]{2,5}$/i.test(path)) return reply.callNotFound()
    return send(request, reply)
  })
}
