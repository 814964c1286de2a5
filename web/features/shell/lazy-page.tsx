// A page's code comes when its address is opened. Where it cannot come because nobody answers, the page says so and can be tried again, and the
// rest of the app stays; the router's own way would load everything anew, which without a network leaves nothing at all.
import { type ErrorComponentProps, lazyRouteComponent, type RouteComponent } from "@tanstack/react-router"
import { type ComponentType, use } from "react"
import { Button } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { t } from "../../words/words.ts"

class Unreachable extends Error {}

const forgetFailed = new Set<() => void>()
function again(): void {
  for (const forget of forgetFailed) forget()
  forgetFailed.clear()
}
window.addEventListener("online", again)

/** Where the server answers and a chunk is missing all the same, a new version is there: then the router's way is right. */
const isAnswering = () =>
  fetch("/health/live").then(
    ({ ok }) => ok,
    () => false,
  )

export function lazyPage<Module>(importer: () => Promise<Module>, name: keyof Module & string): RouteComponent {
  let found: ComponentType | undefined
  let loading: Promise<ComponentType> | undefined
  const load = () => {
    loading ??= importer().then(
      (module) => {
        found = module[name] as ComponentType
        return found
      },
      async (error) => {
        forgetFailed.add(() => {
          loading = undefined
        })
        if (await isAnswering()) return lazyRouteComponent<Record<string, ComponentType>, string>(() => Promise.reject(error), name)
        throw new Unreachable("the page’s code could not be fetched")
      },
    )
    return loading
  }
  const Page = () => {
    const Found = found ?? use(load())
    return <Found />
  }
  return Object.assign(Page, {
    preload: () =>
      load().then(
        () => undefined,
        () => undefined,
      ),
  })
}

/** What stands in a page's place when it failed. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const retry = () => {
    again()
    reset()
  }
  if (!(error instanceof Unreachable)) return <ErrorState error={error} onRetry={retry} />
  return (
    <EmptyState
      kind="error"
      icon="offline"
      title={t.live.unreachable_title}
      actions={
        <Button variant="primary" size="form" onClick={retry}>
          {t.ui.try_again}
        </Button>
      }
    >
      {t.live.page_unreachable}
    </EmptyState>
  )
}
