// Mark, type, surfaces, states, buttons, fields.
import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { ClockChip } from "../ui/clock-chip.tsx"
import { Field } from "../ui/field.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { iconNames } from "../ui/icon-names.ts"
import { Input, PasswordInput, TextArea } from "../ui/input.tsx"
import { Mark } from "../ui/mark.tsx"
import { SplitButton } from "../ui/split-button.tsx"
import { PriorityIcon, StatusIcon, TypeIcon } from "../ui/state-icons.tsx"
import { t } from "../words/words.ts"
import { Line, Specimen } from "./specimen.tsx"

const papers = ["bg-bg", "bg-surface", "bg-raised", "bg-sunken", "bg-selected", "bg-note", "bg-accent-tint", "bg-accent"]
const categories = ["backlog", "todo", "active", "waiting", "review", "done", "cancelled"] as const
const priorities = ["critical", "high", "medium", "low"] as const
const types = ["incident", "request", "bug", "feature", "task", "story", "epic", "support", "other"] as const

export function Foundations() {
  return (
    <>
      <Specimen title="Mark">
        <div className="flex items-end gap-5">
          <Mark size={24} label="Docket" />
          <Mark size={20} />
          <Mark size={16} />
          <Mark size={24} mono />
          <span className="text-26 leading-8 font-strong tracking-[-0.017em]">Docket</span>
        </div>
      </Specimen>
      <Specimen title="Type">
        <span className="text-26 leading-[1.2] font-strong tracking-[-0.017em]">26 Ticket title</span>
        <span className="text-20 font-strong tracking-[-0.011em]">20 Peek title</span>
        <span className="text-14">
          14 Reading text, <b>strong</b>, <code className="rounded-xs bg-sunken px-1 font-mono text-12">mono 1Il0O</code>
        </span>
        <span>13 Interface, HELP-1042, 0:18 left</span>
        <span className="text-12 text-muted">12 Meta, 14 min ago</span>
      </Specimen>
      <Specimen title="Surfaces">
        <Line>
          {papers.map((paper) => (
            <span key={paper} title={paper} className={`size-[42px] rounded-md edge-line ${paper}`} />
          ))}
        </Line>
      </Specimen>
      <Specimen title="Status by category">
        <div className="grid grid-cols-3 gap-2">
          {categories.map((category) => (
            <span key={category} className="flex items-center gap-[7px]">
              <StatusIcon category={category} decorative />
              {t.ui.status_category[category]}
            </span>
          ))}
        </div>
      </Specimen>
      <Specimen title="Priority, clocks">
        <Line>
          {priorities.map((priority) => (
            <span key={priority} className="flex w-24 items-center gap-[7px]">
              <PriorityIcon priority={priority} decorative />
              {t.ui.priority[priority]}
            </span>
          ))}
        </Line>
        <Line>
          <ClockChip chip state="breached" text="0:24 over" />
          <ClockChip chip state="approaching" text="0:18 left" />
          <ClockChip chip state="pending" text="3:20 left" />
          <ClockChip chip state="paused" text="2:15 kept" />
          <ClockChip chip state="met" text="Met in 30 min" />
        </Line>
        <Line>
          <ClockChip state="breached" text="0:24 over" />
          <ClockChip state="paused" text="2:15 kept" />
        </Line>
      </Specimen>
      <Specimen title="Type of ticket">
        <div className="grid grid-cols-3 gap-2">
          {types.map((type) => (
            <span key={type} className="flex items-center gap-[7px]">
              <TypeIcon type={type} decorative />
              {t.ui.type[type]}
            </span>
          ))}
        </div>
      </Specimen>
      <Buttons />
      <Fields />
      <Specimen title="Icons" wide>
        <div className="flex flex-wrap gap-x-4 gap-y-3.5 text-muted">
          {iconNames.map((name) => (
            <span key={name} title={name}>
              <Icon name={name} />
            </span>
          ))}
        </div>
      </Specimen>
    </>
  )
}

function Buttons() {
  const [busy, setBusy] = useState(false)
  return (
    <Specimen title="Button: primary, default, ghost, danger; busy, disabled, with its reason">
      <Line>
        <Button variant="primary" icon="check">
          Resolve
        </Button>
        <Button variant="primary" icon="plus" keys="C">
          New ticket
        </Button>
        <Button variant="primary" icon="check" disabled>
          Resolve
        </Button>
        <Button variant="primary" busy busyLabel="Sending…">
          Send and resolve
        </Button>
      </Line>
      <Line>
        <Button>Transfer</Button>
        <Button icon="download">Export</Button>
        <Button busy={busy} onClick={() => setBusy(!busy)}>
          Save the changes
        </Button>
        <Button disabledReason="Only a manager transfers tickets">Transfer</Button>
        <Button variant="ghost" icon="plus" keys="F">
          Filter
        </Button>
        <Button variant="ghost" disabled>
          Display
        </Button>
      </Line>
      <Line>
        <Button variant="danger" icon="trash">
          Delete
        </Button>
        <Button variant="danger-fill">Delete for good</Button>
        <Button size="mini">Mini</Button>
        <Button size="form">Form</Button>
        <Button size="big">Portal</Button>
      </Line>
      <Line>
        <SplitButton
          variant="primary"
          keys="Mod+Enter"
          menuLabel="More ways to send"
          entries={[{ label: "Send" }, { label: "Send and wait", icon: "pause" }]}
        >
          Send and resolve
        </SplitButton>
        <SplitButton icon="check" menuLabel="More ways to resolve" entries={[{ label: "Resolve as duplicate", icon: "copy" }]}>
          Resolve
        </SplitButton>
        <IconButton icon="copy" label="Copy link" keys="Mod+Shift+," />
        <IconButton icon="star" label="Favourite" pressed />
        <IconButton icon="plus" label="New ticket" keys="C" outlined />
        <IconButton icon="dots" label="More" size="touch" />
        <IconButton icon="x" label="Close" disabled />
      </Line>
    </Specimen>
  )
}

function Fields() {
  return (
    <Specimen title="Field: rest, hint, error, icon, disabled, read-only">
      <Field label="Email" hint="We write to this address.">
        <Input type="email" placeholder="name@marlow.example" />
      </Field>
      <Field label="Email" error="This address has no domain. Add what follows the @." required>
        <Input defaultValue="ines.carvalho@" />
      </Field>
      <Field
        label="Password"
        aside={
          <a href="#forgot" className="font-medium text-accent-text">
            Forgot it?
          </a>
        }
      >
        <PasswordInput size="touch" defaultValue="correct horse" autoComplete="off" />
      </Field>
      <Input aria-label="Find people" icon="search" placeholder="Find by name, email or team" size="control" />
      <Line>
        <Input aria-label="Key" defaultValue="HELP" disabled className="max-w-28" />
        <Input aria-label="Key, fixed" defaultValue="HELP" readOnly className="max-w-28" />
      </Line>
      <Field label="What did you see?" aside="optional">
        <TextArea placeholder="The words of an error message help a lot." rows={3} />
      </Field>
    </Specimen>
  )
}
