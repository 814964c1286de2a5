// The recovery codes, shown this once: to be copied, kept as a file, or written down.
import { useEffect, useRef } from "react"
import { Button } from "../../ui/button.tsx"
import { t } from "../../words/words.ts"
import { copy } from "./copy.ts"

const words = t.account.factor

export type RecoveryCodesProps = { codes: readonly string[]; email: string; done: string; onDone: () => void }

export function RecoveryCodes({ codes, email, done, onDone }: RecoveryCodesProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="flex max-w-[480px] flex-col gap-4">
      <div>
        <h3 ref={head} tabIndex={-1} className="rounded-xs text-15 font-strong outline-none">
          {words.codes_title}
        </h3>
        <p className="mt-1 text-pretty text-muted">{words.codes_text}</p>
      </div>
      <ol className="grid gap-x-6 grid-cols-[repeat(auto-fit,minmax(196px,1fr))] gap-y-1 rounded-md bg-sunken px-4 py-3 edge-soft">
        {codes.map((code) => (
          <li key={code}>
            <code className="text-12 whitespace-nowrap">{code}</code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button size="form" icon="copy" onClick={() => void copy(codes.join("\n"), words.codes_copied)}>
          {words.copy_codes}
        </Button>
        <Button size="form" icon="download" onClick={() => download(codes, email)}>
          {words.download}
        </Button>
        <Button size="form" variant="primary" className="ml-auto" onClick={onDone}>
          {done}
        </Button>
      </div>
    </div>
  )
}

/** As a file of this browser's own making: nothing is asked of the server. */
function download(codes: readonly string[], email: string): void {
  const text = [words.file_head(window.location.host, email), "", ...codes, ""].join("\n")
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }))
  const link = Object.assign(document.createElement("a"), { href: url, download: words.file })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
