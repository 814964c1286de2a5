// On phones the queue's name is the way to the other queues.
import { useProjects } from "../../live/hooks.ts"
import { Dot } from "../../ui/chip.tsx"
import { Icon } from "../../ui/icon.tsx"
import { useNavigation } from "../../ui/link.tsx"
import { usePhone } from "../../ui/media.ts"
import { Menu } from "../../ui/menu.tsx"
import { t } from "../../words/words.ts"

export function ProjectTitle({ name, projectKey }: { name: string; projectKey: string }) {
  const phone = usePhone()
  const projects = useProjects()
  const { navigate } = useNavigation()
  if (!phone || projects.length < 2) return <>{name}</>
  return (
    <Menu
      label={t.tickets.list.projects}
      entries={projects.map((project) => ({
        label: project.name,
        icon: <Dot square color={project.color} />,
        checked: project.key === projectKey,
        onSelect: () => navigate(`/queue/${project.key}`),
      }))}
      trigger={
        <button type="button" className="flex h-touch max-w-full items-center gap-1.5">
          <span className="truncate">{name}</span>
          <Icon name="down" className="text-faint" />
        </button>
      }
    />
  )
}
