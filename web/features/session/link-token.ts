// What a one-time link carries behind its #, before the server is asked. Pure.

/** Long enough, and made of what such a token is made of; anything else was cut off on the way. */
export const isWhole = (token: string): boolean => /^[A-Za-z0-9_-]{20,200}$/.test(token)
