// One labelled specimen of the kit page.
import type { ReactNode } from "react"
import { cx } from "../ui/cx.ts"

export function Specimen({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={cx("min-w-0", wide && "col-span-full")}>
      <h2 className="mb-2.5 text-12 font-medium text-faint">{title}</h2>
      <div className="flex flex-col gap-2">{children}</div>
    </section>
  )
}

export function Line({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>
}

export const people = {
  amara: { id: "amara", name: "Amara Okafor" },
  priya: { id: "priya", name: "Priya Nair" },
  tomas: { id: "tomas", name: "Tomás Reyes" },
  jonas: { id: "jonas", name: "Jonas Weber" },
  ines: { id: "ines", name: "Ines Carvalho" },
  mara: { id: "mara", name: "Mara Lindqvist" },
  noor: { id: "noor", name: "Noor Aziz" },
}
