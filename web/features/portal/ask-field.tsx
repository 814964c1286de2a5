// "What do you need?" as a field: what is written there becomes the first line of a new request.
import { type FormEvent, useState } from "react"
import { Button } from "../../ui/button.tsx"
import { Icon } from "../../ui/icon.tsx"
import { usePhone } from "../../ui/media.ts"
import { t } from "../../words/words.ts"

export function AskField({ onAsk }: { onAsk: (text: string) => void }) {
  const [text, setText] = useState("")
  const phone = usePhone()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk(text.trim())
  }
  return (
    <form
      onSubmit={submit}
      className="mt-[22px] flex h-15 items-center gap-3.5 rounded-[14px] bg-raised pr-2 pl-5 text-17 shadow-[0_0_0_1px_var(--border-control),var(--shadow-2)] has-[input:focus]:shadow-[0_0_0_1.5px_var(--focus),0_0_0_4px_color-mix(in_oklab,var(--focus)_22%,transparent)] max-md:gap-2.5 max-md:pl-4"
    >
      <Icon name="search" size={20} className="text-faint" />
      <input
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={500}
        aria-label={t.portal.ask.label}
        placeholder={phone ? t.portal.ask.placeholder_short : t.portal.ask.placeholder}
        enterKeyHint="go"
        className="h-full min-w-0 flex-1 bg-transparent outline-none"
      />
      <Button type="submit" variant="primary" size={phone ? "touch" : "big"} icon="plus" collapse>
        {t.portal.new_request}
      </Button>
    </form>
  )
}
