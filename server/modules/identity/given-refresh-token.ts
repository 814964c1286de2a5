import { forbidden } from "#platform/errors"
import type { Call } from "#platform/http/route"

/**
 * The refresh token of a call: for the web app its cookie and nothing else, for everyone else the body and nothing else.
 * A cookie comes by itself, so it counts only for what Docket's own pages send. @throws 403
 */
export function givenRefreshToken(
  { origin, refreshCookie, fromOwnPage }: Call,
  body: { refreshToken?: string } | undefined,
): string | null {
  if (origin.client !== "web") return body?.refreshToken ?? null
  if (refreshCookie !== null && !fromOwnPage) throw forbidden("This works from Docket's own pages only.")
  return refreshCookie
}
