// A part of the page that failed says so and offers to try again; the rest goes on.
import { Component, type ErrorInfo, type ReactNode } from "react"
import { t } from "../words/words.ts"
import { Button } from "./button.tsx"
import { EmptyState } from "./empty-state.tsx"

/** What went wrong, for people; a request id where the server failed. */
export function describeError(error: unknown): { text: string; requestId: string | null } {
  const requestId =
    typeof error === "object" && error !== null && "requestId" in error && typeof error.requestId === "string" ? error.requestId : null
  const fromServer = requestId !== null && error instanceof Error && error.message !== ""
  return { text: fromServer ? error.message : t.ui.error_text, requestId }
}

export function ErrorState({
  error,
  title = t.ui.error_title,
  onRetry,
  actions,
}: {
  error: unknown
  title?: string
  onRetry?: () => void
  actions?: ReactNode
}) {
  const { text, requestId } = describeError(error)
  return (
    <EmptyState
      kind="error"
      title={title}
      actions={
        <>
          {onRetry && (
            <Button variant="primary" size="form" onClick={onRetry}>
              {t.ui.try_again}
            </Button>
          )}
          {actions}
        </>
      }
    >
      {text} {requestId && <span className="tabular-nums">{t.ui.request(requestId)}</span>}
    </EmptyState>
  )
}

type Props = {
  children: ReactNode
  title?: string /** A change of this value clears the error: the address, the ticket's key. */
  resetKey?: string
  onError?: (error: Error, info: ErrorInfo) => void
}

export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }
  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onError?.(error, info)
  }
  override componentDidUpdate(before: Props): void {
    if (this.state.error && before.resetKey !== this.props.resetKey) this.setState({ error: null })
  }
  override render(): ReactNode {
    if (!this.state.error) return this.props.children
    return <ErrorState error={this.state.error} title={this.props.title} onRetry={() => this.setState({ error: null })} />
  }
}
