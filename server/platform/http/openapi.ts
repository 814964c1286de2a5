import type { Endpoint } from "@docket/contract/endpoint"
import type { TObject, TSchema } from "typebox"

type Json = Record<string, unknown>

const errorShape: Json = {
  type: "object",
  required: ["error", "message", "details"],
  properties: { error: { type: "string", examples: ["E_VALIDATION_ERROR"] }, message: { type: "string" }, details: { type: "object" } },
}
const refusal = (description: string): Json => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
})

const parametersOf = (place: "path" | "query", schema: TObject): Json[] =>
  Object.entries(schema.properties as Record<string, TSchema & { description?: string; type?: string }>).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (schema.required ?? []).includes(name),
    ...(property.description === undefined ? {} : { description: property.description }),
    schema: property,
    ...(property.type === "array" ? { style: "form", explode: false } : {}),
  }))

const takesBody = (schema: TSchema) => (schema as { type?: unknown }).type !== "undefined"

function operation(endpoint: Endpoint): Json {
  const { access, params, query, body, returns, status } = endpoint
  const writes = endpoint.method !== "GET"
  const headers: Json[] = [
    ...(endpoint.idempotent
      ? [
          {
            name: "Idempotency-Key",
            in: "header",
            schema: { type: "string", maxLength: 255 },
            description: "repeating the call with the same key has no second effect",
          },
        ]
      : []),
    ...(writes && endpoint.method !== "POST"
      ? [
          {
            name: "If-Match",
            in: "header",
            schema: { type: "string" },
            description: "the version that you believe to change, in quotes; a stale one is 409",
          },
        ]
      : []),
  ]
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description:
      access === "anyone"
        ? "Needs no sign-in."
        : access === "person"
          ? "For anyone signed in; what they may see and change is decided by the thing itself."
          : `Needs the permission \`${access}\`.`,
    security: access === "anyone" ? [] : [{ bearer: [] }],
    parameters: [...parametersOf("path", params), ...parametersOf("query", query), ...headers],
    ...(takesBody(body) ? { requestBody: { required: !("~optional" in body), content: { "application/json": { schema: body } } } } : {}),
    responses: {
      [status]: takesBody(returns)
        ? { description: "As asked", content: { "application/json": { schema: returns } } }
        : { description: "Done" },
      400: refusal("The input is not valid"),
      ...(access === "anyone" ? {} : { 401: refusal("Not signed in"), 403: refusal("Visible, but not allowed") }),
      ...(Object.keys(params.properties).length > 0 ? { 404: refusal("Not there, or not visible to you") } : {}),
      ...(writes ? { 409: refusal("The state of things does not allow it"), 413: refusal("Too large"), 415: refusal("Not JSON") } : {}),
      429: refusal("Too many requests"),
      500: refusal("Our fault; `details.requestId` names the request"),
      503: refusal("The database is away; try again"),
    },
  }
}

/** OpenAPI 3.1 of every endpoint, printed from the contract. */
export function printOpenApi(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints)
    for (const other of [{}, ...endpoint.also] as { method?: string; path?: string }[]) {
      const path = (other.path ?? endpoint.path).replaceAll(/:(\w+)/g, "{$1}")
      const method = (other.method ?? endpoint.method).toLowerCase()
      const id =
        other.method === undefined && other.path === undefined ? endpoint.id : `${endpoint.id}_${method}_${path.replaceAll(/\W+/g, "_")}`
      paths[path] = { ...paths[path], [method]: { ...operation(endpoint), operationId: id } }
    }
  return {
    openapi: "3.1.0",
    info: {
      title: "Docket",
      version,
      description:
        "One system for an organisation's tickets. Lists answer `{data, nextCursor}`; errors are always `{error, message, details}`; `:id` of a ticket or project accepts its key.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: { schemas: { Error: errorShape }, securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
  }
}
