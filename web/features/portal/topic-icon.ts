// A picture for a category by its name; categories are named by the organisation and have none. Pure.
import type { IconName } from "../../ui/icon-names.ts"

const pictures: readonly (readonly [RegExp, IconName])[] = [
  [/laptop|notebook|computer|hardware|device|desktop|phone|mobile/i, "laptop"],
  [/network|wi-?fi|wlan|vpn|internet|remote/i, "wifi"],
  [/access|account|password|permission|identity|badge|sign/i, "key"],
  [/print|scan/i, "printer"],
  [/building|facilit|office|room|desk|heating|cleaning/i, "building"],
  [/mail|calendar|message/i, "mail"],
  [/people|hr|leave|pay|starter|onboard/i, "people"],
  [/security|virus|phish/i, "shield"],
  [/soft|app|program|licen|erp|sap/i, "box"],
  [/data|file|share|storage|backup/i, "file"],
  [/telephon|call|chat|meeting|team/i, "chat"],
]

export function topicIcon(name: string): IconName {
  return pictures.find(([words]) => words.test(name))?.[1] ?? "support"
}
