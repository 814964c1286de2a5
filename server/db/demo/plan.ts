import type { Step } from "./deeds.ts"
import { access } from "./desk/access.ts"
import { arrivals } from "./desk/arrivals.ts"
import { email } from "./desk/email.ts"
import { facilities } from "./desk/facilities.ts"
import { hardware } from "./desk/hardware.ts"
import { network } from "./desk/network.ts"
import { peopleDesk } from "./desk/people-desk.ts"
import { presentHelp } from "./desk/present-help.ts"
import { present } from "./desk/present-life.ts"
import { presentFacilities, presentPeople, waitingHelp } from "./desk/present-queue.ts"
import { printing } from "./desk/printing.ts"
import { sap } from "./desk/sap.ts"
import { security } from "./desk/security.ts"
import { software } from "./desk/software.ts"
import { unfold } from "./unfold.ts"
import { app } from "./work/app.ts"
import { clean } from "./work/clean.ts"
import { births } from "./work/life.ts"
import { move } from "./work/move.ts"
import { web } from "./work/web.ts"

const help = [...network, ...access, ...hardware, ...printing, ...software, ...sap, ...email, ...security]

/** Everything that happened to tickets, in the order of time. */
export function planPast(now: number): Step[] {
  return unfold(now, [
    ...arrivals(now, "HELP", help),
    ...arrivals(now, "FAC", facilities),
    ...arrivals(now, "PEOPLE", peopleDesk),
    ...present(now, "HELP", [...presentHelp, ...waitingHelp]),
    ...present(now, "FAC", presentFacilities),
    ...present(now, "PEOPLE", presentPeople),
    ...[web, app, clean, move].flatMap((plan) => births(now, plan)),
  ])
}
