import { isUtf8 } from "node:buffer"
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv"
import addFormats from "ajv-formats"
import type { TSchema } from "typebox"
import { DomainError, type FieldProblem, invalid } from "#platform/errors"

const ajv = new Ajv({ allErrors: true, coerceTypes: false, removeAdditional: false, useDefaults: true, strict: false, ownProperties: true })
;(addFormats as unknown as (ajv: Ajv) => void)(ajv)

const compiled = new WeakMap<TSchema, ValidateFunction>()
const validatorOf = (schema: TSchema): ValidateFunction => {
  let validate = compiled.get(schema)
  if (validate === undefined) {
    validate = ajv.compile(schema)
    compiled.set(schema, validate)
  }
  return validate
}

const mostProblems = 20

function problemOf(part: string, { instancePath, keyword, params, message }: ErrorObject): FieldProblem {
  const extra = (params as { additionalProperty?: string; missingProperty?: string }).additionalProperty
  const missing = (params as { missingProperty?: string }).missingProperty
  const path = [...instancePath.split("/").slice(1), ...(extra !== undefined ? [extra] : missing !== undefined ? [missing] : [])]
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~").slice(0, 100))
    .join(".")
  const says =
    extra !== undefined
      ? "is not known here"
      : missing !== undefined
        ? "is required"
        : keyword === "enum"
          ? `must be one of ${(params as { allowedValues: unknown[] }).allowedValues.join(", ").slice(0, 300)}`
          : keyword === "pattern"
            ? "has the wrong form"
            : (message ?? "is not valid")
  return { path: path || part, message: says }
}

/** Checks a value against its schema and fills in defaults. @throws 400 with every field that is wrong. */
export function check(part: "body" | "query" | "params", schema: TSchema, value: unknown): void {
  const validate = validatorOf(schema)
  if (validate(value)) return
  const problems = new Map<string, FieldProblem>()
  for (const error of validate.errors ?? []) {
    if (error.keyword === "anyOf" || (error.keyword === "type" && (error.params as { type: unknown }).type === "null")) continue
    const problem = problemOf(part, error)
    if (!problems.has(problem.path) && problems.size < mostProblems) problems.set(problem.path, problem)
  }
  const fields = problems.size > 0 ? [...problems.values()] : [{ path: part, message: "is not valid" }]
  throw invalid(
    fields,
    `The ${part === "body" ? "input" : part} is not valid: ${fields
      .map(({ path, message }) => `${path} ${message}`)
      .join("; ")
      .slice(0, 500)}.`,
  )
}

/** Validates an answer against what the contract promises; used by tests and development, so that no undeclared field leaves the server unseen. */
export function answerProblem(schema: TSchema, value: unknown): string | null {
  const validate = validatorOf(schema)
  return validate(value) ? null : ajv.errorsText(validate.errors)
}

const unstorable = (text: string): boolean => text.includes("\u0000") || !text.isWellFormed()

function findUnstorable(value: unknown, path: string): string | null {
  if (typeof value === "string") return unstorable(value) ? path : null
  if (typeof value !== "object" || value === null) return null
  for (const [key, item] of Object.entries(value)) {
    if (unstorable(key)) return path
    const found = findUnstorable(item, path === "" ? key : `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

/** Refuses what a database cannot keep as text: NUL bytes and lone surrogates. */
export function refuseUnstorable(part: string, value: unknown): void {
  const path = findUnstorable(value, "")
  if (path !== null) throw invalid([{ path: path || part, message: "contains a NUL byte or half of a surrogate pair" }])
}

/** JSON from a request body. Empty is nothing. @throws 400 for what is not UTF-8 or not JSON. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  if (!isUtf8(bytes)) throw invalid([{ path: "body", message: "is not UTF-8" }])
  const text = bytes.toString("utf8")
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalid([{ path: "body", message: "is not JSON" }])
  }
  if (text.includes("\\u")) refuseUnstorable("body", value)
  return value
}

export const unsupportedMediaType = () =>
  new DomainError(415, "E_UNSUPPORTED_MEDIA_TYPE", "Send JSON with the content type application/json.")
