// The screens before one is in, with sample answers: /kit#sign-in, #demo, #register, #closed, #pending, #set-up, #used, #code, #forgot, #sent,
// #reset, #reset-done, #bad-link, #invitation, #bad-invitation, #somebody.
import { useState } from "react"
import { CodeScreen } from "../sign-in/code-screen.tsx"
import { ForgotScreen } from "../sign-in/forgot-screen.tsx"
import { BadInvitationScreen, InvitationScreen, SomebodyScreen } from "../sign-in/invitation-screen.tsx"
import { PendingScreen, RegisterScreen } from "../sign-in/register-screen.tsx"
import { ResetScreen } from "../sign-in/reset-screen.tsx"
import { SetUpScreen } from "../sign-in/set-up-screen.tsx"
import { SignInScreen } from "../sign-in/sign-in-screen.tsx"

const sideDoors = ["code", "forgot", "sent", "reset", "reset-done", "bad-link", "invitation", "bad-invitation", "somebody"] as const
export const entryScreens = ["sign-in", "demo", "register", "closed", "pending", "set-up", "used", ...sideDoors] as const
export type EntryName = (typeof entryScreens)[number]

const departments = ["Finance", "Production", "Sales", "People"].map((name) => ({ id: name, name }))

export function Entry({ name }: { name: EntryName }) {
  const [refused, setRefused] = useState(false)
  const shared = { organization: "Marlow Instruments", busy: false as const, onSubmit: () => setRefused(true) }
  if (name === "sign-in" || name === "demo") {
    return (
      <SignInScreen
        {...shared}
        demo={name === "demo"}
        registration
        problems={refused ? { form: "Email and password do not match. Check both, capitals too." } : {}}
        onDemo={() => undefined}
      />
    )
  }
  const sideDoor = sideDoors.find((each) => each === name)
  if (sideDoor !== undefined) return <SideDoor name={sideDoor} refused={refused} onSubmit={shared.onSubmit} />
  if (name === "pending") return <PendingScreen email="emil.sorensen@marlow.example" />
  if (name === "set-up" || name === "used") return <SetUpScreen {...shared} used={name === "used"} />
  return (
    <RegisterScreen
      {...shared}
      registration={name === "closed" ? "closed" : "approval"}
      departments={departments}
      problems={refused ? { email: "There is an account with this email already. Sign in instead." } : {}}
    />
  )
}

/** Judges by length alone, which is enough to see every step of it. */
const judge = async (password: string) => ({
  score: Math.min(4, Math.floor(password.length / 4)),
  problem: password.length < 8 ? "must have at least 8 characters" : null,
})

function SideDoor({ name, refused, onSubmit }: { name: (typeof sideDoors)[number]; refused: boolean; onSubmit: () => void }) {
  const shared = { busy: false, onSubmit }
  switch (name) {
    case "code":
      return <CodeScreen {...shared} problems={refused ? { code: "wrong" } : {}} onBack={() => undefined} />
    case "forgot":
    case "sent":
      return <ForgotScreen {...shared} sent={name === "sent" ? "emil.sorensen@marlow.example" : null} onAgain={() => undefined} />
    case "reset":
    case "reset-done":
    case "bad-link":
      return <ResetScreen {...shared} judge={judge} state={name === "reset" ? "open" : name === "bad-link" ? "bad" : "done"} />
    case "bad-invitation":
      return <BadInvitationScreen />
    case "somebody":
      return <SomebodyScreen name="Amara Okafor" busy={false} onSignOut={onSubmit} />
    case "invitation":
      return (
        <InvitationScreen
          {...shared}
          judge={judge}
          organization="Marlow Instruments"
          invitation={{ email: "emil.sorensen@marlow.example", role: "agent", expiresAt: "2026-11-28T09:00:00.000Z" }}
        />
      )
  }
}
