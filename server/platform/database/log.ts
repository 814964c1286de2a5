/** The part of the logger that the database layer uses. */
export type DatabaseLog = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Says nothing; for tests. */
export const silent: DatabaseLog = { info: () => undefined, warn: () => undefined, error: () => undefined }
