/** What the worker and the thread that started it tell each other. */
export type WorkerOptions = { folder: string; socket: string; durable: boolean; idleInTransactionMs: number }

export type Counters = { fsyncs: number; units: number; clients: number }

export type ToWorker = { type: "stop" } | { type: "counters"; request: number }

export type FromWorker =
  | { type: "ready" }
  | { type: "counters"; request: number; counters: Counters }
  /** something went wrong that the database survives */
  | { type: "trouble"; reason: string }
  /** and something that it does not */
  | { type: "fatal"; reason: string }
