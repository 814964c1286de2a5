// A property in its place: a line with its name, or a chip on narrow screens. The value inside is the same component either way.
import { type ComponentProps, createContext, type ReactNode, useContext } from "react"
import { cx } from "../../../ui/cx.ts"
import { PropertyTrigger } from "../../../ui/picker.tsx"
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx"

type Look = "line" | "chip"
const LookContext = createContext<{ look: Look; label: string }>({ look: "line", label: "" })

const chip =
  "flex h-form shrink-0 items-center gap-[7px] rounded-full bg-raised px-[13px] text-14 font-nav whitespace-nowrap edge-line data-[state=open]:bg-pressed"

type TriggerProps = Omit<ComponentProps<"button">, "children" | "name"> & {
  /** Not to be changed; the sentence says why. */
  fixed?: string | false
  children: ReactNode
}

/** What opens a property's picker. */
export function ValueTrigger({ fixed = false, children, ...rest }: TriggerProps) {
  const { look, label } = useContext(LookContext)
  if (look === "chip") {
    return fixed ? (
      <span title={fixed} className={chip}>
        {children}
      </span>
    ) : (
      <button type="button" {...rest} className={chip}>
        <VisuallyHidden>{label}: </VisuallyHidden>
        {children}
      </button>
    )
  }
  if (fixed) {
    return (
      <PropertyTrigger name={label} readOnly reason={fixed}>
        {children}
      </PropertyTrigger>
    )
  }
  return (
    <PropertyTrigger {...rest} name={label}>
      {children}
    </PropertyTrigger>
  )
}

export function PropertyLine({ id, label, narrow, children }: { id: string; label: string; narrow?: boolean; children: ReactNode }) {
  return (
    <LookContext value={{ look: "line", label }}>
      <div
        data-property={id}
        className={cx("grid min-w-0 items-center", narrow ? "grid-cols-[84px_minmax(0,1fr)]" : "grid-cols-[100px_minmax(0,1fr)]")}
      >
        <span className="truncate px-2 text-faint">{label}</span>
        {children}
      </div>
    </LookContext>
  )
}

export function PropertyChip({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <LookContext value={{ look: "chip", label }}>
      <span data-property={id} className="contents">
        {children}
      </span>
    </LookContext>
  )
}

/** The words of a value; nothing chosen yet is faint. */
export function Words({ children, faint = false }: { children: ReactNode; faint?: boolean }) {
  return <span className={cx("min-w-0 truncate", faint && "font-text text-faint")}>{children}</span>
}
