// Times in words. Units are never cut.
export const time = {
  now: "now",
  yesterday: "yesterday",
  tomorrow: "tomorrow",
  minutes_ago: (count: number) => `${count} min ago`,
  hours_ago: (count: number) => `${count} h ago`,
  in_minutes: (count: number) => `in ${count} min`,
  in_hours: (count: number) => `in ${count} h`,
  brief_minutes: (count: number) => `${count}m`,
  brief_hours: (count: number) => `${count}h`,
  brief_days: (count: number) => `${count}d`,
}
