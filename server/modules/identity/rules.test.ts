import assert from "node:assert/strict"
import { test } from "node:test"
import { DomainError } from "#platform/errors"
import { commonPasswords } from "./common-passwords.ts"
import { passwordProblem, passwordStrength } from "./password-rules.ts"
import { cleanName, mergedPreferences } from "./rules.ts"

const owner = { email: "ada.byron@analytical.example", fullName: "Ada Byron-King", username: "enchantress" }

test("a password of eight characters that nobody guesses will do, in any script", () => {
  for (const good of [
    "k7#wq-Zt",
    "correct horse battery staple",
    "Tr0ub4dor&3",
    "пароль-из-слов",
    "貓狗魚鳥馬牛羊豬",
    `${"x".repeat(40)}yz!8`,
    " spaces count ",
    "Ada likes 12 trains",
  ])
    assert.equal(passwordProblem(good, owner), null, good)
})

test("length is counted in characters, from 8 to 128", () => {
  assert.match(passwordProblem("k7#wq-Z", owner) ?? "", /at least 8/)
  assert.match(passwordProblem("🦊🐻🐼🐨🐯🦁🐮", owner) ?? "", /at least 8/)
  assert.equal(passwordProblem("🦊🐻🐼🐨🐯🦁🐮🐷", owner), null)
  assert.equal(passwordProblem(`${"kw7-".repeat(31)}kw7!`, owner), null)
  assert.match(passwordProblem(`${"kw7-".repeat(32)}!`, owner) ?? "", /at most 128/)
})

test("what everyone tries first is refused, whatever its case", () => {
  for (const common of ["password", "Password1", "QWERTYUIOP", "iloveyou", "1q2w3e4r", "changeme", "Password123"])
    assert.match(passwordProblem(common, owner) ?? "", /common/, common)
})

test("repetition and plain sequences are refused", () => {
  for (const regular of ["aaaaaaaa", "        ", "xyxyxyxy", "abcabcabcabc"])
    assert.match(passwordProblem(regular, owner) ?? "", /repeated/, regular)
  for (const regular of ["12345678901", "98765432109", "abcdefgh", "HGFEDCBA", "67890123"])
    assert.match(passwordProblem(regular, owner) ?? "", /sequence/, regular)
})

test("one's own name and email are refused, also with a little around them", () => {
  for (const own of [
    "ada.byron@analytical.example",
    "AdaByron",
    "ada-byron-1815",
    "Byron-King!",
    "enchantress1",
    "analytical42",
    "!!Enchantress",
  ])
    assert.match(passwordProblem(own, owner) ?? "", /name or email/, own)
})

test("the list holds what can be typed: lower case, eight characters and more", () => {
  assert.ok(commonPasswords.size > 500)
  for (const word of commonPasswords) assert.ok(word.length >= 8 && word === word.toLowerCase(), word)
})

test("names are tidied, and refused where they deceive", () => {
  assert.equal(cleanName("fullName", "  Zoe\u0308   Quist "), "Zo\u00eb Quist")
  for (const bad of ["evil\u202egnp.exe", "two\nlines", " \u200f "]) assert.throws(() => cleanName("fullName", bad), DomainError, bad)
})

test("preferences are merged, null takes one away, and there is an end to them", () => {
  assert.deepEqual(mergedPreferences({ theme: "dark", dense: true }, { theme: "light", dense: null, home: "board" }), {
    theme: "light",
    home: "board",
  })
  assert.throws(() => mergedPreferences({}, { all: "x".repeat(20_000) }), DomainError)
  assert.throws(() => mergedPreferences({}, Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`p${n}`, n]))), DomainError)
})

test("the estimate grows with what is hard to guess, knows its owner, and is made in time", () => {
  const score = (password: string) => passwordStrength(password, owner).score
  assert.ok(score("password1") < score("Harbour9x!") && score("Harbour9x!") < score("correct horse battery staple"))
  assert.equal(passwordProblem("Byron-King27", owner) === null, false)
  assert.match(passwordProblem("P@ssw0rd2024", owner) ?? "", /easily guessed|common/)
  for (const good of ["Plain sailing tomorrow", "Harbour lights at four", "aB3$xyz9"]) assert.equal(passwordProblem(good, owner), null)
  const began = performance.now()
  for (const long of ["4@8({[<369&#!/|0$5+7%2".repeat(6).slice(0, 128), "1".repeat(128), "19991999".repeat(16)]) score(long)
  assert.ok(performance.now() - began < 1500)
})
