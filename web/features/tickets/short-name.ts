/** How a person is addressed among colleagues: "Priya". A name that is a number ("Caller 3765") stays whole. */
export function shortName(name: string): string {
  const [first = name, ...rest] = name.trim().split(/\s+/)
  return rest.some((word) => /\d/.test(word)) ? name : first
}
