// What can be done with one message: react, answer, and with one's own: edit, remove. Seen on hover and focus; always there on touch.

import { type Comment, reactions } from "@docket/contract/tickets"
import { useState } from "react"
import { react, removeComment } from "../../../live/mutations.ts"
import { ConfirmDialog } from "../../../ui/dialog.tsx"
import { IconButton } from "../../../ui/icon-button.tsx"
import { usePhone } from "../../../ui/media.ts"
import { Menu, type MenuEntry } from "../../../ui/menu.tsx"
import { toast } from "../../../ui/toast-queue.ts"
import { t } from "../../../words/words.ts"
import { afterMenu } from "../after-menu.ts"
import { ReactionPicker } from "./reactions.tsx"

const words = t.tickets.feed

export function CommentActions({
  comment,
  mayReply,
  onReply,
  onEdit,
}: {
  comment: Comment
  mayReply: boolean
  onReply: () => void
  onEdit: () => void
}) {
  const phone = usePhone()
  const [removing, setRemoving] = useState(false)
  const copyText = async () => {
    await navigator.clipboard.writeText(comment.body).catch(() => undefined)
    toast({ text: words.copied_text, icon: "copy" })
  }
  // On phones there is no room for a button of its own.
  const reacting: MenuEntry = {
    label: words.react,
    icon: "smile",
    items: reactions.map((emoji) => ({ label: emoji, onSelect: () => void react(comment.ticketId, comment.id, emoji) })),
  }
  const entries: MenuEntry[] = [
    ...(mayReply && phone ? [reacting] : []),
    ...(mayReply ? [{ label: t.tickets.view.reply, icon: "reply", onSelect: () => afterMenu(onReply) } satisfies MenuEntry] : []),
    { label: words.copy_text, icon: "copy", onSelect: () => void copyText() },
    ...(comment.can.includes("edit") ? [{ label: words.edit, icon: "pencil", onSelect: () => afterMenu(onEdit) } satisfies MenuEntry] : []),
    ...(comment.can.includes("remove")
      ? [{ label: words.remove, icon: "trash", danger: true, onSelect: () => afterMenu(() => setRemoving(true)) } satisfies MenuEntry]
      : []),
  ]
  return (
    <span className="absolute -right-1.5 flex items-center opacity-0 group-focus-within/comment:opacity-100 group-hover/comment:opacity-100 has-[[data-state=open]]:opacity-100 max-lg:static max-lg:opacity-100 max-md:absolute max-md:top-0">
      {mayReply && !phone && <ReactionPicker comment={comment} />}
      <Menu
        label={words.actions(comment.author.name)}
        align="end"
        entries={entries}
        trigger={<IconButton icon="dots" label={words.actions(comment.author.name)} size="mini" tooltip={false} />}
      />
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={words.remove_title}
        description={words.remove_text}
        verb={words.remove_verb}
        onConfirm={() => void removeComment(comment.ticketId, comment.id)}
      />
    </span>
  )
}
