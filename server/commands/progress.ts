import type { WriteStream } from "node:tty"
import type { Progress } from "#modules/importing"

const barWidth = 24
const everyMs = 100
/** Where nobody watches a bar, a line says each tenth. */
const tenth = 0.1

const said = { reading: "Reading", importing: "Importing" } as const
const number = new Intl.NumberFormat("en")

/** Shows how far an import is: a bar on a terminal, some lines elsewhere. */
export function showProgress(stream: Pick<WriteStream, "isTTY" | "write">) {
  let phase: Progress["phase"] | null = null
  let began = performance.now()
  let heard = began
  let drawn = 0
  let tenths = 0

  const share = ({ done, of }: Progress) => (of > 0 ? Math.min(1, done / of) : 0)
  const rate = ({ rows }: Progress) =>
    phase === "reading" ? "" : `  ${number.format(Math.round(rows / Math.max((performance.now() - began) / 1000, 0.001)))} rows/s`
  const draw = (progress: Progress) => {
    const full = Math.round(share(progress) * barWidth)
    const bar = `${"█".repeat(full)}${"░".repeat(barWidth - full)}`
    const percent = `${Math.floor(share(progress) * 100)} %`.padStart(5)
    stream.write(`\r\x1b[2K${said[progress.phase].padEnd(9)} ${bar} ${percent}  ${number.format(progress.rows)} rows${rate(progress)}`)
  }
  const line = (progress: Progress) =>
    stream.write(`${said[progress.phase]}: ${number.format(progress.rows)} rows, ${Math.floor(share(progress) * 100)} %${rate(progress)}\n`)

  return {
    show(progress: Progress): void {
      const now = performance.now()
      if (progress.phase !== phase) {
        phase = progress.phase
        began = heard
        drawn = 0
        tenths = 0
      }
      heard = now
      if (stream.isTTY) {
        if (now - drawn < everyMs && share(progress) < 1) return
        drawn = now
        draw(progress)
      } else if (share(progress) >= (tenths + 1) * tenth - 1e-9) {
        tenths = Math.floor(share(progress) / tenth + 1e-9)
        line(progress)
      }
    },
    end(): void {
      if (stream.isTTY && phase !== null) stream.write("\n")
    },
  }
}
