// A menu gives the focus back when it has gone, a moment after its entry was chosen. What takes the focus itself has to wait for that.
const tickMs = 16
const patienceMs = 800

export function afterMenu(run: () => void): void {
  const began = performance.now()
  const look = () => {
    const gone = document.querySelector('[role="menu"]') === null
    if (gone || performance.now() - began > patienceMs) setTimeout(run, tickMs)
    else setTimeout(look, tickMs)
  }
  setTimeout(look, tickMs)
}
