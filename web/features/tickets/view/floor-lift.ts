// What stands at the foot of a ticket, the composer, lifts the toasts above itself: a message never covers the button one is about to press.
import { type RefCallback, useCallback } from "react"

const name = "--floor-lift"

export function useFloorLift(): RefCallback<HTMLElement> {
  return useCallback((element: HTMLElement | null) => {
    if (!element) return
    const root = document.documentElement
    const observer = new ResizeObserver(() => root.style.setProperty(name, `${element.offsetHeight}px`))
    observer.observe(element)
    return () => {
      observer.disconnect()
      root.style.removeProperty(name)
    }
  }, [])
}
