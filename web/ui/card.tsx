// Something that can be lifted. Panel is the large one that only holds; Card is the one on a board.
import type { ComponentProps } from "react"
import { cx } from "./cx.ts"

export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return <section {...rest} className={cx("rounded-lg paper-raised edge-raised", className)} />
}

export type CardProps = ComponentProps<"article"> & {
  /** rest; current: ink edge; dragged: lifted and tilted; ghost: the place it came from; refused: in a column that does not take it */
  state?: "rest" | "current" | "dragged" | "ghost" | "refused"
}

const states = {
  rest: "paper-raised edge-raised hover:bg-[color-mix(in_oklab,var(--raised),var(--text)_2%)]",
  current: "paper-raised edge-current",
  dragged: "paper-raised edge-dragged rotate-[1.4deg]",
  ghost: "border-[1.5px] border-dashed border-border-control *:opacity-40",
  refused: "paper-raised edge-raised opacity-40 saturate-30",
}

export function Card({ state = "rest", className, ...rest }: CardProps) {
  const away = state === "ghost" || state === "refused"
  return (
    <article
      aria-disabled={away || undefined}
      {...rest}
      className={cx("flex flex-col gap-1.5 rounded-md py-[9px] pr-2.5 pl-[11px]", states[state], className)}
    />
  )
}
