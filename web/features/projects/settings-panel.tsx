// What a project is and how it works. Every field is kept when it is left or chosen; who may not change it reads it.
import type { Body } from "@docket/contract/endpoint"
import type { Project, updateProject } from "@docket/contract/projects"
import { useState } from "react"
import { toApiError } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { announce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Dot } from "../../ui/chip.tsx"
import { ConfirmDialog } from "../../ui/dialog.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { TabPanel, Tabs } from "../../ui/tabs.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { GeneralFields } from "./general-fields.tsx"
import { MembersPanel } from "./members-panel.tsx"
import { RuleFields } from "./rule-fields.tsx"
import { changeProject, dropProject } from "./save-project.ts"
import { WorkflowList } from "./workflow-list.tsx"

const tabs = ["members", "general", "rules", "workflows"] as const
export type SettingsTab = (typeof tabs)[number]
export type ProjectChanges = Body<typeof updateProject>

export function SettingsPanel({ project, onClose }: { project: Project; onClose: () => void }) {
  const words = t.projects.settings
  const [tab, setTab] = useState<SettingsTab>("members")
  const [deleting, setDeleting] = useState(false)
  const readOnly = !project.can.includes("edit")
  const save = async (changes: ProjectChanges) => {
    try {
      await changeProject(project.id, changes)
      announce(words.saved)
    } catch (error) {
      toast({ text: words.not_saved(reasonOf(toApiError(error))), icon: "warn", seconds: 8 })
    }
  }
  const remove = async () => {
    try {
      await dropProject(project.id)
      toast({ text: words.deleted(project.name) })
      onClose()
    } catch (error) {
      toast({ text: reasonOf(toApiError(error)), icon: "warn", seconds: 8 })
    }
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-bar shrink-0 items-center gap-2.5 border-b border-border-soft pr-2 pl-5 max-md:h-14">
        <Dot square color={project.color} />
        <h2 className="min-w-0 truncate text-15 font-strong">{project.name}</h2>
        <span className="text-faint tabular-nums">{project.key}</span>
        <IconButton icon="x" label={words.close} keys="Escape" className="ml-auto" onClick={onClose} />
      </header>
      <Tabs
        label={words.label}
        value={tab}
        onChange={setTab}
        tabs={tabs.map((value) => ({ value, label: words[value] }))}
        className="flex min-h-0 flex-1 flex-col"
        listClassName="shrink-0 overflow-x-auto border-b border-border-soft px-4 py-2.5"
      >
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
          {readOnly && tab !== "members" && <p className="mb-4 text-faint">{words.read_only}</p>}
          <TabPanel value="members">
            <MembersPanel project={project} />
          </TabPanel>
          <TabPanel value="general" className="flex flex-col gap-4">
            <GeneralFields project={project} readOnly={readOnly} onSave={save} />
            {project.can.includes("delete") && (
              <div className="mt-4 border-t border-border-soft pt-4">
                <Button variant="danger" icon="trash" onClick={() => setDeleting(true)}>
                  {words.delete}
                </Button>
              </div>
            )}
          </TabPanel>
          <TabPanel value="rules" className="flex flex-col gap-4">
            <RuleFields project={project} readOnly={readOnly} onSave={save} />
          </TabPanel>
          <TabPanel value="workflows">
            <WorkflowList project={project} />
          </TabPanel>
        </div>
      </Tabs>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={words.delete_title(project.name)}
        description={words.delete_text}
        verb={words.delete_verb}
        onConfirm={remove}
      />
    </div>
  )
}
