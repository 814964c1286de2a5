/**
 * Tickets: the spine. What people ask for and work on, their way along a workflow, the conversation about them and everything that happened to them.
 * Owns `tickets`, `ticket_links`, `comments`, `comment_versions` and `comment_reactions`.
 * Promises: nobody reads or learns of a ticket that does not name them among its viewers; internal notes reach only those who work its project;
 * every change is one transaction with its event; of two who change the same thing at once, nobody loses anything unseen.
 */
export { addComment } from "./add-comment.ts"
export { assignTicket, transferTicket } from "./assign.ts"
export { claimTicket } from "./claim.ts"
export { type Continued, continueTickets } from "./continue-tickets.ts"
export { createTicket } from "./create.ts"
export { importTickets, type PastEnds, type PastTicket, ticketsReferring } from "./import-tickets.ts"
export { jobs } from "./jobs.ts"
export { addLink } from "./link.ts"
export { changesOf, type PastFields, type PastStep } from "./past.ts"
export { maySee } from "./queries.ts"
export { newestRank } from "./rank.ts"
export { reactions } from "./reactions.ts"
export { routes } from "./routes.ts"
export { priorityRank, viewersOf } from "./rules.ts"
export { sentences } from "./sentences.ts"
export { updateTicket } from "./update.ts"
export { watchTicket } from "./watch.ts"
export { withdrawTicket } from "./withdraw.ts"
