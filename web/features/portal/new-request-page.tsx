// A new request: keeps the draft, looks for similar ones, sends, and says that it arrived.
import { useEffect, useMemo, useState } from "react"
import { toApiError } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { useProjects } from "../../live/hooks.ts"
import { createTicket } from "../../live/mutations.ts"
import { announce } from "../../ui/announcer.tsx"
import { useNavigation } from "../../ui/link.tsx"
import { t } from "../../words/words.ts"
import { useAddress } from "../tickets/address.ts"
import { useCategoryOptions, useMe } from "../tickets/pickers/sources.tsx"
import { NewRequestForm } from "./new-request-form.tsx"
import { NextSteps } from "./next-steps.tsx"
import { emptyDraft, keepRequestDraft, kinds, newTicketOf, type RequestDraft, readRequestDraft } from "./request-draft.ts"
import { RequestSent } from "./request-sent.tsx"
import { SimilarPanel } from "./similar-panel.tsx"
import { useSimilar } from "./use-similar.ts"

type Sent = { key: string | null; title: string }

export function NewRequestPage() {
  const me = useMe()
  const personId = me?.id ?? ""
  const { search, change: changeAddress } = useAddress()
  const { navigate } = useNavigation()
  const categories = useCategoryOptions()
  const projects = useProjects()
  const [draft, setDraft] = useState<RequestDraft>(() => begun(readRequestDraft(personId), search))
  // What came with the address is part of the draft from now on, so that it survives a reload.
  const came = search.has("title") || search.has("category")
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when one arrives
  useEffect(() => {
    if (!came) return
    keepRequestDraft(personId, draft)
    changeAddress((now) => {
      now.delete("title")
      now.delete("category")
      return now
    })
  }, [came])
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [sent, setSent] = useState<Sent | null>(null)
  const similar = useSimilar(sent ? "" : draft.title)

  const desks = useMemo(() => {
    const open = projects.filter((project) => project.kind === "desk" && project.can.includes("createTicket"))
    return [...open].sort((a, b) => Number(b.default) - Number(a.default) || a.name.localeCompare(b.name))
  }, [projects])
  const desk = desks.find((each) => each.id === draft.desk) ?? desks[0]
  const offered = desk?.types ?? kinds
  const kind = offered.some((type) => type === draft.kind)
    ? draft.kind
    : (kinds.find((each) => offered.some((type) => type === each)) ?? draft.kind)
  const shown: RequestDraft = { ...draft, desk: desk?.id ?? null, kind }

  const change = (part: Partial<RequestDraft>) => {
    const next = { ...shown, ...part }
    setDraft(next)
    keepRequestDraft(personId, next)
  }
  const send = async () => {
    setTried(true)
    if (draft.title.trim() === "" || busy) return
    setBusy(true)
    setFailed(null)
    try {
      const ticket = await createTicket(newTicketOf(shown))
      keepRequestDraft(personId, emptyDraft)
      const words = t.portal.new
      announce(ticket ? words.sent(ticket.key) : words.kept)
      setSent({ key: ticket?.key ?? null, title: draft.title.trim() })
      window.scrollTo({ top: 0 })
    } catch (error) {
      setFailed(reasonOf(toApiError(error)))
    } finally {
      setBusy(false)
    }
  }
  const another = () => {
    setSent(null)
    setTried(false)
    setDraft(emptyDraft)
  }
  if (sent) return <RequestSent ticketKey={sent.key} title={sent.title} onAnother={another} />
  return (
    <div className="grid items-start gap-10 pt-[18px] wide:grid-cols-[minmax(0,1fr)_348px]">
      <section>
        <h1 className="mb-[18px] text-26 font-strong tracking-[-0.017em]">{t.portal.new.title}</h1>
        <NewRequestForm
          draft={shown}
          onChange={change}
          desks={desks}
          offered={offered}
          categories={categories}
          error={tried && draft.title.trim() === "" ? t.portal.new.what_needed : null}
          failed={failed}
          busy={busy}
          saved={draft.title.trim() !== "" || draft.text.trim() !== ""}
          onSend={() => void send()}
          onCancel={() => navigate("/portal")}
          beside={<SimilarPanel similar={similar} typed={draft.title} most={3} />}
        />
      </section>
      <aside className="flex flex-col gap-6 max-wide:hidden wide:pt-[50px]">
        <SimilarPanel similar={similar} typed={draft.title} />
        <div className={similar.length > 0 ? "pl-4" : ""}>
          <NextSteps />
        </div>
      </aside>
    </div>
  )
}

/** The kept draft, with what the person said on the way here. Another question begins anew. */
function begun(kept: RequestDraft, search: URLSearchParams): RequestDraft {
  const title = search.get("title")
  const draft = title && title !== kept.title ? { ...emptyDraft, title } : kept
  return search.get("category") ? { ...draft, category: search.get("category") } : draft
}
