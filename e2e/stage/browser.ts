// The browser: a system Chromium where there is one, else the one from the registry. One for the whole run; each person gets a context of it.
import { existsSync } from "node:fs"
import packed from "@sparticuz/chromium"
import { type Browser, chromium } from "playwright-core"

const systemPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"]
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-gpu",
  "--font-render-hinting=none",
]

export async function openBrowser(): Promise<Browser> {
  const installed = systemPlaces.find((path) => existsSync(path))
  if (installed !== undefined) {
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : []
    return chromium.launch({ executablePath: installed, args: [...quiet, ...sandbox] })
  }
  // Its own arguments make it a cloud function's browser: one process, no origins. Here it is an ordinary one, but for the sandbox it comes without.
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...quiet, "--no-sandbox"] })
}
