import { createRequire } from "node:module"
import { dirname } from "node:path"
import type { Endpoint } from "@docket/contract/endpoint"
import fastifyStatic from "@fastify/static"
import type { FastifyInstance } from "fastify"
import { printOpenApi } from "#platform/http/openapi"
import { printReference } from "#platform/http/reference"

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Docket API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head>
<body><div id="swagger-ui"></div><script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`
const start = `window.ui = SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, persistAuthorization: false, displayRequestDuration: true })`

/** `/openapi.json`, the interactive page at `/docs` and `/api/docs`, and the one to read at `/redoc`. */
export function addDocs(app: FastifyInstance, endpoints: readonly Endpoint[], version: string): void {
  const document = printOpenApi(endpoints, version)
  const json = JSON.stringify(document)
  const reference = printReference(endpoints, version)
  app.get("/openapi.json", async (_request, reply) => reply.type("application/json; charset=utf-8").send(json))
  for (const path of ["/docs", "/api/docs", "/api/v1/docs"])
    app.get(path, async (_request, reply) => reply.header("content-security-policy", policy).type("text/html; charset=utf-8").send(page))
  app.get("/docs/start.js", async (_request, reply) => reply.type("text/javascript; charset=utf-8").send(start))
  app.get("/redoc", async (_request, reply) =>
    reply.header("content-security-policy", policy).type("text/html; charset=utf-8").send(reference),
  )
  const assets = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"))
  app.register(fastifyStatic, {
    root: assets,
    prefix: "/docs/assets/",
    decorateReply: false,
    index: false,
    allowedPath: (path) => /^\/?swagger-ui(-bundle)?\.(css|js)$/.test(path),
  })
}
