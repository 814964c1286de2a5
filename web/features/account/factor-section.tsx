// The second factor: whether there is one, setting it up, new recovery codes, turning it off.
import { disableSecondFactor, renewRecoveryCodes, secondFactor } from "@docket/contract/second-factor"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { call } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { wasDeclined } from "../../api/remedy.ts"
import { queries } from "../../live/reference.ts"
import { Button } from "../../ui/button.tsx"
import { ConfirmDialog } from "../../ui/dialog.tsx"
import { Icon } from "../../ui/icon.tsx"
import { RelativeTime } from "../../ui/relative-time.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { AccountSection, Unread } from "./account-section.tsx"
import { FactorSetUp } from "./factor-set-up.tsx"
import { RecoveryCodes } from "./recovery-codes.tsx"

const words = t.account.factor
const few = 3

export function FactorSection({ email }: { email: string }) {
  const { data, error, refetch } = useQuery({ queryKey: ["second-factor"], queryFn: () => call(secondFactor), staleTime: 0 })
  const [asking, setAsking] = useState<"off" | "codes" | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const changed = () => {
    setCodes(null)
    // other sessions end with it
    void queries.invalidateQueries({ queryKey: ["own-sessions"] })
    return refetch()
  }
  /** Whoever did not want to show their password has changed their mind; anything else is said. */
  const act = async (action: () => Promise<void>) => {
    try {
      await action()
    } catch (failure) {
      if (!wasDeclined(failure)) toast({ text: reasonOf(failure), icon: "warn" })
    }
  }
  const turnOff = () =>
    act(async () => {
      await call(disableSecondFactor)
      toast({ text: words.turned_off })
      await changed()
    })
  const renew = () => act(async () => setCodes((await call(renewRecoveryCodes)).recoveryCodes))
  return (
    <AccountSection title={words.title} text={words.text}>
      {data === undefined ? (
        <Unread error={error} onRetry={() => void refetch()} />
      ) : codes !== null ? (
        <RecoveryCodes codes={codes} email={email} done={words.kept} onDone={() => void changed()} />
      ) : data.active ? (
        <>
          <p className="flex items-start gap-2">
            <Icon name="shield" className="mt-px text-success" />
            <span>
              {words.on} {data.since && <RelativeTime at={data.since} />}. {words.codes_left(data.recoveryCodesLeft)}{" "}
              {data.recoveryCodesLeft <= few && <span className="text-warn">{words.few_left}</span>}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="form" onClick={() => setAsking("codes")}>
              {words.new_codes}
            </Button>
            <Button
              size="form"
              variant="danger"
              disabledReason={data.required ? words.required : undefined}
              onClick={() => setAsking("off")}
            >
              {words.turn_off}
            </Button>
          </div>
        </>
      ) : (
        <FactorSetUp email={email} onDone={() => void changed()}>
          <p className="text-muted">{data.required ? words.required : words.off}</p>
        </FactorSetUp>
      )}
      <ConfirmDialog
        open={asking === "off"}
        onOpenChange={(open) => setAsking(open ? "off" : null)}
        title={words.turn_off_title}
        description={words.turn_off_text}
        verb={words.turn_off}
        onConfirm={turnOff}
      />
      <ConfirmDialog
        open={asking === "codes"}
        onOpenChange={(open) => setAsking(open ? "codes" : null)}
        title={words.new_codes_title}
        description={words.new_codes_text}
        verb={words.make}
        danger={false}
        onConfirm={renew}
      />
    </AccountSection>
  )
}
