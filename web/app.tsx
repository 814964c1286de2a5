// What surrounds every screen: the router, reference data, tooltips, the voice for screen readers, and the last catch of errors.
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { queries } from "./live/reference.ts"
import { router } from "./router.tsx"
import { Announcer } from "./ui/announcer.tsx"
import { ErrorBoundary } from "./ui/error-boundary.tsx"
import { TooltipProvider } from "./ui/tooltip.tsx"

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <TooltipProvider>
        <ErrorBoundary>
          <RouterProvider router={router} />
        </ErrorBoundary>
        <Announcer />
      </TooltipProvider>
    </QueryClientProvider>
  )
}
