// People to mention, above the line that is being written. The field keeps the focus; it hands its keys over.
import { type Ref, type RefObject, useEffect, useImperativeHandle, useState } from "react"
import { usePeople } from "../../../live/hooks.ts"
import { Avatar } from "../../../ui/avatar.tsx"
import { cx } from "../../../ui/cx.ts"
import { floating } from "../../../ui/popover.tsx"
import { t } from "../../../words/words.ts"

export type MentionListHandle = { /** True when the key was for the list. */ key: (name: string) => boolean }
type Props = {
  ref: Ref<MentionListHandle>
  query: string
  field: RefObject<HTMLTextAreaElement | null>
  onPick: (person: { id: string; name: string }) => void
}
const most = 6

export function MentionList({ ref, query, field, onPick }: Props) {
  const people = usePeople(query).slice(0, most)
  const [at, setAt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first result
  useEffect(() => setAt(0), [query])
  const current = Math.min(at, people.length - 1)
  useImperativeHandle(ref, () => ({
    key: (name) => {
      if (people.length === 0) return false
      if (name === "ArrowDown") setAt((current + 1) % people.length)
      else if (name === "ArrowUp") setAt((current - 1 + people.length) % people.length)
      else if (name === "Enter" || name === "Tab") {
        const person = people[current]
        if (person) onPick(person)
      } else return name === "Escape"
      return true
    },
  }))
  useEffect(() => {
    const area = field.current
    area?.setAttribute("aria-activedescendant", `mention-${current}`)
    return () => area?.removeAttribute("aria-activedescendant")
  }, [field, current])
  if (people.length === 0) return null
  return (
    <div
      role="listbox"
      aria-label={t.tickets.editor.mention_list}
      data-state="open"
      data-side="top"
      className={cx(floating, "absolute bottom-[calc(100%-4px)] left-3 min-w-[220px] p-1")}
    >
      {people.map((person, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
        <div
          key={person.id}
          id={`mention-${index}`}
          role="option"
          aria-selected={index === current}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => setAt(index)}
          onClick={() => onPick(person)}
          className={cx("flex h-[30px] items-center gap-[9px] rounded-sm px-2 max-md:h-touch", index === current && "bg-hover")}
        >
          <Avatar person={person} size={18} decorative />
          <span className="truncate">{person.name}</span>
        </div>
      ))}
    </div>
  )
}
