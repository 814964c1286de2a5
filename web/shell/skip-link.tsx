// The first stop of the Tab key. A list on the page that takes the focus itself has the id "list".
import type { MouseEvent } from "react"
import { t } from "../words/words.ts"

export function SkipLink() {
  const skip = (event: MouseEvent) => {
    event.preventDefault()
    const target = document.getElementById("list") ?? document.getElementById("main")
    target?.focus()
  }
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page, without leaving the place in the address
    <a
      href="#main"
      onClick={skip}
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-sm px-3 py-2 font-medium paper-inverse focus:translate-y-0"
    >
      {t.shell.skip}
    </a>
  )
}
