// Names an action and its key. Never the only place of something one must know.
import { Tooltip as Radix } from "radix-ui"
import type { ReactElement, ReactNode } from "react"
import { Kbd } from "./kbd.tsx"

export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={450} skipDelayDuration={250} disableHoverableContent>
      {children}
    </Radix.Provider>
  )
}

export type TooltipProps = { label: ReactNode; keys?: string; side?: "top" | "bottom" | "left" | "right"; children: ReactElement }

export function Tooltip({ label, keys, side = "bottom", children }: TooltipProps) {
  if (!label) return children
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="pointer-events-none z-50 flex max-w-[280px] items-center gap-2 rounded-sm paper-inverse px-2 py-1 text-12 edge-toast data-[state=delayed-open]:animate-fade-in"
        >
          <span>{label}</span>
          {keys && <Kbd keys={keys} plain />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
