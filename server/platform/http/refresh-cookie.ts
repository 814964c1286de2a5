import type { IncomingHttpHeaders } from "node:http"
import type { Config } from "#platform/config"
import { allowedOrigin } from "#platform/http/headers"

const secureName = "__Host-rt"
const plainName = "docket-rt"

/** `Set-Cookie` for the web app's refresh token: out of reach of scripts, sent to this site alone, over TLS unless the network is declared plain. */
export function refreshCookie(config: Config, value: string | null, maxAgeSeconds: number): string {
  const plain = isPlain(config)
  const age = value === null ? 0 : maxAgeSeconds
  return `${plain ? plainName : secureName}=${value ?? ""}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${plain ? "" : "; Secure"}`
}

const isPlain = (config: Config) => config.insecureHttp || isPlainLoopback(config)

/** On the machine itself there is no TLS, and nobody in between. */
const isPlainLoopback = ({ publicUrl, host }: Config) =>
  publicUrl === undefined
    ? ["127.0.0.1", "::1", "localhost"].includes(host)
    : /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(publicUrl)

/** Of the one name only: another one could have been set by a neighbouring host. */
export function readRefreshCookie(config: Config, header: string | undefined): string | null {
  const wanted = isPlain(config) ? plainName : secureName
  for (const part of header?.split(";") ?? []) {
    const [name, value] = part.trim().split("=", 2)
    if (name === wanted && value) return value
  }
  return null
}

/**
 * Whether a browser says that one of our own pages sent this. One that says neither is no browser: each sends Origin with a POST,
 * and a foreign page cannot add the custom header that counts beside this.
 */
export function isFromOwnPage(config: Config, headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"]
  if (site !== undefined && site !== "same-origin" && site !== "none") return false
  return headers.origin !== "null" && allowedOrigin(config, headers.origin, headers.host)
}
