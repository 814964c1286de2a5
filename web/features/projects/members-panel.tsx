// The members of a project: add, change the role, remove. Every change is made at once and says what it did.

import { type ProjectRole, projectRoles } from "@docket/contract/permissions"
import type { Project, ProjectMember } from "@docket/contract/projects"
import { useState } from "react"
import { toApiError } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { Avatar } from "../../ui/avatar.tsx"
import { Button } from "../../ui/button.tsx"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { Picker } from "../../ui/picker.tsx"
import { SkeletonRows } from "../../ui/skeleton.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { useMe, usePeopleOptions } from "../tickets/pickers/sources.tsx"
import { useMembersQuery } from "./members.ts"
import { dropMember, setMember } from "./save-project.ts"

const roleOptions = projectRoles.map((role) => ({ value: role, label: t.projects.role[role], note: t.projects.role_hint[role] }))
const isRole = (value: string | null): value is ProjectRole => projectRoles.some((role) => role === value)

async function said(work: Promise<void>, text: string, undo?: () => void): Promise<void> {
  try {
    await work
    toast({ text, undo })
  } catch (error) {
    toast({ text: reasonOf(toApiError(error)), icon: "warn", seconds: 8 })
  }
}

export function MembersPanel({ project }: { project: Project }) {
  const words = t.projects.members
  const { data: members, error, refetch } = useMembersQuery(project.id)
  const me = useMe()
  const manages = project.can.includes("manageMembers")
  if (error) return <ErrorState error={error} title={words.failed} onRetry={() => void refetch()} />
  if (!members) return <SkeletonRows count={4} />
  const remove = ({ userId, name, role }: ProjectMember) =>
    void said(dropMember(project.id, userId), words.removed(name, project.name), () => void setMember(project.id, userId, role))
  return (
    <div className="flex flex-col">
      {members.length === 0 && (
        <p className="py-3 text-muted">
          <b className="block font-medium text-text">{words.none}</b>
          {words.none_text}
        </p>
      )}
      <ul aria-label={t.projects.settings.members}>
        {members.map((member) => (
          <li key={member.userId} className="flex h-11 items-center gap-2.5 border-b border-border-soft">
            <Avatar person={{ id: member.userId, name: member.name }} size={24} decorative />
            <span className="min-w-0 flex-1 truncate">
              {member.name}
              {member.userId === me?.id && <span className="ml-2 text-12 text-faint">{words.you}</span>}
            </span>
            {manages ? (
              <>
                <Picker
                  label={words.role_of(member.name)}
                  options={roleOptions}
                  value={member.role}
                  align="end"
                  onChange={(role) => {
                    if (isRole(role) && role !== member.role)
                      void said(setMember(project.id, member.userId, role), words.changed(member.name, t.projects.role[role]))
                  }}
                  trigger={
                    <Button
                      variant="ghost"
                      aria-label={`${words.role_of(member.name)}: ${t.projects.role[member.role]}`}
                      trailing={<Icon name="down" size={14} />}
                    >
                      {t.projects.role[member.role]}
                    </Button>
                  }
                />
                <IconButton icon="x" label={words.remove(member.name)} side="left" onClick={() => remove(member)} />
              </>
            ) : (
              <span className="text-muted">{t.projects.role[member.role]}</span>
            )}
          </li>
        ))}
      </ul>
      {manages && <AddMember project={project} members={members} />}
    </div>
  )
}

function AddMember({ project, members }: { project: Project; members: readonly ProjectMember[] }) {
  const words = t.projects.members
  const [query, setQuery] = useState("")
  const people = usePeopleOptions(query)
  const add = (userId: string | null) => {
    const person = people.find((each) => each.value === userId)
    if (person) void said(setMember(project.id, person.value, "member"), words.added(person.label, t.projects.role.member))
  }
  return (
    <div className="mt-3">
      <Picker
        label={words.add_label}
        value={null}
        onQuery={setQuery}
        onChange={add}
        options={people.map((person) => ({
          ...person,
          disabledReason: members.some((member) => member.userId === person.value) ? words.already : undefined,
        }))}
        trigger={<Button icon="person-plus">{words.add}</Button>}
      />
    </div>
  )
}
