// Light, dark or as the system: one attribute on <html> and one entry in local storage. public/theme.js applies it before the first paint.
import { useSyncExternalStore } from "react"

export type ThemeChoice = "system" | "light" | "dark"
export type Density = "compact" | "comfortable"

const paper = { light: "#f5f3f0", dark: "#141312" }
const listeners = new Set<() => void>()

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
  }
}
function tell(): void {
  for (const listener of listeners) listener()
}

export function themeChoice(): ThemeChoice {
  const theme = document.documentElement.dataset.theme
  return theme === "light" || theme === "dark" ? theme : "system"
}

/** What is on the screen now, whoever decided it. */
export function isDark(): boolean {
  const choice = themeChoice()
  return choice === "system" ? window.matchMedia("(prefers-color-scheme: dark)").matches : choice === "dark"
}

export function setTheme(choice: ThemeChoice): void {
  const html = document.documentElement
  if (choice === "system") delete html.dataset.theme
  else html.dataset.theme = choice
  write("docket.theme", choice === "system" ? null : choice)
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = choice === "system" ? (meta.media.includes("dark") ? paper.dark : paper.light) : paper[choice]
  }
  tell()
}

export function density(): Density {
  return document.documentElement.dataset.density === "comfortable" ? "comfortable" : "compact"
}

export function setDensity(choice: Density): void {
  if (choice === "compact") delete document.documentElement.dataset.density
  else document.documentElement.dataset.density = choice
  write("docket.density", choice === "compact" ? null : choice)
  tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Another tab chose: the same choice holds here.
  const follow = (event: StorageEvent) => {
    if (event.key !== "docket.theme") return
    const choice = read("docket.theme")
    setTheme(choice === "light" || choice === "dark" ? choice : "system")
  }
  window.addEventListener("storage", follow)
  return () => {
    listeners.delete(listener)
    window.removeEventListener("storage", follow)
  }
}

export function useTheme(): [ThemeChoice, (choice: ThemeChoice) => void] {
  return [useSyncExternalStore(subscribe, themeChoice, () => "system"), setTheme]
}

export function useDensity(): [Density, (choice: Density) => void] {
  return [useSyncExternalStore(subscribe, density, () => "compact"), setDensity]
}
