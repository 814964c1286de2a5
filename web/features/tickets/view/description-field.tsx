// The description, read as text and edited in place. What was begun is kept until it is saved; somebody else's text is never overwritten in silence.
import type { Ticket } from "@docket/contract/tickets"
import { useEffect, useState } from "react"
import { changeTicket } from "../../../live/mutations.ts"
import { Button } from "../../../ui/button.tsx"
import { Icon } from "../../../ui/icon.tsx"
import { Markdown } from "../../../ui/markdown.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { draftKey, keepDraft, readDraft } from "../conversation/drafts.ts"
import { MarkdownEditor } from "../conversation/markdown-editor.tsx"
import { useMe } from "../pickers/sources.tsx"

const words = t.tickets.view

/** `asked` grows when the menu asks for the editor. */
export function DescriptionField({ ticket, size, asked }: { ticket: Ticket; size: "14" | "15"; asked: number }) {
  const me = useMe()
  const key = draftKey(me?.id ?? "", ticket.id, "description")
  const [draft, setDraft] = useState<{ text: string; from: string } | null>(null)
  const may = ticket.can.includes("edit")
  const begin = () => setDraft({ text: readDraft(key) || ticket.description, from: ticket.description })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked for
  useEffect(() => {
    if (asked > 0) begin()
  }, [asked])
  const close = () => {
    keepDraft(key, "")
    setDraft(null)
  }
  const save = () => {
    if (!draft) return
    if (draft.text !== draft.from) void changeTicket(ticket.id, { description: draft.text }, { from: { description: draft.from } })
    close()
  }
  if (draft) {
    return (
      <div className="rounded-xl bg-raised edge-composer">
        <MarkdownEditor
          label={words.description_label}
          value={draft.text}
          autoFocus
          onChange={(text) => {
            setDraft({ ...draft, text })
            keepDraft(key, text === draft.from ? "" : text)
          }}
          onSubmit={save}
          onEscape={() => draft.text === draft.from && close()}
          minRows={4}
          actions={
            <>
              <Button variant="ghost" onClick={close}>
                {words.cancel}
              </Button>
              <Button variant="primary" keys="Mod+Enter" onClick={save}>
                {words.save}
              </Button>
            </>
          }
        />
      </div>
    )
  }
  if (ticket.description.trim() === "") {
    return may ? (
      <Button variant="ghost" icon="plus" onClick={begin} className="-ml-2.5">
        {words.add_description}
      </Button>
    ) : (
      <p className="text-14 text-faint">{words.no_description}</p>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same
    <div className="group/text relative" onDoubleClick={() => may && window.getSelection()?.isCollapsed !== false && begin()}>
      <Markdown source={ticket.description} size={size} ticketHref={ticketHref} />
      {may && (
        <button
          type="button"
          aria-label={words.edit_description}
          title={words.edit_description}
          onClick={begin}
          className="absolute -top-1.5 right-0 grid size-control place-items-center rounded-sm bg-raised text-muted opacity-0 edge-press group-hover/text:opacity-100 hover:text-text focus-visible:opacity-100 max-lg:hidden"
        >
          <Icon name="pencil" size={14} />
        </button>
      )}
    </div>
  )
}
