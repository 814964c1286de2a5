/** `@username` and `@[Full name](id)` in Markdown, outside of code. */
const written = /(?:^|[^\w@/])@(?:\[[^\]\n]{1,100}\]\(([0-9a-f-]{36})\)|([a-zA-Z0-9][a-zA-Z0-9._-]{2,49}))/g

/** Who is mentioned, by id or by user name; at most 50. Pure. */
export function mentioned(markdown: string): { ids: string[]; usernames: string[] } {
  const text = markdown.replaceAll(/```[\s\S]*?(```|$)/g, " ").replaceAll(/`[^`\n]*`/g, " ")
  const ids = new Set<string>()
  const usernames = new Set<string>()
  for (const [, id, username] of text.matchAll(written)) {
    if (ids.size + usernames.size >= 50) break
    if (id !== undefined) ids.add(id)
    if (username !== undefined) usernames.add(username.replace(/[._-]+$/, "").toLowerCase())
  }
  return { ids: [...ids], usernames: [...usernames] }
}
