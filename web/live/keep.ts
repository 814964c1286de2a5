// On this computer's disk: the lists and tickets read last, for a first paint without waiting and for reading without a connection, and the changes
// that wait for one. One database for each person; signing out deletes it.
import type { Mutation } from "./mutation.ts"
import type { Kept } from "./ports.ts"

const prefix = "docket."
const mostKept = 80

export type Keep = {
  remember: (name: string, kept: Kept) => void
  recall: (name: string) => Promise<Kept | null>
  keep: (mutation: Mutation) => void
  forget: (mutation: Mutation) => void
  waiting: () => Promise<Mutation[]>
  close: () => void
}

/** Storage can be forbidden, full or damaged: then nothing is kept, and nothing else happens. */
export function openKeep(userId: string): Keep {
  const opening = openDatabase(`${prefix}${userId}`).catch(() => null)
  const run = async <T>(
    store: "read" | "unsent",
    mode: IDBTransactionMode,
    action: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null> => {
    const database = await opening
    if (database === null) return null
    try {
      return await answer(action(database.transaction(store, mode).objectStore(store)))
    } catch {
      return null
    }
  }
  void run("read", "readonly", (store) => store.index("at").getAllKeys()).then((names) => {
    for (const name of names?.slice(0, -mostKept) ?? []) void run("read", "readwrite", (store) => store.delete(name))
  })
  return {
    remember: (name, kept) => void run("read", "readwrite", (store) => store.put({ name, at: Date.now(), ...kept })),
    recall: (name) => run<Kept | undefined>("read", "readonly", (store) => store.get(name)).then((kept) => kept ?? null),
    keep: (mutation) => void run("unsent", "readwrite", (store) => store.put(mutation)),
    forget: ({ id }) => void run("unsent", "readwrite", (store) => store.delete(id)),
    waiting: async () =>
      ((await run<Mutation[]>("unsent", "readonly", (store) => store.getAll())) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1)),
    close: () => void opening.then((database) => database?.close()),
  }
}

/** Deletes what every person left here. */
export async function wipeKeeps(): Promise<void> {
  try {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? "").filter((name) => name.startsWith(prefix))
    await Promise.all(names.map((name) => answer(indexedDB.deleteDatabase(name))))
  } catch {
    // Without storage there is nothing to delete.
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("read", { keyPath: "name" }).createIndex("at", "at")
    opening.result.createObjectStore("unsent", { keyPath: "id" })
  }
  return answer(opening).then((database) => {
    // another tab signs out and deletes it
    database.onversionchange = () => database.close()
    return database
  })
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
