// Has this element been on the screen yet? What it shows is fetched only then.
import { type RefObject, useEffect, useRef, useState } from "react"

export function useSeen<E extends Element>(): [RefObject<E | null>, boolean] {
  const ref = useRef<E>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!ref.current || seen) return
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), {
      rootMargin: "100px",
    })
    watch.observe(ref.current)
    return () => watch.disconnect()
  }, [seen])
  return [ref, seen]
}
