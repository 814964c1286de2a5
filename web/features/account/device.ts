// What a session was begun with, in words that its owner recognises. Pure.
import { t } from "../../words/words.ts"

// the first that fits: most browsers also claim to be others
const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
]
const named = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1]

/** "Firefox on Windows"; for programs their own name. */
export function deviceOf({ client, userAgent }: { client: string; userAgent: string | null }): string {
  const words = t.account.sessions
  const agent = userAgent ?? ""
  const browser = named(browsers, agent)
  const system = named(systems, agent)
  if (browser !== undefined) return words.device(browser, system ?? words.unknown_system)
  if (client === "web") return system === undefined ? words.browser : words.device(words.browser, system)
  return /^[A-Za-z][\w.-]{1,30}/.exec(agent)?.[0] ?? words.program
}
