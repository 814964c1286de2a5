// Pills, chips, avatars, keys, pickers, choices.
import { useState } from "react"
import { Avatar, AvatarStack, WritingDots } from "../ui/avatar.tsx"
import { Button } from "../ui/button.tsx"
import { Checkbox, CheckboxField } from "../ui/checkbox.tsx"
import { Chip, Dot, LabelChip } from "../ui/chip.tsx"
import { Field } from "../ui/field.tsx"
import { Kbd } from "../ui/kbd.tsx"
import { MultiPicker, Picker, PickerField, type PickerOption, PropertyTrigger } from "../ui/picker.tsx"
import { PickerPanel } from "../ui/picker-panel.tsx"
import { Pill, PillPart } from "../ui/pill.tsx"
import { RadioGroup } from "../ui/radio-group.tsx"
import { SegmentedControl } from "../ui/segmented-control.tsx"
import { PriorityIcon, StatusIcon } from "../ui/state-icons.tsx"
import { Switch } from "../ui/switch.tsx"
import { TabPanel, Tabs, ViewTabs } from "../ui/tabs.tsx"
import { Line, people, Specimen } from "./specimen.tsx"

const statuses: PickerOption[] = [
  { value: "in_progress", label: "In progress", icon: <StatusIcon category="active" decorative /> },
  { value: "closed", label: "Closed", icon: <StatusIcon category="done" decorative />, disabledReason: "after Resolved" },
  { value: "pending", label: "Pending", icon: <StatusIcon category="waiting" decorative /> },
  { value: "resolved", label: "Resolved", icon: <StatusIcon category="review" decorative /> },
]
const labels: PickerOption[] = [
  { value: "vpn", label: "vpn", icon: <Dot color="#0d9488" />, section: "Used here" },
  { value: "certificates", label: "certificates", icon: <Dot color="#facc15" />, section: "Used here" },
  { value: "new starter", label: "new starter", icon: <Dot color="#16a34a" />, section: "Others" },
  { value: "printing", label: "printing", icon: <Dot color="#000000" />, section: "Others" },
]
const staff: PickerOption[] = Object.values(people).map((person, at) => ({
  value: person.id,
  label: person.name,
  icon: <Avatar person={person} size={18} decorative />,
  note: at === 2 ? "2 of 3 active" : undefined,
}))

export function Choosing() {
  return (
    <>
      <SmallThings />
      <Pickers />
      <Choices />
    </>
  )
}

function SmallThings() {
  return (
    <Specimen title="Pills, chips, avatars, keys">
      <Line>
        <Pill label="Priority is any of Critical, High" onRemove={() => undefined}>
          <PillPart kind="field">Priority</PillPart>
          <PillPart kind="operator">is any of</PillPart>
          <PillPart kind="value">
            <PriorityIcon priority="critical" decorative />
            <PriorityIcon priority="high" decorative />
            Critical, High
          </PillPart>
        </Pill>
        <Pill label="Label is not vpn" onRemove={() => undefined}>
          <PillPart kind="field">Label</PillPart>
          <PillPart kind="operator">is not</PillPart>
          <PillPart kind="value">vpn</PillPart>
        </Pill>
        <Button variant="ghost" icon="plus" keys="F">
          Filter
        </Button>
      </Line>
      <Line>
        <LabelChip name="vpn" color="#0e7490" />
        <LabelChip name="certificates" color="#eab308" onRemove={() => undefined} />
        <LabelChip name="no colour" color={null} />
        <Chip tone="tint">Draft</Chip>
        <Chip tone="danger" icon="warn">
          6 of 4, two over
        </Chip>
        <Chip tone="success">Approved</Chip>
      </Line>
      <Line>
        <Avatar person={people.ines} size={28} />
        <Avatar person={people.priya} size={28} online />
        <Avatar person={people.jonas} size={28} presence="viewing" />
        <Avatar person={null} size={28} />
        <AvatarStack people={[people.tomas, people.amara, people.mara, people.noor]} size={28} label="In this queue now" />
        <span className="flex items-center gap-1.5">
          <Avatar person={people.tomas} size={18} presence="writing" />
          <WritingDots />
        </span>
        <Avatar person={people.amara} size={20} />
        <Avatar person={null} size={20} />
      </Line>
      <Line>
        <Kbd keys="Mod+K" />
        <Kbd keys="G B" />
        <Kbd keys="Mod+Shift+P" />
        <Kbd keys="Escape" />
        <Kbd keys="Mod+Enter" plain />
      </Line>
    </Specimen>
  )
}

function Pickers() {
  const [status, setStatus] = useState<string | null>("in_progress")
  const [chosen, setChosen] = useState<string[]>(["vpn"])
  const [assignee, setAssignee] = useState<string | null>("priya")
  const current = statuses.find((option) => option.value === status)
  return (
    <>
      <Specimen title="Status picker, open">
        <div className="w-[250px] rounded-xl paper-raised edge-float">
          <PickerPanel
            label="Status"
            placeholder="Change status…"
            keys="S"
            numbered
            options={statuses}
            selected={["in_progress"]}
            onPick={() => undefined}
          />
        </div>
      </Specimen>
      <Specimen title="Multiple choice with sections, open">
        <div className="w-[250px] rounded-xl paper-raised edge-float">
          <PickerPanel
            label="Labels"
            placeholder="Change labels…"
            keys="L"
            multiple
            options={labels}
            selected={chosen}
            onPick={(value) => setChosen(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])}
            create={{ label: (query) => `New label “${query}”`, run: () => undefined }}
          />
        </div>
      </Specimen>
      <Specimen title="Pickers in place">
        <div className="grid max-w-[300px] grid-cols-[84px_1fr] items-center">
          <span className="text-faint">Status</span>
          <Picker
            label="Status"
            placeholder="Change status…"
            keys="S"
            numbered
            options={statuses}
            value={status}
            onChange={setStatus}
            trigger={
              <PropertyTrigger name="Status">
                {current?.icon}
                {current?.label}
              </PropertyTrigger>
            }
          />
          <span className="text-faint">Labels</span>
          <MultiPicker
            label="Labels"
            options={labels}
            values={chosen}
            onChange={setChosen}
            trigger={
              <PropertyTrigger name="Labels">
                {chosen.map((name) => (
                  <LabelChip key={name} name={name} color="#0e7490" />
                ))}
              </PropertyTrigger>
            }
          />
          <span className="text-faint">Department</span>
          <PropertyTrigger name="Department" readOnly reason="Comes from the requester">
            Finance, Utrecht
          </PropertyTrigger>
        </div>
        <Field label="Assignee">
          <PickerField label="Assignee" options={staff} value={assignee} onChange={setAssignee} clearable placeholder="Nobody" />
        </Field>
      </Specimen>
    </>
  )
}

function Choices() {
  const [view, setView] = useState<"list" | "board">("list")
  const [tab, setTab] = useState<"all" | "replies" | "notes">("all")
  const [held, setHeld] = useState<string>("slow")
  const [kind, setKind] = useState<string>("broken")
  const [role, setRole] = useState<string>("agent")
  const [on, setOn] = useState(true)
  const [ticked, setTicked] = useState(true)
  return (
    <>
      <Specimen title="Segmented control, tabs">
        <Line>
          <SegmentedControl
            label="Layout"
            value={view}
            onChange={setView}
            segments={[
              { value: "list", label: "List", icon: "list" },
              { value: "board", label: "Board", icon: "board" },
            ]}
          />
        </Line>
        <ViewTabs
          label="Views"
          tabs={[
            { href: "/kit", label: "Open", count: 16, current: true },
            { href: "/kit?unassigned", label: "Unassigned", count: 5, current: false },
            { href: "/kit?mine", label: "Mine", count: 3, current: false },
          ]}
        />
        <Tabs
          label="Conversation"
          small
          tabs={[
            { value: "all", label: "Everything" },
            { value: "replies", label: "Replies" },
            { value: "notes", label: "Notes" },
          ]}
          value={tab}
          onChange={setTab}
        >
          <TabPanel value="all" className="pt-2 text-muted">
            Everything
          </TabPanel>
          <TabPanel value="replies" className="pt-2 text-muted">
            Replies
          </TabPanel>
          <TabPanel value="notes" className="pt-2 text-muted">
            Notes
          </TabPanel>
        </Tabs>
      </Specimen>
      <Specimen title="Checkbox, switch, radio">
        <Line>
          <Checkbox aria-label="Off" checked={false} onChange={() => undefined} />
          <Checkbox aria-label="On" checked onChange={() => undefined} />
          <Checkbox aria-label="Some" checked="mixed" onChange={() => undefined} />
          <Checkbox aria-label="Off, disabled" checked={false} disabled onChange={() => undefined} />
          <Checkbox aria-label="On, disabled" checked disabled onChange={() => undefined} />
        </Line>
        <CheckboxField label="Tell me when it is fixed" hint="By email and here." checked={ticked} onChange={setTicked} />
        <Switch label="Single-key shortcuts" hint="Off: only keys with ⌘, Ctrl or Alt." checked={on} onChange={setOn} />
        <Switch label="Off" checked={false} onChange={() => undefined} />
        <RadioGroup
          label="Role"
          options={[
            { value: "agent", label: "Agent", hint: "Works the queues" },
            { value: "employee", label: "Employee", hint: "Asks for help" },
          ]}
          value={role}
          onChange={setRole}
        />
      </Specimen>
      <Specimen title="Choices of the portal">
        <RadioGroup
          look="chips"
          label="How much does it hold you up?"
          options={[
            { value: "little", label: "A little" },
            { value: "slow", label: "It slows me down" },
            { value: "stop", label: "I cannot work" },
          ]}
          value={held}
          onChange={setHeld}
        />
        <RadioGroup
          look="cards"
          label="Kind"
          options={[
            { value: "broken", label: "Something is broken", hint: "It used to work", icon: "incident" },
            { value: "need", label: "I need something", hint: "Access, kit, software", icon: "request" },
            { value: "ask", label: "I have a question", hint: "How do I…?", icon: "support" },
          ]}
          value={kind}
          onChange={setKind}
        />
      </Specimen>
    </>
  )
}
