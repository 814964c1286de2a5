// A refused move in words: the rule, and what to do instead. Pure.

import type { ListedTicket } from "@docket/contract/tickets"
import type { GuardRole, Who } from "@docket/contract/workflows"
import { t } from "../../words/words.ts"
import { type Refusal, rolesToAsk } from "./verdict.ts"

export type RefusalWords = { rule: string; instead: string }
export type RefusalSetting = {
  ticket: Pick<ListedTicket, "key" | "type" | "statusName" | "statusCategory">
  /** A column's name by its status key. */
  nameOf: (column: string) => string
  target: string
  /** Members of the project who hold one of these roles, by name. Empty: nobody is known. */
  holding: (roles: readonly GuardRole[]) => readonly string[]
}

const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${t.tickets.or} ${words.at(-1)}`

function called({ role, relation }: Who): string {
  const { guard } = t.tickets
  if (role && relation) return guard.role_who(guard.role[role], guard.relation[relation])
  return role ? guard.role[role] : relation ? guard.relation[relation] : guard.anyone
}

export function refusalWords(refusal: Refusal, { ticket, nameOf, target, holding }: RefusalSetting): RefusalWords {
  const words = t.boards.refused
  const column = nameOf(target)
  switch (refusal.why) {
    case "guard": {
      const who = oneOf([...new Set(refusal.who.map(called))])
      const names = oneOf(holding(rolesToAsk(refusal.who)).slice(0, 3))
      const there = refusal.from === null ? null : nameOf(refusal.from)
      const instead = there
        ? names === ""
          ? words.drop_instead_role(there)
          : words.drop_instead(there, names)
        : names === ""
          ? words.ask_role(who)
          : ticket.statusCategory === "review"
            ? words.leave(ticket.statusName, names)
            : words.ask(names)
      return { rule: words.guard(who, column), instead }
    }
    case "unlisted":
      return {
        rule: words.not_straight(ticket.statusName, column),
        instead: refusal.path.length === 0 ? words.no_way : words.first(refusal.path.map(nameOf)),
      }
    case "foreign":
      return { rule: words.foreign(t.ui.type[ticket.type].toLowerCase(), column), instead: words.foreign_instead }
    case "not-yours":
      return { rule: words.not_yours(ticket.key), instead: words.not_yours_instead }
  }
}
