// Before anything else: the role asks for a second factor, and there is none yet. Whoever has one goes on to their account.
import { secondFactor } from "@docket/contract/second-factor"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { call } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { signOut, useSession } from "../../api/session.ts"
import { EntryFrame } from "../../sign-in/entry-frame.tsx"
import { LinkCheck } from "../../sign-in/link-frames.tsx"
import { Button } from "../../ui/button.tsx"
import { t } from "../../words/words.ts"
import { FactorSetUp } from "../account/factor-set-up.tsx"
import { useDocumentTitle } from "../shell/document-title.ts"

const words = t.way_in.enrol

export function EnrolPage() {
  const { me, options } = useSession()
  const [begun, setBegun] = useState(false)
  const { data, error, refetch } = useQuery({ queryKey: ["second-factor"], queryFn: () => call(secondFactor) })
  useDocumentTitle(words.title)
  const elsewhere = data?.active === true && !begun
  // set up in another window meanwhile: what was refused here until now is read anew
  useEffect(() => {
    if (elsewhere) window.location.replace("/account")
  }, [elsewhere])
  if (me === null || elsewhere) return null
  if (data === undefined)
    return (
      <LinkCheck
        title={words.title}
        failed={t.account.failed}
        problem={error === null ? null : reasonOf(error)}
        onRetry={() => void refetch()}
      />
    )
  return (
    <EntryFrame title={words.title} lead={data.required ? words.lead(options?.organization ?? "Docket") : words.lead_free}>
      <FactorSetUp
        email={me.user.email}
        done={words.go_on}
        primary
        onBegun={() => setBegun(true)}
        onDone={() => window.location.assign("/")}
      />
      <div>
        <Button variant="ghost" icon="sign-out" className="-ml-2.5" onClick={() => void signOut()}>
          {words.sign_out}
        </Button>
      </div>
    </EntryFrame>
  )
}
