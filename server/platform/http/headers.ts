import type { IncomingMessage } from "node:http"
import type { Config } from "#platform/config"

const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ")

/** For documents of the web app. */
export const documentHeaders = { "content-security-policy": appPolicy }
/** For answers of the API: never rendered, never framed, never kept by a cache. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Headers that every answer carries, errors included. */
export function securityHeaders(config: Config, { id, url }: { id: string; url: string }): Record<string, string> {
  const tls = config.publicUrl?.startsWith("https:") ?? false
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-request-id": id,
    ...(tls ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
    ...(url.startsWith("/api/")
      ? { "cache-control": "no-store", "content-security-policy": apiPolicy }
      : { "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()" }),
  }
}

/** Exactly once: of two, a proxy may have gone by the other one. */
export function namesItsHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === "host") hosts += 1
  return hosts === 1 || (hosts === 0 && httpVersion === "1.0")
}

/** Web origins that may call the API and open sockets. Without a public address the request's own host is the app's. */
export function allowedOrigin(config: Config, origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true
  if (config.corsOrigins.includes(origin)) return true
  if (config.publicUrl !== undefined) return origin === new URL(config.publicUrl).origin || isLoopbackPair(origin, host)
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

const isLoopbackPair = (origin: string, host: string | undefined) =>
  host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) && origin === `http://${host}`
