// Three slips as a picture of what Docket does. For the eyes only.
import type { ReactNode } from "react"
import { Avatar, type Person } from "../ui/avatar.tsx"
import { cx } from "../ui/cx.ts"
import { Icon, type IconName } from "../ui/icon.tsx"
import { type StatusCategory, StatusIcon } from "../ui/state-icons.tsx"

type Slip = {
  place: string
  clock: { icon: IconName; text: string; color: string }
  code: string
  status: StatusCategory
  statusName: string
  title: string
  person: Person
  foot: string
}

// Sample tickets of the invented company that the demo shows.
const slips: Slip[] = [
  {
    place: "top-0 left-[20px] -rotate-3 z-1",
    clock: { icon: "clock-over", text: "0:24 over", color: "text-sla-breached" },
    code: "HELP-1036",
    status: "todo",
    statusName: "Open",
    title: "Badge reader at Leeds goods-in rejects night shift",
    person: { id: "p2", name: "Owen Price" },
    foot: "Owen Price, Warehouse",
  },
  {
    place: "top-[134px] left-[78px] rotate-2 z-2",
    clock: { icon: "clock-soon", text: "0:18 left", color: "text-sla-approaching" },
    code: "HELP-1042",
    status: "active",
    statusName: "In progress",
    title: "VPN drops every ten minutes on the Utrecht office Wi-Fi",
    person: { id: "p4", name: "Priya Nair" },
    foot: "Priya Nair is on it",
  },
  {
    place: "top-[278px] left-0 -rotate-[1.5deg] z-3",
    clock: { icon: "check", text: "In time", color: "text-sla-met" },
    code: "HELP-1031",
    status: "done",
    statusName: "Closed",
    title: "Second screen for the new calibration bench",
    person: { id: "p1", name: "Noor Aziz" },
    foot: "“Here by lunch. Thank you!”",
  },
]

export function Slips({ caption }: { caption: ReactNode }) {
  return (
    <div className="absolute top-1/2 left-1/2 h-[530px] w-[548px] -translate-x-1/2 -translate-y-1/2 max-xl:scale-[0.72]">
      <div aria-hidden="true">
        {slips.map((slip) => (
          <div key={slip.code} className={cx("absolute grid w-[470px] grid-cols-[92px_1fr] slip-shadow", slip.place)}>
            <div className="relative grid place-items-center content-center gap-1.5 rounded-l-lg paper-raised slip-stub">
              <span className={cx("grid justify-items-center gap-[3px] font-medium tabular-nums", slip.clock.color)}>
                <Icon name={slip.clock.icon} size={20} />
                {slip.clock.text}
              </span>
              <i className="absolute inset-y-[13px] -right-px w-[3px] perforated" />
            </div>
            <div className="rounded-r-lg py-4 pr-5 pl-[18px] paper-raised slip-body">
              <div className="mb-[5px] flex items-center gap-[7px] text-muted">
                <StatusIcon category={slip.status} decorative />
                {slip.statusName}
                <span className="ml-auto text-faint tabular-nums">{slip.code}</span>
              </div>
              <p className="text-15 leading-[1.35] font-strong tracking-[-0.005em] text-balance">{slip.title}</p>
              <div className="mt-2.5 flex items-center gap-2 text-muted">
                <Avatar person={slip.person} decorative />
                {slip.foot}
              </div>
            </div>
          </div>
        ))}
      </div>
      <p className="absolute top-[452px] left-0 w-[440px] text-20 leading-[1.35] font-medium tracking-[-0.011em] text-balance">{caption}</p>
    </div>
  )
}
