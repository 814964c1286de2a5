// Who belongs to a project, as faces in its row.
import type { Project } from "@docket/contract/projects"
import { AvatarStack } from "../../ui/avatar.tsx"
import { t } from "../../words/words.ts"
import { useMembersQuery } from "./members.ts"
import { useSeen } from "./use-seen.ts"

export function MembersCell({ project }: { project: Project }) {
  const [ref, seen] = useSeen<HTMLSpanElement>()
  const { data } = useMembersQuery(seen ? project.id : undefined)
  return (
    <span ref={ref} className="flex min-h-5 items-center">
      {data && data.length > 0 && (
        <AvatarStack people={data.map(({ userId, name }) => ({ id: userId, name }))} size={22} max={4} label={t.projects.column.members} />
      )}
      {data?.length === 0 && <span className="text-faint">{t.projects.nobody}</span>}
    </span>
  )
}
