import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { safeNext, signInAddress } from "./next-address.ts"

describe("the address after signing in", () => {
  it("is one of this app", () => {
    assert.equal(safeNext("/tickets/HELP-1?tab=open#c1"), "/tickets/HELP-1?tab=open#c1")
    for (const bad of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
      "tickets",
      "",
      7,
      null,
      undefined,
    ])
      assert.equal(safeNext(bad), "/", String(bad))
  })
  it("never leads back to the door", () => {
    for (const bad of [
      "/sign-in",
      "/sign-in?next=%2Ftickets",
      "/register",
      "/set-up#x",
      "/forgot-password",
      "/reset-password#x",
      "/invitation#x",
      "/second-factor",
    ])
      assert.equal(safeNext(bad), "/", bad)
  })
  it("stands in the sign-in page's address", () => {
    assert.equal(signInAddress("/queue/HELP?tab=mine"), "/sign-in?next=%2Fqueue%2FHELP%3Ftab%3Dmine")
    assert.equal(signInAddress("/"), "/sign-in")
  })
})
