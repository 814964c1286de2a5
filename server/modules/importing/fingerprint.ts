import { createHash, hash } from "node:crypto"

/** 64 bits that tell two texts apart. */
export const fingerprint = (text: string): string => hash("sha256", text).slice(0, 16)

/** The address that stands for a person of whom a log has only the name: distinct, and of a domain that can never receive mail. */
export function addressFor(name: string): string {
  const words = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ".")
    .slice(0, 40)
    .replaceAll(/^\.+|\.+$/g, "")
  return `${words || "person"}.${fingerprint(name)}@servicenow.invalid`
}

/** Of something long, a piece at a time. */
export function fingerprintOf() {
  const sum = createHash("sha256")
  return { add: (piece: string) => void sum.update(piece), whole: () => sum.digest("hex") }
}
