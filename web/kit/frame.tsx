// The staff's frame and the portal's with sample content.
import { useState } from "react"
import { AppShell } from "../shell/app-shell.tsx"
import { BottomTabs } from "../shell/bottom-tabs.tsx"
import { FilterBar } from "../shell/filter-bar.tsx"
import { BarRule, PageBar } from "../shell/page-bar.tsx"
import { PortalShell } from "../shell/portal-shell.tsx"
import { OrganisationMenu, Sidebar, SidebarActions, SidebarLink, SidebarMe, SidebarSection } from "../shell/sidebar.tsx"
import { SplitView } from "../shell/split-view.tsx"
import { AvatarStack } from "../ui/avatar.tsx"
import { Button } from "../ui/button.tsx"
import { Dot } from "../ui/chip.tsx"
import { GroupHead } from "../ui/group-head.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { Pill, PillPart } from "../ui/pill.tsx"
import { SegmentedControl } from "../ui/segmented-control.tsx"
import { SkeletonRows } from "../ui/skeleton.tsx"
import { StatusIcon } from "../ui/state-icons.tsx"
import { ViewTabs } from "../ui/tabs.tsx"
import { people } from "./specimen.tsx"

export function SampleSidebar({ onLeave }: { onLeave: () => void }) {
  return (
    <Sidebar
      head={
        <>
          <OrganisationMenu name="Marlow Instruments" entries={[{ label: "Leave the frame", icon: "left", onSelect: onLeave }]} />
          <SidebarActions onSearch={() => undefined} onCreate={() => undefined} />
        </>
      }
      foot={
        <SidebarMe person={people.amara} note="Service desk lead" entries={[{ label: "Sign out", icon: "sign-out" }]}>
          <IconButton icon="bell" label="Notifications" size="small" side="top" />
          <IconButton icon="help" label="Help and shortcuts" keys="?" size="small" side="top" />
        </SidebarMe>
      }
    >
      <SidebarLink href="/kit?inbox" label="Inbox" icon="inbox" count={4} fresh />
      <SidebarLink href="/kit?mine" label="My work" icon="mine" count={7} />
      <SidebarSection label="Service desk">
        <SidebarLink href="/kit?triage" label="Triage" icon="triage" count={5} />
        <SidebarLink href="/kit" label="IT queue" icon="queue" count={16} current />
        <SidebarLink href="/kit?access" label="Access requests" icon="people" count={6} hot />
      </SidebarSection>
      <SidebarSection label="Projects">
        <SidebarLink href="/kit?portal" label="Customer portal" icon={<Dot square color="#7c3aed" />} />
        <SidebarLink href="/kit?board" label="Board" nested />
        <SidebarLink href="/kit?field" label="Field app" icon={<Dot square color="#ea580c" />} />
      </SidebarSection>
    </Sidebar>
  )
}

export function Frame({ onLeave }: { onLeave: () => void }) {
  const [peek, setPeek] = useState(true)
  const [portal, setPortal] = useState(false)
  if (portal) {
    return (
      <PortalShell
        name="Marlow help desk"
        links={[
          { href: "/kit", label: "Home", current: true },
          { href: "/kit?mine", label: "My requests" },
        ]}
        tabs={[
          { label: "Home", icon: "home", href: "/kit", current: true },
          { label: "My requests", icon: "list", href: "/kit?mine" },
        ]}
        person={people.ines}
        account={[{ label: "Sign out", icon: "sign-out" }]}
        actions={<IconButton icon="bell" label="Notifications" />}
      >
        <h1 className="pt-8 text-34 leading-[1.15] font-[600] tracking-[-0.022em] text-balance">Good afternoon, Ines. What do you need?</h1>
        <Button className="mt-6" size="big" onClick={() => setPortal(false)}>
          Back to the staff’s frame
        </Button>
      </PortalShell>
    )
  }
  return (
    <AppShell
      sidebar={<SampleSidebar onLeave={onLeave} />}
      tabs={
        <BottomTabs
          tabs={[
            { label: "Inbox", icon: "inbox", href: "/kit?inbox", fresh: true },
            { label: "My work", icon: "mine", href: "/kit?mine" },
            { label: "Queue", icon: "queue", href: "/kit", current: true },
            { label: "Boards", icon: "board", href: "/kit?board" },
            { label: "More", icon: "menu", opens: "drawer" },
          ]}
        />
      }
    >
      <PageBar
        title="IT queue"
        beside={<IconButton icon="star" label="Favourite" />}
        views={
          <ViewTabs
            label="Views"
            tabs={[
              { href: "/kit", label: "Open", count: 16, current: true },
              { href: "/kit?u", label: "Unassigned", count: 5, current: false },
              { href: "/kit?m", label: "Mine", count: 3, current: false },
            ]}
          />
        }
        actions={
          <>
            <span className="contents max-lg:hidden">
              <AvatarStack people={[people.tomas, people.priya, people.jonas]} size={24} label="In this queue now" />
              <BarRule />
              <SegmentedControl
                label="Layout"
                value="list"
                onChange={() => setPortal(true)}
                segments={[
                  { value: "list", label: "List", icon: "list" },
                  { value: "board", label: "Board", icon: "board" },
                ]}
              />
            </span>
            <Button variant="primary" icon="plus" keys="C" collapse>
              New ticket
            </Button>
          </>
        }
      />
      <FilterBar
        count={1}
        add={
          <Button variant="ghost" icon="plus" keys="F">
            Filter
          </Button>
        }
        options={
          <Button variant="ghost" icon="sliders" onClick={() => setPortal(true)}>
            Portal
          </Button>
        }
      >
        <Pill label="Status is Open" onRemove={() => undefined}>
          <PillPart kind="field">
            <Icon name="st-todo" size={14} />
            Status
          </PillPart>
          <PillPart kind="operator">is any of</PillPart>
          <PillPart kind="value">
            <StatusIcon category="todo" decorative />
            <StatusIcon category="active" decorative />2 statuses
          </PillPart>
        </Pill>
      </FilterBar>
      <SplitView
        peekLabel="HELP-1042"
        peek={
          peek ? (
            <div className="p-6">
              <h2 className="text-20 leading-[1.28] font-strong tracking-[-0.011em] text-balance">
                VPN drops every ten minutes on the Utrecht office Wi-Fi
              </h2>
              <Button className="mt-4" onClick={() => setPeek(false)}>
                Close
              </Button>
            </div>
          ) : null
        }
      >
        <section id="list" tabIndex={-1} aria-label="Tickets" className="min-h-0 flex-1 overflow-y-auto">
          <GroupHead
            name="Past due"
            icon={<Icon name="clock-over" />}
            count={2}
            hint="Resolution target missed"
            tone="breached"
            open
            onToggle={() => setPeek(true)}
          />
          <SkeletonRows count={18} />
        </section>
      </SplitView>
    </AppShell>
  )
}
