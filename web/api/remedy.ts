// What the whole app answers to a refusal, whoever made the call: asking for the password again, leading to the second factor.
import { ApiError } from "./request.ts"

/** Does what the refusal asks for. true: the call may be made again. */
export type Remedy = (refusal: ApiError) => boolean | Promise<boolean>

const remedies = new Map<string, Remedy>()

/** Answers refusals with this code from now on. @returns takes the answer away again */
export function answerRefusals(code: string, remedy: Remedy): () => void {
  remedies.set(code, remedy)
  return () => {
    if (remedies.get(code) === remedy) remedies.delete(code)
  }
}

/** Whether the call that was refused may be made once more. */
export async function remedied(thrown: unknown): Promise<boolean> {
  const remedy = thrown instanceof ApiError ? remedies.get(thrown.code) : undefined
  return remedy !== undefined && (await remedy(thrown as ApiError))
}

/** The person was asked for their password and did not want to show it: nothing failed, and nothing has to be said. */
export const wasDeclined = (thrown: unknown): boolean => thrown instanceof ApiError && thrown.code === "E_AUTH_REAUTHENTICATION_REQUIRED"
