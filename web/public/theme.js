// Runs before the first paint, as a file because the content security policy allows no inline script.
// Without a stored choice the system decides through `color-scheme` and nothing has to happen here.
;(() => {
  const html = document.documentElement
  try {
    const theme = localStorage.getItem("docket.theme")
    if (theme === "light" || theme === "dark") {
      html.dataset.theme = theme
      for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
        meta.content = theme === "dark" ? "#141312" : "#f5f3f0"
      }
    }
    if (localStorage.getItem("docket.density") === "comfortable") html.dataset.density = "comfortable"
  } catch {
    // Storage can be forbidden; the system theme is right then.
  }
})()
