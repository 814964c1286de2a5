// A project's colour, one of eight that can be told apart. It is shown as a dot in the theme's lightness.
import { RadioGroup } from "radix-ui"
import { Dot } from "../../ui/chip.tsx"
import { t } from "../../words/words.ts"

const names: Record<string, string> = t.projects.colors
export const projectColors: readonly string[] = Object.keys(names)

export function ColorField({ value, onChange }: { value: string; onChange: (color: string) => void }) {
  const colors = projectColors.includes(value) ? projectColors : [value, ...projectColors]
  return (
    <RadioGroup.Root
      aria-label={t.projects.create.color}
      value={value}
      onValueChange={onChange}
      orientation="horizontal"
      className="flex flex-wrap gap-1"
    >
      {colors.map((color) => (
        <RadioGroup.Item
          key={color}
          value={color}
          aria-label={names[color] ?? color}
          title={names[color] ?? color}
          className="grid size-control place-items-center rounded-sm hover:bg-hover data-[state=checked]:bg-pressed data-[state=checked]:edge-choice"
        >
          <Dot square color={color} className="size-3.5!" />
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
