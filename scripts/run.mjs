// Runs a command, shows what it says, and answers its exit code and output.
import { spawn } from "node:child_process"

export function run(command, args, { cwd, env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk
        if (!quiet) process.stdout.write(chunk)
      })
    child.on("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }))
    child.on("close", (code) => resolve({ code: code ?? 1, output }))
  })
}
