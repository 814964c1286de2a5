// Stands in for the package react-style-singleton (through an alias in vite.config.ts). The original writes <style> elements, which the
// content security policy refuses; constructable style sheets are allowed and do the same for Radix' scroll lock.
import { useEffect } from "react"

type Singleton = { add(css: string): void; remove(): void }

export function stylesheetSingleton(): Singleton {
  let users = 0
  let sheet: CSSStyleSheet | null = null
  return {
    add(css) {
      if (users === 0) {
        sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      }
      users += 1
    },
    remove() {
      users -= 1
      if (users === 0 && sheet) {
        const gone = sheet
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== gone)
        sheet = null
      }
    },
  }
}

export function styleHookSingleton(): (css: string) => void {
  const sheet = stylesheetSingleton()
  return function useAdoptedStyle(css) {
    useEffect(() => {
      sheet.add(css)
      return () => sheet.remove()
    }, [css])
  }
}

export function styleSingleton(): (props: { styles: string }) => null {
  const useStyle = styleHookSingleton()
  return function Sheet({ styles }) {
    useStyle(styles)
    return null
  }
}
