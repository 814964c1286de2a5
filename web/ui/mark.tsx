// The product's mark: a D whose stem is a tear-off stub.
import { Icon, type IconSize } from "./icon.tsx"

export function Mark({ size = 20, mono = false, label }: { size?: IconSize; mono?: boolean; label?: string }) {
  return <Icon name={mono ? "mark-mono" : "mark"} size={size} label={label} />
}
