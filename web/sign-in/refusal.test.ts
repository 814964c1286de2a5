import assert from "node:assert/strict"
import { test } from "node:test"
import { t } from "../words/words.ts"
import { missing, problemsOf } from "./refusal.ts"

const { refused } = t.sign_in

test("each refusal has its words", () => {
  assert.deepEqual(problemsOf({ status: 401, code: "E_AUTH_INVALID_CREDENTIALS" }), { form: refused.credentials })
  assert.deepEqual(problemsOf({ status: 403, code: "E_AUTH_PENDING_APPROVAL" }), { form: refused.pending })
  assert.deepEqual(problemsOf({ status: 401, code: "E_AUTH_OTP_INVALID" }), { code: t.way_in.code.wrong })
  assert.deepEqual(problemsOf({ status: 429, code: "E_RATE_LIMITED", retryAfter: 30 }), { form: refused.limited(30) })
  assert.deepEqual(problemsOf({ status: 0, code: "E_OFFLINE" }), { form: refused.offline })
  assert.deepEqual(problemsOf({ status: 409, code: "E_USER_EXISTS" }), { email: refused.exists })
  assert.deepEqual(problemsOf({ status: 500, code: "E_INTERNAL_ERROR" }), { form: refused.other })
})

test("wrong fields are named where they are", () => {
  const failure = {
    status: 400,
    code: "E_VALIDATION_ERROR",
    message: "wrong",
    details: {
      fields: [
        { path: "password", message: "Too common." },
        { path: "/email", message: "format" },
      ],
    },
  }
  assert.deepEqual(problemsOf(failure), { password: "Too common.", email: t.sign_in.email_form })
  assert.deepEqual(problemsOf({ ...failure, details: { fields: [{ path: "newPassword", message: "is easily guessed" }] } }), {
    password: "The password is easily guessed.",
  })
  assert.deepEqual(problemsOf({ ...failure, details: { fields: [{ path: "other", message: "x" }] } }), { form: "wrong" })
})

test("what is missing is said before asking", () => {
  assert.deepEqual(missing({ email: " ", password: "" }, { fresh: false, department: false }), {
    email: t.sign_in.enter_email,
    password: t.sign_in.enter_password,
  })
  assert.deepEqual(missing({ email: "ines", password: "short" }, { fresh: false, department: false }), {})
  assert.deepEqual(missing({ email: "ines", password: "short", fullName: "I", departmentId: null }, { fresh: true, department: true }), {
    email: t.sign_in.email_form,
    password: t.sign_in.password_short,
    departmentId: t.sign_in.choose_department,
  })
})
