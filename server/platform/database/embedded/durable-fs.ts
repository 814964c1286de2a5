/**
 * The file system of the embedded database, with an fsync that reaches the disk. Emscripten's NODEFS has none,
 * so that as shipped a commit is only as durable as the operating system's page cache.
 */
import fs from "node:fs"
import type { PGlite } from "@electric-sql/pglite"
import { NodeFS } from "@electric-sql/pglite/nodefs"

type EmscriptenOptions = Parameters<NodeFS["init"]>[1]
type Stream = { nfd: number }
type NodeFsModule = { FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: Stream) => number } } } } }

export type DurableFsOptions = {
  /** Called when the engine cannot go on: a failed fsync (its data may be lost, PostgreSQL panics as well) or an abort. */
  onFatal: (reason: string) => never
}

export class DurableFs extends NodeFS {
  fsyncs = 0
  readonly #onFatal: (reason: string) => never

  constructor(folder: string, options: DurableFsOptions) {
    super(folder)
    this.#onFatal = options.onFatal
  }

  override async init(engine: PGlite, options: EmscriptenOptions): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(engine, options)
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        onAbort: (reason: unknown) => this.#onFatal(`the database engine aborted: ${String(reason)}`),
        preRun: [...(emscriptenOpts.preRun ?? []), (module) => this.#makeDurable(module as unknown as NodeFsModule)],
      },
    }
  }

  #makeDurable(module: NodeFsModule): void {
    module.FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
      try {
        fs.fsyncSync(stream.nfd)
      } catch (error) {
        this.#onFatal(`fsync failed: ${error instanceof Error ? error.message : String(error)}`)
      }
      this.fsyncs += 1
      return 0
    }
  }
}
