// Theme and row height, as in the menu of the account.
import { type Density, type ThemeChoice, useDensity, useTheme } from "../../theme.ts"
import { SegmentedControl } from "../../ui/segmented-control.tsx"
import { t } from "../../words/words.ts"
import { AccountSection } from "./account-section.tsx"

const words = t.account.looks

/** `rows`: there are lists whose rows can be higher. */
export function LooksSection({ rows }: { rows: boolean }) {
  const [theme, setTheme] = useTheme()
  const [density, setDensity] = useDensity()
  return (
    <AccountSection title={words.title} text={words.text}>
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <div className="flex flex-col items-start gap-1.5">
          <span className="font-medium">{words.theme}</span>
          <SegmentedControl<ThemeChoice>
            label={words.theme}
            value={theme}
            onChange={setTheme}
            segments={[
              { value: "system", label: t.shell.theme_system },
              { value: "light", label: t.shell.theme_light, icon: "sun" },
              { value: "dark", label: t.shell.theme_dark, icon: "moon" },
            ]}
          />
        </div>
        {rows && (
          <div className="flex flex-col items-start gap-1.5">
            <span className="font-medium">{words.density}</span>
            <SegmentedControl<Density>
              label={words.density}
              value={density}
              onChange={setDensity}
              segments={[
                { value: "compact", label: t.frame.compact },
                { value: "comfortable", label: t.frame.comfortable },
              ]}
            />
          </div>
        )}
      </div>
    </AccountSection>
  )
}
