import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { House } from "#platform/start"
import * as app from "./app.ts"

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Everything that `app.ts` lists, with where its files lie. */
export const house: House = {
  version: "0.1.0",
  migrations: join(root, "server/db/migrations"),
  webApp: join(root, "web/dist"),
  routes: app.routes,
  reactions: app.reactions,
  listeners: app.listeners,
  followers: app.followers,
  jobs: app.jobs,
  installers: app.installers,
  demo: async (runtime) => (await import("./db/demo/install.ts")).installDemo(runtime),
  addPages: app.addPages,
  whoIs: app.whoIs,
  mayWatch: app.mayWatch,
}
