/** The statements that have lost other people's data: a migration may hold them only on a line that says who looked at it and why it is safe. */

const DANGEROUS: { what: string; pattern: RegExp }[] = [
  { what: "TRUNCATE", pattern: /\btruncate\b/i },
  { what: "DROP TABLE", pattern: /\bdrop\s+table\b/i },
  { what: "DROP COLUMN", pattern: /\bdrop\s+column\b/i },
  { what: "DROP SCHEMA or DATABASE", pattern: /\bdrop\s+(schema|database)\b/i },
  { what: "CASCADE", pattern: /\bcascade\b/i },
]

const REVIEWED = /--\s*reviewed:\s*\S/i

/** `line: what` for each danger that nobody has reviewed. */
export function dangersIn(sql: string): string[] {
  const lines = sql.split("\n")
  const found: { line: number; what: string }[] = []
  const report = (index: number, what: string) => {
    if (!REVIEWED.test(lines[index] ?? "")) found.push({ line: index + 1, what })
  }
  lines.forEach((line, index) => {
    const code = withoutComment(line)
    for (const { what, pattern } of DANGEROUS) if (pattern.test(code)) report(index, what)
    if (/\balter\s+table\b.*\bdrop\s+(?!constraint|default|not|identity|expression|column)\w/i.test(code)) report(index, "DROP COLUMN")
  })
  for (const index of unboundedDeletes(lines)) report(index, "DELETE without WHERE")
  return found.sort((a, b) => a.line - b.line).map(({ line, what }) => `${line}: ${what}`)
}

/** Lines on which a DELETE begins whose statement has no WHERE. */
function unboundedDeletes(lines: string[]): number[] {
  const code = lines.map(withoutComment).join("\n")
  const starts: number[] = []
  for (const match of code.matchAll(/\bdelete\s+from\b[^;]*/gi)) {
    if (!/\bwhere\b/i.test(match[0])) starts.push(code.slice(0, match.index).split("\n").length - 1)
  }
  return starts
}

function withoutComment(line: string): string {
  return line.replace(/--.*/, "")
}
