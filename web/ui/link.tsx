// A link inside the app. The router gives it its way to navigate; without a router (tests, the kit) it is a plain link.
import { type ComponentProps, createContext, type MouseEvent, useContext } from "react"

export type Navigation = { navigate: (href: string, options?: { replace?: boolean }) => void; preload?: (href: string) => void }

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  return useContext(NavigationContext) ?? { navigate: (href) => window.location.assign(href) }
}

export type AppLinkProps = ComponentProps<"a"> & { href: string; replace?: boolean }

export function AppLink({ href, replace = false, onClick, onPointerEnter, ...rest }: AppLinkProps) {
  const navigation = useContext(NavigationContext)
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const ordinary = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!navigation || event.defaultPrevented || !ordinary || rest.target === "_blank") return
    event.preventDefault()
    navigation.navigate(href, { replace })
  }
  return (
    <a
      {...rest}
      href={href}
      onClick={click}
      onPointerEnter={(event) => {
        onPointerEnter?.(event)
        navigation?.preload?.(href)
      }}
    />
  )
}
