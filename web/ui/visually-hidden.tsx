// Words for screen readers where sighted people see a picture.
import type { ReactNode } from "react"

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}
