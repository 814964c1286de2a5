// A person as initials on one of six tints, chosen by their id so that it never changes. Nobody is a dashed ring.
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { Icon } from "./icon.tsx"
import { initials, tint } from "./person.ts"

const sizes = {
  18: "size-[18px] text-[7.2px]",
  20: "size-5 text-[8px]",
  22: "size-[22px] text-[8.8px]",
  24: "size-6 text-[9.6px]",
  28: "size-7 text-[11.2px]",
  32: "size-8 text-[12.8px]",
  40: "size-10 text-[16px]",
}
export type AvatarSize = keyof typeof sizes

const tints = [
  "bg-(--av-1) text-(--av-1-text)",
  "bg-(--av-2) text-(--av-2-text)",
  "bg-(--av-3) text-(--av-3-text)",
  "bg-(--av-4) text-(--av-4-text)",
  "bg-(--av-5) text-(--av-5-text)",
  "bg-(--av-6) text-(--av-6-text)",
]

export type Person = { id: string; name: string }
export type AvatarProps = {
  person: Person | null
  size?: AvatarSize
  online?: boolean
  /** Looking at this now, or writing here now: an ink ring. */
  presence?: "viewing" | "writing"
  /** The name stands beside it. */
  decorative?: boolean
  className?: string
}

export function Avatar({ person, size = 20, online = false, presence, decorative = false, className }: AvatarProps) {
  const name = person ? describe(person.name, presence) : t.ui.nobody
  const meaning = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name }
  if (!person) {
    return (
      <span
        {...meaning}
        className={cx(
          "inline-grid shrink-0 place-items-center rounded-full border-[1.25px] border-dashed border-border-control text-faint",
          sizes[size],
          className,
        )}
      >
        <Icon name="person" size={size >= 28 ? 16 : 12} />
      </span>
    )
  }
  return (
    <span
      {...meaning}
      className={cx(
        "relative inline-grid shrink-0 place-items-center rounded-full leading-none font-strong tracking-[0.01em] select-none",
        sizes[size],
        tints[tint(person.id)],
        presence && "shadow-[0_0_0_1.5px_var(--ring),0_0_0_3px_var(--accent)]",
        className,
      )}
    >
      {initials(person.name)}
      {online && <span className="absolute -right-0.5 -bottom-0.5 size-[9px] rounded-full border-2 border-(--ring) bg-success" />}
    </span>
  )
}

function describe(name: string, presence: AvatarProps["presence"]): string {
  if (presence === "viewing") return t.ui.is_viewing(name)
  if (presence === "writing") return t.ui.is_writing(name)
  return name
}

/** Three dots: someone is writing. The name belongs beside it or in an Avatar. */
export function WritingDots() {
  return (
    <span aria-hidden="true" className="inline-flex items-center gap-[2.5px] text-accent-text *:size-[3.5px] *:rounded-full *:bg-current">
      <i className="opacity-45" />
      <i className="opacity-70" />
      <i />
    </span>
  )
}

export function AvatarStack({ people, size = 20, max = 3, label }: { people: Person[]; size?: AvatarSize; max?: number; label?: string }) {
  const shown = people.slice(0, max)
  const names = people.map((person) => person.name).join(", ")
  return (
    <span role="img" aria-label={label ? `${label}: ${names}` : names} title={names} className="inline-flex items-center">
      {shown.map((person, at) => (
        <Avatar
          key={person.id}
          person={person}
          size={size}
          decorative
          className={cx("shadow-[0_0_0_2px_var(--ring)]", at > 0 && "-ml-[3px]")}
        />
      ))}
      {people.length > max && <span className="ml-1 text-12 text-faint tabular-nums">+{people.length - max}</span>}
    </span>
  )
}
