import type { Redis } from "ioredis"
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible"
import { rateLimited } from "#platform/errors"

/** So many points in so many seconds; `block`: seconds for which whoever spends more is refused. */
export type Limit = { name: string; points: number; seconds: number; block?: number }
export type Standing = { limit: number; remaining: number; resetSeconds: number }

export type Limiter = {
  /** Spends points. @throws 429 where none are left. */
  spend: (limit: Limit, key: string, points?: number) => Promise<Standing>
  /** How many points have been spent, without spending any. */
  spent: (limit: Limit, key: string) => Promise<{ points: number; resetSeconds: number }>
  forget: (limit: Limit, key: string) => Promise<void>
}

/** Counts in memory, or in Redis for several processes; where Redis is away, each process counts for itself rather than not at all. */
export function makeLimiter(factor: number, redis?: Redis): Limiter {
  const limiters = new Map<string, RateLimiterMemory | RateLimiterRedis>()
  const limiterOf = (limit: Limit) => {
    let limiter = limiters.get(limit.name)
    if (limiter === undefined) {
      const options = {
        keyPrefix: `limit:${limit.name}`,
        points: limit.points * factor,
        duration: limit.seconds,
        blockDuration: limit.block ?? 0,
      }
      const memory = new RateLimiterMemory(options)
      limiter = redis
        ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory, inMemoryBlockOnConsumed: limit.points * factor })
        : memory
      limiters.set(limit.name, limiter)
    }
    return limiter
  }
  return {
    async spend(limit, key, points = 1) {
      const allowed = limit.points * factor
      if (factor === 0) return { limit: limit.points, remaining: limit.points, resetSeconds: limit.seconds }
      try {
        const answer = await limiterOf(limit).consume(key, points)
        return { limit: allowed, remaining: answer.remainingPoints, resetSeconds: Math.ceil(answer.msBeforeNext / 1000) }
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
        throw refusal
      }
    },
    async spent(limit, key) {
      const answer = factor === 0 ? null : await limiterOf(limit).get(key)
      return { points: answer?.consumedPoints ?? 0, resetSeconds: Math.max(0, Math.ceil((answer?.msBeforeNext ?? 0) / 1000)) }
    },
    async forget(limit, key) {
      await limiterOf(limit).delete(key)
    },
  }
}
