// Key caps for a shortcut. `plain` is for buttons and menus where a cap would be louder than the verb.
import { cx } from "./cx.ts"
import { isMac, keyCaps } from "./keys.ts"

export function Kbd({ keys, plain = false, className }: { keys: string; plain?: boolean; className?: string }) {
  const caps = keyCaps(keys, isMac())
  if (plain) {
    return (
      <span aria-hidden="true" className={cx("shrink-0 font-sans text-11 whitespace-nowrap", className)}>
        {caps.join(isMac() && !keys.includes(" ") ? "" : " ")}
      </span>
    )
  }
  return (
    <span className={cx("inline-flex gap-[3px]", className)}>
      {caps.map((cap, at) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: caps never change their order
          key={at}
          className="inline-block min-w-[18px] rounded-xs bg-sunken px-[5px] text-center font-sans text-11 leading-[18px] text-muted edge-line"
        >
          {cap}
        </kbd>
      ))}
    </span>
  )
}
