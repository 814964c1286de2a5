// A board without cards: because nothing has been written yet, or because filters hide it all.
import { runCommand } from "../../commands/active.ts"
import { Button } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { t } from "../../words/words.ts"
import type { Filter } from "../tickets/filters/filter-model.ts"
import { FilterText } from "../tickets/filters/filter-words.tsx"

export type BoardEmptyProps = {
  projectKey: string
  projectName: string
  filters: readonly Filter[]
  onFilters: (filters: Filter[]) => void
  mayCreate: boolean
}

export function BoardEmpty({ projectKey, projectName, filters, onFilters, mayCreate }: BoardEmptyProps) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      {filters.length > 0 ? (
        <EmptyState
          kind="filtered"
          title={t.tickets.empty.filtered}
          pills={filters.map((filter) => <FilterText key={filter.field} filter={filter} project={projectKey} />)}
          actions={
            <Button variant="primary" size="form" onClick={() => onFilters([])}>
              {t.tickets.filter.clear}
            </Button>
          }
        />
      ) : (
        <EmptyState
          kind="first-use"
          icon="board"
          title={t.boards.empty.first}
          actions={
            mayCreate && (
              <Button variant="primary" size="form" icon="plus" keys="C" onClick={() => runCommand("ticket.create")}>
                {t.boards.empty.first_action}
              </Button>
            )
          }
        >
          {t.boards.empty.first_text(projectName)}
        </EmptyState>
      )}
    </div>
  )
}
