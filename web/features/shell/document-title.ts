// The window's title, and the same for those who cannot see that the page has changed.
import { useEffect } from "react"
import { announce } from "../../ui/announcer.tsx"
import { t } from "../../words/words.ts"

let lastSaid = ""

export function useDocumentTitle(page: string | null, organization: string | null = null): void {
  useEffect(() => {
    if (page === null) return
    document.title = t.frame.document(page, organization)
    if (lastSaid !== "" && lastSaid !== page) announce(page)
    lastSaid = page
  }, [page, organization])
}
