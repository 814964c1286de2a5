import type { Endpoint } from "@docket/contract/endpoint"
import type { TSchema } from "typebox"

type Described = {
  type?: string
  enum?: unknown[]
  items?: Described
  anyOf?: Described[]
  properties?: Record<string, Described>
  required?: string[]
  description?: string
  format?: string
  maxLength?: number
  pattern?: string
}

const html = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

function typeOf(schema: Described): string {
  if (schema.enum) return schema.enum.map((word) => `"${word}"`).join(" | ")
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" | ")
  if (schema.type === "array") return `${typeOf(schema.items ?? {})}[]`
  return schema.format ?? schema.type ?? "any"
}

function fields(schema: Described, depth = 0): string {
  const object = schema.properties
    ? schema
    : (schema.anyOf?.find((one) => one.properties) ?? (schema.items?.properties ? schema.items : undefined))
  if (!object?.properties || depth > 3) return ""
  const rows = Object.entries(object.properties).map(
    ([name, field]) =>
      `<li><code>${html(name)}</code>${object.required?.includes(name) ? "" : " <i>optional</i>"} <span>${html(typeOf(field))}</span>${field.description ? `<p>${html(field.description)}</p>` : ""}${fields(field.type === "array" ? (field.items ?? {}) : field, depth + 1)}</li>`,
  )
  return `<ul>${rows.join("")}</ul>`
}

const block = (title: string, schema: TSchema) => {
  const inside = fields(schema as Described)
  return inside ? `<details><summary>${title}</summary>${inside}</details>` : ""
}

/** The API to read, as one page without scripts: every call by subject, with what it takes and answers. */
export function printReference(endpoints: readonly Endpoint[], version: string): string {
  const tags = [...new Set(endpoints.map(({ tag }) => tag))]
  const anchor = (text: string) => text.toLowerCase().replaceAll(/\W+/g, "-")
  const calls = (tag: string) =>
    endpoints
      .filter((endpoint) => endpoint.tag === tag)
      .map(
        (
          endpoint,
        ) => `<article id="${endpoint.id}"><h3><b class="${endpoint.method.toLowerCase()}">${endpoint.method}</b> <code>${html(endpoint.path)}</code></h3>
<p>${html(endpoint.summary)}</p><p class="who">${endpoint.access === "anyone" ? "No sign-in needed" : endpoint.access === "person" ? "Anyone signed in" : `Permission <code>${endpoint.access}</code>`}${endpoint.idempotent ? " · accepts <code>Idempotency-Key</code>" : ""}</p>
${block("Parameters", endpoint.query)}${block("Body", endpoint.body)}${block(`Answer ${endpoint.status}`, endpoint.returns)}</article>`,
      )
      .join("\n")
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Docket API reference</title>
<style>:root{color-scheme:light dark;font:15px/1.55 system-ui,sans-serif}body{margin:0;display:grid;grid-template-columns:16rem minmax(0,1fr)}nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem;box-sizing:border-box;border-right:1px solid #8884}nav a{display:block;padding:.15rem 0;color:inherit;text-decoration:none;font-size:.9em}nav b{display:block;margin-top:1rem}main{padding:2rem 2.5rem;max-width:56rem}article{border-top:1px solid #8884;padding:1rem 0}h3{margin:0;font-size:1rem;display:flex;gap:.6rem;align-items:baseline}h3 b{font-size:.8rem;min-width:3.6rem}.get{color:light-dark(#00626b,#5cc3cb)}.post{color:light-dark(#1d6b3d,#6fcf97)}.patch,.put{color:light-dark(#7a5200,#e0b050)}.delete{color:light-dark(#b01c1c,#ff8a80)}p{margin:.3rem 0}.who,li span,li i{opacity:.75;font-size:.9em}ul{padding-left:1.2rem}summary{cursor:pointer}@media(max-width:50rem){body{display:block}nav{position:static;height:auto}main{padding:1rem}}</style></head>
<body><nav aria-label="Calls"><strong>Docket API ${html(version)}</strong>${tags
    .map(
      (tag) =>
        `<b>${html(tag)}</b>${endpoints
          .filter((e) => e.tag === tag)
          .map((e) => `<a href="#${e.id}">${html(e.summary)}</a>`)
          .join("")}`,
    )
    .join("")}</nav>
<main><h1>Docket API</h1><p>Base path <code>/api/v1</code>. JSON, camelCase, UTF-8; times in RFC 3339 UTC. Lists answer <code>{data, nextCursor}</code>; errors are always <code>{error, message, details}</code>. The same as a document for tools: <a href="/openapi.json">/openapi.json</a>; to try it: <a href="/docs">/docs</a>.</p>
${tags.map((tag) => `<section><h2 id="${anchor(tag)}">${html(tag)}</h2>${calls(tag)}</section>`).join("\n")}</main></body></html>`
}
