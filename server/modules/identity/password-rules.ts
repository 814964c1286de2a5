import { commonPasswords } from "./common-passwords.ts"
import { type Strength, strengthOf, weakest } from "./password-strength.ts"

/** Whose password it is to be, as far as it must not be guessed from them. */
export type Owner = { email: string; fullName?: string | null | undefined; username?: string | null | undefined }

const shortest = 8
const longest = 128
/** So many characters beside one's own name still make it a guess. */
const mostBesideName = 4

/** What is wrong with a password, as a sentence's end; null where it will do. */
export function passwordProblem(password: string, owner: Owner): string | null {
  const characters = [...password.normalize("NFC")]
  if (characters.length < shortest) return `must have at least ${shortest} characters`
  if (characters.length > longest) return `must have at most ${longest} characters`
  if (isRepeated(characters)) return "is one thing repeated; choose something less regular"
  if (isSequence(characters)) return "is a plain sequence; choose something less regular"
  if (commonPasswords.has(password.toLowerCase())) return "is one of the most common passwords; choose another one"
  if (isLikeOwner(password, owner)) return "is too much like your name or email; choose another one"
  if (strengthOf(password, namesOf(owner)) < weakest) return "is easily guessed; choose something longer or less regular"
  return null
}

/** For a screen that shows it while somebody types. */
export const passwordStrength = (password: string, owner: Owner): { score: Strength; problem: string | null } => ({
  score: strengthOf(password, namesOf(owner)),
  problem: passwordProblem(password, owner),
})

/** `aaaaaaaa`, `abababab`, `abcabcabc`: up to three characters over and over. */
function isRepeated(characters: readonly string[]): boolean {
  return [1, 2, 3].some((length) => characters.every((character, index) => character === characters[index % length]))
}

/** `12345678`, `hgfedcba`: each character next to the one before it, `0` following `9`. */
function isSequence(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.toLowerCase().codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => {
    const before = codes[index] ?? 0
    return before === 57 && code === 48 ? 1 : before === 48 && code === 57 ? -1 : code - before
  })
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, "")

function namesOf({ email, fullName, username }: Owner): string[] {
  const [local = "", domain = ""] = email.split("@")
  return [email, local, domain, domain.split(".")[0] ?? "", username ?? "", fullName ?? "", ...(fullName ?? "").split(/\s+/)]
}

/** Holds a name, or what is before or after the @, and hardly anything else. */
function isLikeOwner(password: string, owner: Owner): boolean {
  const given = plain(password)
  return namesOf(owner)
    .map(plain)
    .filter((name) => name.length >= 4)
    .some((name) => given.includes(name) && given.length - name.length <= mostBesideName)
}
