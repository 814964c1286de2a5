// An address that leads nowhere.
import { buttonClass } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { AppLink } from "../../ui/link.tsx"
import { t } from "../../words/words.ts"

export function NotFound() {
  return (
    <main className="grid min-h-full flex-1 place-items-center">
      <EmptyState
        kind="error"
        icon="search"
        title={t.frame.missing_title}
        actions={
          <AppLink href="/" className={buttonClass({ variant: "primary", size: "form" })}>
            {t.frame.go_home}
          </AppLink>
        }
      >
        {t.frame.missing_text}
      </EmptyState>
    </main>
  )
}
