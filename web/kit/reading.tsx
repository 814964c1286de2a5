// Times and Markdown.
import { Markdown } from "../ui/markdown.tsx"
import { RelativeTime } from "../ui/relative-time.tsx"
import { Line, Specimen } from "./specimen.tsx"

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

const sample = `RADIUS re-checks the client certificate **every 600 s**: \`reason=cert-expired\`. @priya there are 11 more, see HELP-1047 and [the log](https://marlow.example/log).

# Steps
1. Open the *profile*
2. Remove the old CA

- [x] Laptop of Ines
- [ ] The other eleven

> It worked on Friday.

\`\`\`sh
openssl x509 -in client.pem -noout -enddate
\`\`\`

| Site | Laptops |
| --- | ---: |
| Utrecht | 11 |
| Leeds | 0 |

<script>alert(1)</script> [no](javascript:alert(1)) &amp; plain`

export function Reading() {
  return (
    <>
      <Specimen title="Times">
        <Line>
          {[0, 14, 190, 1500, 60_000, 900_000].map((minutes) => (
            <RelativeTime key={minutes} at={ago(minutes)} className="text-muted" />
          ))}
        </Line>
        <Line>
          {[0, 14, 190, 1500, 60_000].map((minutes) => (
            <RelativeTime key={minutes} at={ago(minutes)} form="brief" className="text-faint" />
          ))}
          <RelativeTime at={ago(1500)} form="clock" className="text-faint" />
        </Line>
      </Specimen>
      <Specimen title="Markdown">
        <Markdown source={sample} mention={(name) => (name === "priya" ? "Priya" : null)} ticketHref={(key) => `/tickets/${key}`} />
      </Specimen>
      <Specimen title="Markdown on a note">
        <div className="relative rounded-md py-2 pr-4 pl-[22px] paper-note edge-note">
          <i className="absolute inset-y-[9px] left-[9px] w-[3px] perforated [--tear:var(--note-border)]" />
          <Markdown
            source="Hers lapsed on 14 November. @priya there are 11 more, list in HELP-1047."
            ticketHref={(key) => `/tickets/${key}`}
          />
        </div>
      </Specimen>
    </>
  )
}
