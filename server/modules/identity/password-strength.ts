import { ZxcvbnFactory } from "@zxcvbn-ts/core"
import { commonPasswords } from "./common-passwords.ts"

/** 0: guessed at once, to 4: not guessed at all. */
export type Strength = 0 | 1 | 2 | 3 | 4

/** An estimate costs with the square of the length, and no guesser is stopped by one half that is not by the other. */
const judged = 32
/** Ten million guesses or so, as many as an attacker can try in a while without being noticed. */
export const weakest: Strength = 2

let estimator: ZxcvbnFactory | undefined

/** How hard a password is to guess, by somebody who knows what people choose and what its owner is called. */
export function strengthOf(password: string, about: readonly string[]): Strength {
  estimator ??= new ZxcvbnFactory({ dictionary: { passwords: [...commonPasswords] } })
  const known = about.filter((word) => word.length >= 3).map((word) => word.slice(0, 100))
  const ends = password.length <= judged ? [password] : [password.slice(0, judged), password.slice(-judged)]
  return Math.max(...ends.map((end) => (estimator as ZxcvbnFactory).check(end, known).score)) as Strength
}
