// Menus, popovers, dialogs, toasts, banners.
import { useState } from "react"
import { announce } from "../ui/announcer.tsx"
import { Banner } from "../ui/banner.tsx"
import { BulkBar } from "../ui/bulk-bar.tsx"
import { Button } from "../ui/button.tsx"
import { ConfirmDialog, Dialog } from "../ui/dialog.tsx"
import { Field } from "../ui/field.tsx"
import { Input } from "../ui/input.tsx"
import { ContextMenuArea, Menu, type MenuEntry } from "../ui/menu.tsx"
import { Popover } from "../ui/popover.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { toast } from "../ui/toast-queue.ts"
import { ToastFace } from "../ui/toast-region.tsx"
import { Tooltip } from "../ui/tooltip.tsx"
import { Line, Specimen } from "./specimen.tsx"

const entries: MenuEntry[] = [
  { kind: "heading", label: "HELP-1042" },
  { label: "Copy link", icon: "link", keys: "Mod+Shift+," },
  { label: "Assign to me", icon: "hand", keys: "I" },
  { label: "Watching", icon: "eye", checked: true },
  {
    label: "Move to",
    icon: "move",
    items: [
      { label: "To do", icon: "st-todo" },
      { label: "Done", icon: "st-done", disabledReason: "after PO review" },
    ],
  },
  { label: "Transfer", icon: "flow", disabledReason: "managers only" },
  { kind: "separator" },
  { label: "Delete", icon: "trash", danger: true },
]

export function Overlays() {
  const [asked, setAsked] = useState(false)
  const [edited, setEdited] = useState(false)
  const [sheet, setSheet] = useState(false)
  const [selected, setSelected] = useState(0)
  return (
    <>
      <Specimen title="Menu, popover, dialog, sheet">
        <Line>
          <Menu label="Ticket" entries={entries} trigger={<Button trailing="▾">Menu</Button>} />
          <Popover label="Display" trigger={<Button>Popover</Button>} className="w-[260px] p-4">
            <p>A small surface with a few settings.</p>
          </Popover>
          <Button onClick={() => setAsked(true)}>Confirm</Button>
          <Button onClick={() => setEdited(true)}>Dialog</Button>
          <Button onClick={() => setSheet(true)}>Sheet</Button>
          <Tooltip label="Copies the address" keys="Mod+Shift+,">
            <Button>Tooltip</Button>
          </Tooltip>
        </Line>
        <ContextMenuArea label="Ticket" entries={entries}>
          <div className="rounded-md border border-dashed border-border-control px-3 py-4 text-muted">Right click here</div>
        </ContextMenuArea>
        <ConfirmDialog
          open={asked}
          onOpenChange={setAsked}
          title="Delete HELP-1042 for good?"
          description="Its conversation and files go with it. This cannot be undone."
          verb="Delete for good"
          onConfirm={() => announce("HELP-1042 deleted")}
        />
        <Dialog
          open={edited}
          onOpenChange={setEdited}
          title="Transfer HELP-1042"
          footer={
            <>
              <Button size="form" onClick={() => setEdited(false)}>
                Cancel
              </Button>
              <Button size="form" variant="primary" onClick={() => setEdited(false)}>
                Transfer
              </Button>
            </>
          }
        >
          <Field label="Why" hint="The next person reads this first." required>
            <Input />
          </Field>
        </Dialog>
        <Sheet open={sheet} onOpenChange={setSheet} title="Properties">
          <p className="p-4">What a phone shows from below.</p>
        </Sheet>
      </Specimen>
      <Specimen title="Toast, bulk bar">
        <Line>
          <Button onClick={() => toast({ text: "HELP-1042 resolved", undo: () => announce("Undone") })}>Show a toast</Button>
          <Button onClick={() => setSelected(selected + 1)}>Select one</Button>
        </Line>
        <div className="flex">
          <ToastFace toast={{ id: -1, text: "HELP-1042 resolved", icon: "check", undo: () => undefined, seconds: 3600 }} />
        </div>
        {selected > 0 && (
          <BulkBar count={selected} onClear={() => setSelected(0)}>
            <Button variant="ghost" icon="st-active" keys="S">
              Status
            </Button>
            <Button variant="ghost" icon="person-plus" keys="A">
              Assign
            </Button>
            <Button variant="ghost" icon="pr-high" keys="P">
              Priority
            </Button>
          </BulkBar>
        )}
      </Specimen>
      <Specimen title="Banner">
        <Banner tone="danger" action={<Button>Send again</Button>}>
          Your reply was not sent. The text is kept here.
        </Banner>
        <Banner tone="warn" title="You are offline." onDismiss={() => undefined}>
          Two changes wait for the connection.
        </Banner>
        <Banner tone="info">A new version is here. It loads with the next page.</Banner>
        <Banner tone="success">Your account is approved.</Banner>
      </Specimen>
    </>
  )
}
