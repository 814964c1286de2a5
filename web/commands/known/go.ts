// Where one can go from everywhere.
import { t } from "../../words/words.ts"
import type { Command } from "../command.ts"

const { label } = t.commands

export const goCommands: readonly Command[] = [
  { id: "go.home", label: label.home, keys: "G H", icon: "home", group: "go", section: "go" },
  { id: "go.mine", label: label.mine, keys: "G M", icon: "mine", group: "go", section: "go", words: "assigned to me" },
  { id: "go.queue", label: label.queue, keys: "G Q", icon: "queue", group: "go", section: "go", words: "service desk tickets" },
  { id: "go.board", label: label.board, keys: "G B", icon: "board", group: "go", section: "go", words: "kanban columns" },
  { id: "go.projects", label: label.projects, keys: "G P", icon: "box", group: "go", section: "go" },
  { id: "go.people", label: label.people, keys: "G U", icon: "people", group: "go", section: "go", words: "users accounts administration" },
  { id: "go.project", label: label.project, asks: true, keys: "O P", icon: "box", group: "go", section: "go", words: "open project" },
]
