// What a browser complains about while nobody looks: errors in the console, exceptions, failed requests, answers of 500 and what the content
// security policy refused. A journey fails on any of them, unless it said beforehand that it provokes it.
import { inspect } from "node:util"
import type { BrowserContext } from "playwright-core"

const tellRefusals = `document.addEventListener("securitypolicyviolation", (refused) => {
  console.error(\`content security policy: \${refused.violatedDirective} refused \${refused.blockedURI} (\${refused.sourceFile}:\${refused.lineNumber})\`)
})`

export class Complaints {
  readonly #heard: string[] = []
  readonly #expected: RegExp[] = []

  /** From now on and in what was heard already: this is what the journey provokes. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns)
  }

  get unexpected(): string[] {
    return this.#heard.filter((complaint) => !this.#expected.some((pattern) => pattern.test(complaint)))
  }

  async listen(context: BrowserContext, who: string): Promise<void> {
    const hear = (text: string) => this.#heard.push(`${who}: ${text}`)
    await context.addInitScript({ content: tellRefusals })
    context.on("console", (message) => {
      if (message.type() === "error") hear(`console: ${message.text()} (${message.location().url})`)
    })
    context.on("weberror", (error) => hear(`exception: ${inspect(error.error())} (${error.page()?.url()})`))
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "failed"
      // a page that is left, or a question that is no longer asked
      if (reason !== "net::ERR_ABORTED") hear(`request: ${request.method()} ${request.url()} ${reason}`)
    })
    context.on("response", (response) => {
      if (response.status() >= 500) hear(`answer: ${response.request().method()} ${response.url()} ${response.status()}`)
    })
  }
}
