// How hard a password is to guess, as the server judges it.
import { estimatePassword } from "@docket/contract/sign-in"
import { call } from "../../api/client.ts"
import type { Judge } from "../../sign-in/new-password-field.tsx"

export const judgePassword: Judge = (password, { email, fullName }, signal) =>
  call(estimatePassword, { body: { password, ...(email ? { email } : {}), ...(fullName ? { fullName } : {}) }, signal })
