import { printEnvExample } from "#platform/config"

export async function run(): Promise<number> {
  process.stdout.write(printEnvExample())
  return 0
}
