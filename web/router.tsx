// The addresses of the app. Every screen is its own chunk, loaded when its address is opened or pointed at.
import { type AnyRoute, createRootRoute, createRoute, createRouter, Outlet, type RouteComponent, useRouter } from "@tanstack/react-router"
import { useMemo } from "react"
import { CommandsRoot } from "./commands/commands-root.tsx"
import { ProofRoot } from "./features/session/proof-root.tsx"
import { SignedIn, Waiting } from "./features/session/signed-in.tsx"
import { lazyPage as lazy, PageError } from "./features/shell/lazy-page.tsx"
import { NotFound } from "./features/shell/not-found.tsx"
import { parseSearch, stringifySearch } from "./features/shell/search-string.ts"
import { ErrorState } from "./ui/error-boundary.tsx"
import { type Navigation, NavigationContext } from "./ui/link.tsx"
import { SkeletonRows } from "./ui/skeleton.tsx"

function Root() {
  const router = useRouter()
  const navigation = useMemo<Navigation>(
    () => ({
      navigate: (href, options) => void router.navigate({ href, replace: options?.replace }),
      preload: (href) => void router.preloadRoute({ to: href.split(/[?#]/)[0] }).catch(() => undefined),
    }),
    [router],
  )
  return (
    <NavigationContext value={navigation}>
      <Outlet />
      <CommandsRoot />
      <ProofRoot />
    </NavigationContext>
  )
}

const root = createRootRoute({
  // every value is text; the screens read what they understand
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
})

/** A page below a frame: its chunk, what stands there meanwhile, and its own catch of errors. */
const page = <Parent extends AnyRoute, const Path extends string>(
  parent: Parent,
  path: Path,
  component: RouteComponent,
  pendingComponent: RouteComponent = SkeletonRows,
) =>
  createRoute({
    getParentRoute: () => parent,
    path,
    component,
    pendingComponent,
    errorComponent: PageError,
  })

const entry = () => import("./features/session/entry.tsx")
const signIn = page(root, "/sign-in", lazy(entry, "SignInPage"), Waiting)
const register = page(root, "/register", lazy(entry, "RegisterPage"), Waiting)
const setUp = page(root, "/set-up", lazy(entry, "SetUpPage"), Waiting)
const lostPassword = () => import("./features/session/lost-password.tsx")
const sideDoors = [
  page(root, "/forgot-password", lazy(lostPassword, "ForgotPasswordPage"), Waiting),
  page(root, "/reset-password", lazy(lostPassword, "ResetPasswordPage"), Waiting),
  page(
    root,
    "/invitation",
    lazy(() => import("./features/session/invitation.tsx"), "InvitationPage"),
    Waiting,
  ),
]

const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: SignedIn })
const home = page(
  signedIn,
  "/",
  lazy(() => import("./features/shell/home-page.tsx"), "HomePage"),
  Waiting,
)
const enrol = page(
  signedIn,
  "/second-factor",
  lazy(() => import("./features/session/enrol-page.tsx"), "EnrolPage"),
  Waiting,
)

const account = () => import("./features/account/account-page.tsx")
const staff = createRoute({
  getParentRoute: () => signedIn,
  id: "staff",
  component: lazy(() => import("./features/shell/staff-frame.tsx"), "StaffFrame"),
  pendingComponent: Waiting,
})
const staffPages = [
  page(staff, "/account", lazy(account, "AccountPage")),
  page(
    staff,
    "/my-work",
    lazy(() => import("./features/tickets/my-work-page.tsx"), "MyWorkPage"),
  ),
  page(
    staff,
    "/tickets",
    lazy(() => import("./features/tickets/all-tickets-page.tsx"), "AllTicketsPage"),
  ),
  page(
    staff,
    "/tickets/$key",
    lazy(() => import("./features/tickets/ticket-page.tsx"), "TicketPage"),
  ),
  page(
    staff,
    "/queue/$projectKey",
    lazy(() => import("./features/tickets/queue-page.tsx"), "QueuePage"),
  ),
  page(
    staff,
    "/board/$projectKey",
    lazy(() => import("./features/boards/board-page.tsx"), "BoardPage"),
  ),
  page(
    staff,
    "/projects",
    lazy(() => import("./features/projects/projects-page.tsx"), "ProjectsPage"),
  ),
]

const portal = createRoute({
  getParentRoute: () => signedIn,
  id: "portal",
  component: lazy(() => import("./features/shell/portal-frame.tsx"), "PortalFrame"),
  pendingComponent: Waiting,
})
const portalPages = [
  page(portal, "/portal/account", lazy(account, "PortalAccountPage")),
  page(
    portal,
    "/portal",
    lazy(() => import("./features/portal/home-page.tsx"), "PortalHomePage"),
  ),
  page(
    portal,
    "/portal/requests",
    lazy(() => import("./features/portal/requests-page.tsx"), "RequestsPage"),
  ),
  page(
    portal,
    "/portal/requests/$key",
    lazy(() => import("./features/portal/request-page.tsx"), "RequestPage"),
  ),
  page(
    portal,
    "/portal/new",
    lazy(() => import("./features/portal/new-request-page.tsx"), "NewRequestPage"),
  ),
]

// The page of components exists in development and in a build with `--mode kit` only.
const kit = __KIT__
  ? [
      page(
        root,
        "/kit",
        lazy(() => import("./kit.tsx"), "Kit"),
      ),
    ]
  : []

const routeTree = root.addChildren([
  signIn,
  register,
  setUp,
  ...sideDoors,
  ...kit,
  signedIn.addChildren([home, enrol, staff.addChildren(staffPages), portal.addChildren(portalPages)]),
])

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPendingMs: 180,
  defaultPreloadStaleTime: 0,
  parseSearch,
  stringifySearch,
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
