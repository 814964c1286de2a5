// Cards that come to lie elsewhere glide there: their old places are read just before the change, and they start from there. A card that was
// dropped starts from under the pointer.
import { Component, type ReactNode, type RefObject } from "react"

type Spot = { x: number; y: number }
type Props = {
  board: RefObject<HTMLElement | null>
  /** Changes exactly when cards may have changed places. */
  layout: unknown
  /** Where a card was let go, in the window's coordinates; read once. */
  dropped: RefObject<{ id: string; x: number; y: number } | null>
  /** While the pointer holds a card nothing moves under it. */
  still: boolean
  children: ReactNode
}

const far = 1600

export class Glide extends Component<Props> {
  #spots(): Map<string, Spot> {
    const spots = new Map<string, Spot>()
    for (const card of this.props.board.current?.querySelectorAll<HTMLElement>("[data-card]") ?? []) {
      const box = card.getBoundingClientRect()
      spots.set(card.dataset.card ?? "", { x: box.left, y: box.top })
    }
    return spots
  }

  override getSnapshotBeforeUpdate(before: Readonly<Props>): Map<string, Spot> | null {
    return before.layout === this.props.layout || matchMedia("(prefers-reduced-motion: reduce)").matches ? null : this.#spots()
  }

  override componentDidUpdate(_props: Readonly<Props>, _state: unknown, old: Map<string, Spot> | null): void {
    const dropped = this.props.dropped.current
    this.props.dropped.current = null
    if (!old || this.props.still) return
    if (dropped) old.set(dropped.id, dropped)
    for (const card of this.props.board.current?.querySelectorAll<HTMLElement>("[data-card]") ?? []) {
      const from = old.get(card.dataset.card ?? "")
      if (!from) continue
      const box = card.getBoundingClientRect()
      const [x, y] = [from.x - box.left, from.y - box.top]
      if (Math.abs(x) + Math.abs(y) < 2 || Math.abs(x) + Math.abs(y) > far) continue
      const tilt = dropped?.id === card.dataset.card ? " rotate(1.4deg)" : ""
      card.animate(
        [
          { transform: `translate(${x}px, ${y}px)${tilt}`, zIndex: 2 },
          { transform: "none", zIndex: 2 },
        ],
        { duration: 220, easing: "cubic-bezier(0.2, 0.8, 0.2, 1)" },
      )
    }
  }

  override render(): ReactNode {
    return this.props.children
  }
}
