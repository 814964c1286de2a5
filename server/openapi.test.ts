/** The printed description of the API: a valid OpenAPI 3.1 document that tells of every call, and the pages that show it. */
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import { routes } from "./app.ts"
import { type Company, company } from "./test/company.ts"

type Schema = Record<string, unknown>
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Content = Record<string, { schema: Schema }>
type Operation = {
  operationId: string
  tags: string[]
  summary: string
  security: Record<string, unknown[]>[]
  parameters: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> }
}

let c: Company
let document: Document
let operations: { path: string; method: string; operation: Operation }[]
before(async () => {
  c = await company()
  document = (await c.inject({ method: "GET", url: "/openapi.json" })).json() as Document
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  )
})
after(() => c.close())

test("it tells of every call with every way to it, and of no other", () => {
  const printed = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`)
  const bound = routes.flatMap(({ endpoint }) =>
    [{}, ...endpoint.also].map((other) => {
      const { method, path } = { method: endpoint.method, path: endpoint.path, ...other }
      return `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`
    }),
  )
  assert.deepEqual(printed.sort(), bound.sort())
  assert.ok(printed.length > 50)
})

test("it is OpenAPI 3.1", () => {
  assert.match(document.openapi, /^3\.1\.\d+$/)
  assert.ok(document.info.title && document.info.version && document.servers[0]?.url === "/api/v1")
  const ids = operations.map(({ operation }) => operation.operationId)
  assert.deepEqual(ids, [...new Set(ids)], "operation ids are unique")
  for (const { path, method, operation } of operations) {
    const said = `${method} ${path}`
    assert.match(path, /^\//)
    assert.match(method, /^(get|post|put|patch|delete)$/)
    const named = (place: string) => operation.parameters.filter((parameter) => parameter.in === place).map(({ name }) => name)
    assert.deepEqual(
      named("path").sort(),
      [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort(),
      `${said}: parameters of its path`,
    )
    assert.ok(
      operation.parameters.filter((parameter) => parameter.in === "path").every(({ required }) => required === true),
      said,
    )
    const all = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
    assert.deepEqual(all, [...new Set(all)], said)
    assert.ok(operation.summary.length > 0 && operation.tags.length === 1, said)
    if (method === "get") assert.equal(operation.requestBody, undefined, said)
    assert.ok(
      Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status)),
      said,
    )
    for (const [status, { description }] of Object.entries(operation.responses)) assert.ok(/^[1-5]\d\d$/.test(status) && description, said)
    for (const scheme of operation.security.flatMap((one) => Object.keys(one)))
      assert.ok(scheme in document.components.securitySchemes, said)
  }
})

test("each schema in it is JSON Schema of 2020-12, and every reference leads somewhere", () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, allErrors: true })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addVocabulary(["components"])
  ajv.addSchema({ $id: "http://document/", components: document.components })
  const seen = new Set<string>()
  const valid = (schema: Schema, where: string) => {
    const absolute = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"http://document/#/')
    if (!seen.has(absolute)) assert.doesNotThrow(() => ajv.compile(JSON.parse(absolute) as Schema), where)
    seen.add(absolute)
  }
  for (const { path, method, operation } of operations) {
    const said = `${method} ${path}`
    for (const { name, schema } of operation.parameters) valid(schema, `${said}: ${name}`)
    for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) valid(schema, `${said}: ${type}`)
    for (const [status, { content = {} }] of Object.entries(operation.responses))
      for (const { schema } of Object.values(content)) valid(schema, `${said}: ${status}`)
  }
  assert.ok(seen.size > 100)
  const text = JSON.stringify(document)
  assert.doesNotMatch(text, /"~|"type":"undefined"|\/work\/|[a-z]:\\\\/, "nothing of the inside")
})

test("the pages that show it answer, and only they may load from themselves", async () => {
  const pages: [string, string, RegExp][] = [
    ["/docs", "text/html", /swagger-ui-bundle\.js/],
    ["/api/docs", "text/html", /swagger-ui-bundle\.js/],
    ["/redoc", "text/html", /POST.*\/tickets/s],
    ["/docs/start.js", "text/javascript", /\/openapi\.json/],
    ["/docs/assets/swagger-ui.css", "text/css", /swagger-ui/],
    ["/docs/assets/swagger-ui-bundle.js", "application/javascript", /SwaggerUIBundle/],
  ]
  for (const [url, type, says] of pages) {
    const { statusCode, headers, body } = await c.inject({ method: "GET", url })
    assert.equal(statusCode, 200, url)
    assert.ok(String(headers["content-type"]).startsWith(type), `${url}: ${headers["content-type"]}`)
    assert.match(body, says, url)
    if (type !== "text/html") continue
    const policy = String(headers["content-security-policy"])
    assert.match(policy, /default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/, url)
    assert.doesNotMatch(body, /<script>|src="http|href="http/, url)
  }
})
