import assert from "node:assert/strict"
import { it } from "node:test"
import { deviceOf } from "./device.ts"

const web = (userAgent: string | null) => deviceOf({ client: "web", userAgent })

it("names the browser and the system", () => {
  const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
  const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"
  assert.equal(web(`${windows} Gecko/20100101 Firefox/144.0`), "Firefox on Windows")
  assert.equal(web(`${windows} ${chrome}`), "Chrome on Windows")
  assert.equal(web(`${windows} ${chrome} Edg/142.0.0.0`), "Edge on Windows")
  assert.equal(web(`Mozilla/5.0 (Linux; Android 16; Pixel 9) ${chrome}`), "Chrome on Android")
  assert.equal(
    web("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1"),
    "Safari on iPhone",
  )
})

it("says what little is known of others", () => {
  assert.equal(web(null), "A browser")
  assert.equal(deviceOf({ client: "api", userAgent: "curl/8.5.0" }), "curl")
  assert.equal(deviceOf({ client: "api", userAgent: null }), "A program")
})
