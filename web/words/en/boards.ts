// Words of boards: columns, lanes, cards, and moving them.
import { number, plural } from "../plural.ts"

const cards = (count: number) => plural(count, "ticket", "tickets")
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const boards = {
  board: "Board",
  label: (project: string) => `Board of ${project}`,
  projects: "Projects",
  members: "Members",
  previous_column: "Previous column",
  next_column: "Next column",
  as_list: "List",
  layout: "Layout",
  new_ticket: "New",
  new_in: (column: string) => `New in ${column}`,
  column: (name: string, count: string) => `${name}, ${count}`,
  cards,
  loading_more: "Loading more",
  column_failed: "These did not load.",
  cell: (column: string, lane: string | null) => (lane === null ? column : `${column}, ${lane}`),
  peek: "Open ticket",

  card: {
    sentence: (parts: readonly string[]) => parts.join(", "),
    estimate: (points: number) => `Estimate ${number(points)}`,
    blocked: "Blocked",
    blocked_said: "blocked by an open ticket",
    due: (day: string) => `due ${day === "Today" ? "today" : day}`,
    due_today: "Today",
    due_over: (day: string) => `due ${day}, past`,
    sub_items: (done: number, all: number) => `${number(done)} of ${number(all)}`,
    sub_items_said: (done: number, all: number) => `${number(done)} of ${plural(all, "sub-ticket", "sub-tickets")} done`,
    nobody: "nobody",
    menu: (key: string) => `Move ${key}`,
  },

  menu: {
    label: (key: string) => `Move ${key}`,
    column: "To column",
    up: "Up",
    down: "Down",
    top: "To the top",
    bottom: "To the bottom",
    carry: "Carry with the arrows",
    open: "Open",
    peek: "Peek",
    at_top: "at the top",
    at_bottom: "at the bottom",
    not_yours: "not yours to change",
    foreign: "another workflow",
  },

  lanes: {
    label: (by: string) => `Lanes: ${by}`,
    title: "Lanes",
    by: { none: "none", epic: "epic", parent: "parent", assignee: "assignee" },
    option: { none: "No lanes", epic: "Epic", parent: "Parent", assignee: "Assignee" },
    rest: { none: "Everything", epic: "No epic", parent: "No parent", assignee: "Nobody" },
    progress: (percent: number) => `${number(percent)} % done`,
    points_left: (points: number) => `${plural(points, "point", "points")} left`,
    open: (name: string) => `Show the lane ${name}`,
    close: (name: string) => `Hide the lane ${name}`,
    lane: (name: string) => `Lane ${name}`,
  },

  display: {
    title: "Display",
    labels: "Labels",
    estimate: "Estimate",
    due: "Due date",
    sub_items: "Sub-tickets",
    columns: "Columns",
    card: "On cards",
  },

  hidden: {
    title: "Hidden",
    show: "Show the column",
    hide: (name: string) => `Hide ${name}`,
    menu: (name: string) => `Column ${name}`,
  },

  moves: {
    done: (key: string, column: string, position: number, of: number) =>
      `${key} moved to ${column}, position ${number(position)} of ${number(of)}`,
    done_in: (key: string, column: string) => `${key} moved to ${column}`,
    lane: (lane: string) => `lane ${lane}`,
    begun: (key: string, column: string, position: number, of: number) =>
      `Carrying ${key}, ${column}, position ${number(position)} of ${number(of)}. Arrows move it, Enter drops it, Escape puts it back.`,
    at: (column: string, position: number, of: number) => `${column}, position ${number(position)} of ${number(of)}`,
    at_lane: (place: string, lane: string) => `${place}, lane ${lane}`,
    end: "It cannot go further that way.",
    cancelled: (key: string) => `${key} is back where it was`,
    hint: (key: string) => `Carrying ${key}`,
    hint_keys: { arrows: "move", drop: "drop", cancel: "put back" },
    ask: (verb: string, key: string) => `${verb} ${key}`,
    cancel: "Put back",
    no_lane: "You may not change the lane of this ticket.",
  },

  refused: {
    guard: (who: string, column: string) => `Only ${who} moves work to ${column}`,
    drop_instead: (column: string, names: string) => `Drop it in ${column} and ${names} will see it.`,
    drop_instead_role: (column: string) => `Drop it in ${column}, where they find it.`,
    leave: (column: string, names: string) => `Leave it in ${column} and ${names} will see it.`,
    ask: (names: string) => `Ask ${names}.`,
    ask_role: (who: string) => `Ask ${who}.`,
    not_straight: (from: string, to: string) => `Work does not go from ${from} straight to ${to}`,
    first: (columns: readonly string[]) => `Move it to ${columns.join(", then to ")} first.`,
    no_way: "The workflow has no way there for you.",
    foreign: (type: string, column: string) => sentence(`${type} tickets have no status ${column}`),
    foreign_instead: "They follow another workflow.",
    not_yours: (key: string) => `${key} is not yours to move`,
    not_yours_instead: "Those who work on it, or in this project, move it.",
    lane: (lane: string) => `It cannot go into the lane ${lane}`,
    said: (rule: string, instead: string) => `${rule}. ${instead}`,
  },

  empty: {
    first: "No tickets yet",
    first_text: (project: string) =>
      `A board shows the work of ${project} as it moves from status to status. The first ticket appears on the left.`,
    first_action: "Write the first ticket",
    column: "Nothing here",
    missing: "This project does not exist, or you cannot see it",
    missing_text: "Ask its manager to add you as a member.",
    all_projects: "See all projects",
    failed: "The board did not load",
  },
}
