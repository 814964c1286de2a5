// The contrast of every pair of tokens that may meet, in both themes: 4.5:1 for text, 3:1 for what one must see to use the app.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

type Color = { l: number; c: number; h: number; alpha: number }
type Rgb = [number, number, number]

const source = readFileSync(new URL("./tokens.css", import.meta.url), "utf8").split("@media (prefers-contrast")[0] ?? ""
const tokens = new Map<string, [light: Color, dark: Color]>()
for (const [, name, light, dark] of source.matchAll(/--([\w-]+):\s*light-dark\(\s*oklch\(([^)]*)\)\s*,\s*oklch\(([^)]*)\)\s*\)/g)) {
  if (name && light && dark && !tokens.has(name)) tokens.set(name, [parse(light), parse(dark)])
}

function parse(text: string): Color {
  const [color = "", alpha] = text.split("/")
  const [l = 0, c = 0, h = 0] = color.trim().split(/\s+/).map(Number)
  return { l, c, h, alpha: alpha === undefined ? 1 : Number(alpha) }
}

/** OKLCH to gamma-encoded sRGB. */
function rgb({ l, c, h }: Color): Rgb {
  const angle = (h * Math.PI) / 180
  const a = c * Math.cos(angle)
  const b = c * Math.sin(angle)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const encode = (linear: number) => Math.min(1, Math.max(0, linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055))
  return [
    encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    encode(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
}

function over(front: Color, back: Rgb): Rgb {
  const [r, g, b] = rgb(front)
  const mix = (top: number, bottom: number) => top * front.alpha + bottom * (1 - front.alpha)
  return [mix(r, back[0]), mix(g, back[1]), mix(b, back[2])]
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function ratio(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** "surface+hover" is the hover veil over the surface. */
function contrast(front: string, back: string, theme: 0 | 1): number {
  const get = (name: string): Color => {
    const token = tokens.get(name)
    assert.ok(token, `no colour token ${name}`)
    return token[theme]
  }
  const [paper = "", veil] = back.split("+")
  const ground = veil ? over(get(veil), rgb(get(paper))) : rgb(get(paper))
  return ratio(over(get(front), ground), ground)
}

const papers = ["bg", "surface", "raised", "sunken"]
const states = [...papers, "selected"]
const pairs: [fronts: string[], backs: string[], least: number][] = [
  [
    [
      "text",
      "muted",
      "faint",
      "accent-text",
      "danger",
      "warn",
      "success",
      "sla-pending",
      "sla-approaching",
      "sla-breached",
      "sla-met",
      "sla-paused",
    ],
    papers,
    4.5,
  ],
  [["text", "muted", "faint", "accent-text"], ["selected", "surface+hover", "raised+hover", "bg+hover", "bg+pressed"], 4.5],
  [["text"], ["note", "accent-tint", "danger-tint", "warn-tint", "success-tint", "sla-breached-tint", "sla-approaching-tint"], 4.5],
  [["muted"], ["note", "accent-tint"], 4.5],
  [["note-text", "faint"], ["note"], 4.5],
  [["accent-text"], ["accent-tint"], 4.5],
  [["on-accent"], ["accent", "accent-hover"], 4.5],
  [["on-danger"], ["danger-fill"], 4.5],
  [["on-inverse", "inverse-link"], ["inverse"], 4.5],
  ...["danger", "warn", "success", "sla-approaching", "sla-breached"].map((name): [string[], string[], number] => [
    [name],
    [`${name}-tint`],
    4.5,
  ]),
  ...["active", "waiting", "review", "done"].map((name): [string[], string[], number] => [[`status-${name}`], [`status-${name}-tint`], 3]),
  [["text"], ["status-active-tint", "status-waiting-tint", "status-review-tint", "status-done-tint"], 4.5],
  ...[1, 2, 3, 4, 5, 6].map((at): [string[], string[], number] => [[`av-${at}-text`], [`av-${at}`], 4.5]),
  [["backlog", "todo", "active", "waiting", "review", "done", "cancelled"].map((name) => `status-${name}`), states, 3],
  [["critical", "high", "medium", "low"].map((name) => `priority-${name}`), states, 3],
  [["border-control"], ["bg", "surface", "raised"], 3],
  [["accent"], papers, 3],
  [["focus"], [...states, "note"], 3],
  [["stub"], ["bg", "surface", "raised"], 3],
  [["chart-1", "chart-2", "chart-3", "chart-4", "chart-5"], ["surface", "raised"], 3],
]

for (const [at, theme] of (["light", "dark"] as const).entries()) {
  test(`every pair has its contrast in the ${theme} theme`, () => {
    const poor: string[] = []
    for (const [fronts, backs, least] of pairs) {
      for (const front of fronts) {
        for (const back of backs) {
          const value = contrast(front, back, at as 0 | 1)
          if (value < least) poor.push(`${front} on ${back}: ${value.toFixed(2)}, needs ${least}`)
        }
      }
    }
    assert.deepEqual(poor, [])
  })
}
