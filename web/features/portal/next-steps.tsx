// What happens after a request is sent, in three lines.
import { t } from "../../words/words.ts"

/** `sent`: the first of them is behind. */
export function NextSteps({ sent = false }: { sent?: boolean }) {
  return (
    <section aria-label={t.portal.new.next} className="text-13 leading-[1.6] text-muted">
      <h2 className="mb-0.5 font-medium text-text">{t.portal.new.next}</h2>
      <ol className="list-decimal pl-[18px]">
        {t.portal.new.next_steps.slice(sent ? 1 : 0).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
