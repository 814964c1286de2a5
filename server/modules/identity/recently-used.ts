/** A bounded memory: what was used longest ago is forgotten first. */
export class RecentlyUsed<K, V> {
  readonly #kept = new Map<K, V>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(key: K): V | undefined {
    const value = this.#kept.get(key)
    if (value === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, value)
    return value
  }

  set(key: K, value: V): void {
    this.#kept.delete(key)
    this.#kept.set(key, value)
    if (this.#kept.size > this.#most) for (const oldest of this.#kept.keys()) return void this.#kept.delete(oldest)
  }

  delete(key: K): void {
    this.#kept.delete(key)
  }

  values(): Iterable<V> {
    return this.#kept.values()
  }
}
