import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readConfig } from "#platform/config"
import { testDatabase } from "#platform/database/test-database"
import { type House, start } from "#platform/start"

export type Answer = { status: number; body: unknown; headers: Record<string, unknown> }

/**
 * A whole Docket over a database of its own, answering in memory (or, with `listen`, on a free port). Answers are checked against the contract.
 * Rate limits are off unless `environment` says otherwise.
 */
export async function testHouse(house: House, options: { listen?: boolean; environment?: Record<string, string>; demo?: boolean } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), "docket-test-"))
  const database = await testDatabase()
  const config = readConfig(
    {
      NODE_ENV: "test",
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
      RATE_LIMIT_FACTOR: "0",
      DATA_DIR: dataDir,
      PORT: "0",
      ...options.environment,
    },
    { demo: options.demo ?? false },
  )
  const running = await start(config, house, { database, listen: options.listen ?? false })

  /** One request in memory; `as`: an access token. */
  const request = async (
    method: string,
    path: string,
    given: { as?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const reply = await running.inject({
      method: method as "GET",
      url: path.startsWith("/api/") || !path.startsWith("/") ? path : `/api/v1${path}`,
      headers: { ...(given.as === undefined ? {} : { authorization: `Bearer ${given.as}` }), ...given.headers },
      ...(given.body === undefined ? {} : { payload: given.body as object }),
    })
    const text = reply.body
    const isJson = String(reply.headers["content-type"] ?? "").startsWith("application/json")
    return { status: reply.statusCode, body: isJson && text !== "" ? JSON.parse(text) : text, headers: reply.headers }
  }
  const close = async () => {
    await running.stop()
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { ...running, request, close }
}
