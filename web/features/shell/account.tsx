// The account's menu: who I am, how it looks, the way out. Signing out asks only where something would be lost.
import type { Me } from "@docket/contract/identity"
import { useState } from "react"
import { signOut } from "../../api/session.ts"
import { useCommand } from "../../commands/active.ts"
import { forgetRecent } from "../../commands/preferences.ts"
import { useConnection } from "../../live/hooks.ts"
import { type ThemeChoice, useDensity, useTheme } from "../../theme.ts"
import { ConfirmDialog } from "../../ui/dialog.tsx"
import { useNavigation } from "../../ui/link.tsx"
import type { MenuEntry } from "../../ui/menu.tsx"
import { t } from "../../words/words.ts"
import { draftKey } from "../tickets/conversation/drafts.ts"

const themes: { value: ThemeChoice; label: string; icon: "laptop" | "sun" | "moon" }[] = [
  { value: "system", label: t.shell.theme_system, icon: "laptop" },
  { value: "light", label: t.shell.theme_light, icon: "sun" },
  { value: "dark", label: t.shell.theme_dark, icon: "moon" },
]

/** What one person began to write is nobody else's business. */
function forgetDrafts(personId: string): void {
  const mine = draftKey(personId, "", "").replace(/:+$/, ":")
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(mine)) localStorage.removeItem(key)
  } catch {
    // Without storage there are none.
  }
}

/** `home`: where the account is looked after, in this frame. `extra` stands first. `dialog` has to be drawn somewhere. */
export function useAccount(me: Me, home: string, extra: MenuEntry[] = []) {
  const [theme, setTheme] = useTheme()
  const [density, setDensity] = useDensity()
  const { pendingCount } = useConnection()
  const { navigate } = useNavigation()
  const [asking, setAsking] = useState(false)
  const leave = () => {
    forgetRecent()
    forgetDrafts(me.user.id)
    return signOut()
  }
  const start = () => (pendingCount > 0 ? setAsking(true) : void leave())
  useCommand("app.sign_out", start)
  const entries: MenuEntry[] = [
    { kind: "heading", label: me.user.email },
    ...extra,
    { label: t.account.title, icon: "shield", onSelect: () => navigate(home) },
    {
      label: t.shell.theme,
      icon: themes.find(({ value }) => value === theme)?.icon,
      items: themes.map(({ value, label, icon }) => ({ label, icon, checked: value === theme, onSelect: () => setTheme(value) })),
    },
    {
      label: t.frame.density,
      icon: "list",
      items: (["compact", "comfortable"] as const).map((value) => ({
        label: t.frame[value],
        checked: value === density,
        onSelect: () => setDensity(value),
      })),
    },
    { kind: "separator" },
    { label: t.frame.sign_out, icon: "sign-out", onSelect: start },
  ]
  const dialog = (
    <ConfirmDialog
      open={asking}
      onOpenChange={setAsking}
      title={t.frame.sign_out_title}
      description={t.frame.sign_out_unsent(pendingCount)}
      verb={t.frame.sign_out}
      danger
      onConfirm={leave}
    />
  )
  return { entries, dialog }
}
