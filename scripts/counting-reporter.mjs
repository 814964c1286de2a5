// A test reporter that prints what failed, with why, and at the end how many tests passed and failed (suites do not count).
export default async function* report(source) {
  let passed = 0
  let failed = 0
  for await (const { type, data } of source) {
    const isSuite = data?.details?.type === "suite"
    if (type === "test:pass" && !isSuite && data.skip === undefined && data.todo === undefined) passed += 1
    if (type === "test:fail" && (!isSuite || data.details?.error?.failureType === "hookFailed")) {
      failed += 1
      const error = data.details?.error
      const cause = error?.cause ?? error
      yield `\n✖ ${data.name} (${data.file ?? ""}:${data.line ?? ""})\n${cause?.stack ?? cause?.message ?? cause}\n`
    }
    if (type === "test:stderr" || type === "test:stdout") yield data.message
  }
  yield `\npassed ${passed}\nfailed ${failed}\n`
}
