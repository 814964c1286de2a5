// Every word the app says, in English: one file per feature. A translation is another object of the type Words.
import { account } from "./en/account.ts"
import { boards } from "./en/boards.ts"
import { commands } from "./en/commands.ts"
import { frame } from "./en/frame.ts"
import { live } from "./en/live.ts"
import { portal } from "./en/portal.ts"
import { projects } from "./en/projects.ts"
import { shell } from "./en/shell.ts"
import { sign_in } from "./en/sign-in.ts"
import { tickets } from "./en/tickets.ts"
import { time } from "./en/time.ts"
import { ui } from "./en/ui.ts"
import { way_in } from "./en/way-in.ts"

export const en = { account, boards, commands, frame, live, portal, projects, shell, sign_in, tickets, time, ui, way_in }

export type Words = typeof en
