// Puts a secret where it can be pasted, and says so.
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"

export async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast({ text: said, icon: "copy" })
  } catch {
    toast({ text: t.account.not_copied, icon: "warn" })
  }
}
