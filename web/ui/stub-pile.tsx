// The pile of torn-off stubs: the work is done.
export function StubPile() {
  return (
    <svg width="148" height="104" viewBox="0 0 148 104" fill="none" aria-hidden="true">
      <g stroke="var(--border)" strokeWidth="1.5">
        <rect x="26" y="62" width="96" height="30" rx="7" fill="var(--sunken)" transform="rotate(-4 74 77)" />
        <rect x="26" y="48" width="96" height="30" rx="7" fill="var(--surface)" transform="rotate(3 74 63)" />
      </g>
      <g transform="rotate(-2 74 44)">
        <path
          d="M33 28h20.5a4 4 0 0 0 8 0H115a7 7 0 0 1 7 7v18a7 7 0 0 1-7 7H61.5a4 4 0 0 0-8 0H33a7 7 0 0 1-7-7V35a7 7 0 0 1 7-7Z"
          fill="var(--raised)"
          stroke="var(--border-control)"
          strokeWidth="1.5"
        />
        <path d="M57.5 36v17" stroke="var(--border-control)" strokeWidth="1.75" strokeLinecap="round" strokeDasharray="0 4.2" />
        <circle cx="41.5" cy="44" r="7" fill="var(--status-done)" />
        <path d="m38.3 44.2 2.2 2.2 4.2-4.6" stroke="var(--raised)" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
        <path d="M68 40h38M68 48h24" stroke="var(--border)" strokeWidth="3" strokeLinecap="round" />
      </g>
      <path d="m112 14 3-7M124 20l7-4M100 12V4" stroke="var(--stub)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
