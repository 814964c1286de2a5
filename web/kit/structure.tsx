// Group heads, cards, tables, empty states, placeholders, progress.
import { Avatar } from "../ui/avatar.tsx"
import { Button } from "../ui/button.tsx"
import { Card, Panel } from "../ui/card.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { ErrorState } from "../ui/error-boundary.tsx"
import { GroupHead } from "../ui/group-head.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { PillText } from "../ui/pill.tsx"
import { Progress } from "../ui/progress.tsx"
import { SkeletonRows } from "../ui/skeleton.tsx"
import { PriorityIcon, TypeIcon } from "../ui/state-icons.tsx"
import { type Column, Table } from "../ui/table.tsx"
import { Line, people, Specimen } from "./specimen.tsx"

type Row = { person: { id: string; name: string }; role: string; seen: string }
const rows: Row[] = [
  { person: people.amara, role: "Administrator", seen: "now" },
  { person: people.priya, role: "Agent", seen: "4 min ago" },
  { person: people.ines, role: "Employee", seen: "yesterday" },
]
const columns: Column<Row>[] = [
  {
    key: "name",
    head: "Name",
    cell: (row) => (
      <span className="flex items-center gap-2.5">
        <Avatar person={row.person} size={28} decorative />
        {row.person.name}
      </span>
    ),
  },
  { key: "role", head: "Role", cell: (row) => row.role, from: "md" },
  { key: "seen", head: "Last seen", cell: (row) => row.seen, align: "end" },
  {
    key: "more",
    head: <span className="sr-only">Actions</span>,
    cell: (row) => <IconButton icon="dots" label={`More for ${row.person.name}`} />,
    align: "end",
  },
]
const states = ["rest", "current", "dragged", "ghost", "refused"] as const

export function Structure() {
  return (
    <>
      <Specimen title="Group heads, placeholders">
        <div>
          <GroupHead
            name="Past due"
            icon={<Icon name="clock-over" />}
            count={2}
            hint="Resolution target missed"
            tone="breached"
            open
            onToggle={() => undefined}
          />
          <GroupHead
            name="Next two hours"
            icon={<Icon name="clock-soon" />}
            count={4}
            tone="approaching"
            open={false}
            onToggle={() => undefined}
          />
          <GroupHead name="Later today" icon={<Icon name="clock" />} count={6} open />
          <SkeletonRows count={4} />
        </div>
        <Line>
          <Progress value={9} max={16} label="9 of 16 done" />
          <span className="text-muted tabular-nums">9 of 16 done</span>
        </Line>
      </Specimen>
      <Specimen title="Cards: rest, current, dragged, ghost, refused">
        <div className="grid grid-cols-2 gap-2 rounded-xl bg-sunken p-2">
          {states.map((state) => (
            <Card key={state} state={state}>
              <div className="flex h-5 items-center gap-1.5 text-12 text-faint">
                <TypeIcon type="story" />
                WEB-322
                <span className="ml-auto">
                  <Avatar person={people.mara} />
                </span>
              </div>
              <p className="line-clamp-2 leading-[1.36] font-row text-pretty">Confirm a delivery slot by link</p>
              <PriorityIcon priority="medium" />
            </Card>
          ))}
        </div>
      </Specimen>
      <Specimen title="Table">
        <Panel className="px-4 py-1">
          <Table label="People" columns={columns} rows={rows} rowKey={(row) => row.person.id} />
        </Panel>
      </Specimen>
      <Specimen title="Four kinds of empty" wide>
        <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
          <Panel className="grid place-items-center">
            <EmptyState
              kind="first-use"
              icon="board"
              title="No stories yet"
              actions={
                <>
                  <Button variant="primary" size="form" icon="plus">
                    Write the first story
                  </Button>
                  <Button size="form">Import</Button>
                </>
              }
            >
              A story says what someone can do when it is finished, such as “Reorder from a past delivery”.
            </EmptyState>
          </Panel>
          <Panel className="grid place-items-center">
            <EmptyState
              kind="filtered"
              title="No ticket matches"
              pills={
                <>
                  <PillText field="Label" operator="is" value="vpn" />
                  <PillText field="Assignee" operator="is" value="Nobody" />
                </>
              }
              actions={
                <>
                  <Button variant="primary" size="form">
                    Drop the assignee
                  </Button>
                  <Button size="form">Clear filters</Button>
                </>
              }
            >
              Without the assignee there are 3.
            </EmptyState>
          </Panel>
          <Panel className="grid place-items-center">
            <EmptyState kind="done" title="Inbox is clear" actions={<Button size="form">Show snoozed</Button>}>
              Two things are snoozed until Monday 08:00.
            </EmptyState>
          </Panel>
          <Panel className="grid place-items-center">
            <ErrorState
              error={Object.assign(new Error("The server took too long to count 30 days. Nothing is lost."), { requestId: "7f3a-19c2" })}
              title="The report did not load"
              onRetry={() => undefined}
            />
          </Panel>
        </div>
      </Specimen>
    </>
  )
}
