// One's own account: who I am, how it looks, and what keeps it safe. The same in both frames; in the portal it lies on a sheet.
import { useSession } from "../../api/session.ts"
import { PageBar } from "../../shell/page-bar.tsx"
import { Panel } from "../../ui/card.tsx"
import { t } from "../../words/words.ts"
import { isStaff } from "../shell/who.ts"
import { FactorSection } from "./factor-section.tsx"
import { LooksSection } from "./looks-section.tsx"
import { PasswordSection } from "./password-section.tsx"
import { ProfileSection } from "./profile-section.tsx"
import { SessionsSection } from "./sessions-section.tsx"
import { TokensSection } from "./tokens-section.tsx"

export function AccountPage() {
  return (
    <>
      <PageBar title={t.account.title} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-[880px] px-5 pt-2 pb-24 max-md:px-4">
          <Sections />
        </div>
      </div>
    </>
  )
}

export function PortalAccountPage() {
  return (
    <div className="mx-auto max-w-[860px] pt-[18px] max-md:pt-3">
      <h1 className="text-26 font-strong tracking-[-0.017em]">{t.account.title}</h1>
      <Panel className="mt-4 px-6 text-14 max-md:px-4">
        <Sections />
      </Panel>
    </div>
  )
}

function Sections() {
  const { me } = useSession()
  if (me === null) return null
  return (
    <>
      <ProfileSection user={me.user} />
      <LooksSection rows={isStaff(me)} />
      <PasswordSection user={me.user} />
      <FactorSection email={me.user.email} />
      <SessionsSection />
      <TokensSection />
    </>
  )
}
