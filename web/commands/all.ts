// Every command, in the order in which palette and sheet show them. A test refuses two that want the same keys.
import type { Command } from "./command.ts"
import { appCommands } from "./known/app.ts"
import { goCommands } from "./known/go.ts"
import { listCommands } from "./known/list.ts"
import { ticketCommands } from "./known/ticket.ts"

export const allCommands: readonly Command[] = [...ticketCommands, ...listCommands, ...goCommands, ...appCommands]
