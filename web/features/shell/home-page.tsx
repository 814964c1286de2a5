// The address "/" leads on to where one's work begins.
import { Navigate } from "@tanstack/react-router"
import { useSession } from "../../api/session.ts"
import { useProjectsQuery } from "../../live/hooks.ts"
import { homeOf } from "./who.ts"

export function HomePage() {
  const { me } = useSession()
  const { data, isError } = useProjectsQuery()
  if (me === null || (data === undefined && !isError)) return null
  return <Navigate to={homeOf(me, data ?? [])} replace />
}
