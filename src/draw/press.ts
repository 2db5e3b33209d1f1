import type { Selection } from "d3";
import { GRASPED, RECALLED } from "../kit/hold.ts";

export type Grip = Selection<SVGGraphicsElement, unknown, null, undefined>;

export interface Press {
  /** Called from where it takes hold to the release. */
  move(e: PointerEvent, first: boolean): void;
  /** It moves up and down, too: a finger takes hold at once. Elsewhere one that starts up or down scrolls the page. */
  readonly free?: boolean | undefined;
  /** A finger's tap does nothing, only its stroke across does. */
  readonly strokes?: boolean | undefined;
  /** Whether this pointer may take hold. */
  takes?: ((e: PointerEvent) => boolean) | undefined;
}

/** CSS pixels after which a finger has shown where it goes. */
const SHOWN = 4;

/** Presses on an element from the pointer's first touch to its release. */
export function onPress(grip: Grip, { move, free, strokes, takes }: Press): void {
  const node = grip.node()!;
  let asks: PointerEvent | undefined; // a finger that may still mean to scroll
  let held: number | undefined;
  const tell = (what: string) => node.dispatchEvent(new CustomEvent(what, { bubbles: true }));
  const take = (from: PointerEvent) => {
    held = from.pointerId;
    asks = undefined;
    tell(GRASPED);
    move(from, true);
  };
  const keep = (e: TouchEvent) => held !== undefined && e.cancelable && e.preventDefault();
  grip
    .on("pointerdown.press", (e: PointerEvent) => {
      if (e.button !== 0 || !e.isPrimary || takes?.(e) === false) return;
      if (e.pointerType === "touch" && !free) return void (asks = e);
      node.setPointerCapture(e.pointerId);
      take(e);
    })
    .on("pointermove.press", (e: PointerEvent) => {
      if (asks?.pointerId === e.pointerId) {
        const [dx, dy] = [e.clientX - asks.clientX, e.clientY - asks.clientY].map(Math.abs);
        if (Math.max(dx!, dy!) < SHOWN) return;
        if (dx! < dy!) return void (asks = undefined);
        node.setPointerCapture(e.pointerId);
        take(asks);
      }
      if (held === e.pointerId) move(e, false);
    })
    .on("pointerup.press", (e: PointerEvent) => {
      if (asks?.pointerId === e.pointerId && !strokes) take(e);
      asks = held = undefined;
    })
    .on("pointercancel.press", (e: PointerEvent) => {
      if (held === e.pointerId) tell(RECALLED);
      asks = held = undefined;
    })
    // Chromium reads touch-action of the whole picture only: what is held must not scroll.
    .on("touchstart.press touchmove.press", keep, { passive: false });
}
