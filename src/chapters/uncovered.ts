/** Around what has the focus so much (pixels) is to be seen too: its ring. */
const RING = 8;

/** Of what is pinned, where it lies over the same columns of the page. */
function over(pinned: Element | null | undefined, { left, right }: DOMRect): DOMRect | undefined {
  if (!pinned || getComputedStyle(pinned).position !== "sticky") return undefined;
  const rect = pinned.getBoundingClientRect();
  return rect.height > 0 && rect.left < right && rect.right > left ? rect : undefined;
}

/**
 * How far the page has to go for what the keyboard has come to not to lie behind what is pinned: the figure above the text of a
 * phone, the controls at the window's lower edge. The browser thinks it in view there.
 */
export function covered(el: Element): number {
  const step = el.closest(".step");
  const controls = step?.querySelector(".step-controls");
  const at = el.getBoundingClientRect();
  // Pinned itself, or in controls that go with the text.
  if (!step || (controls?.contains(el) && over(controls, at))) return 0;
  const high = over(step.closest(".scene")?.querySelector(".stage"), at)?.bottom;
  // Its own step's top holds the controls down: they come up to the window's edge as the page goes.
  const pinned = over(controls, at);
  const low = pinned && Math.min(pinned.top, innerHeight - pinned.height);
  if (high !== undefined && at.top < high + RING) return at.top - high - RING;
  if (low !== undefined && at.bottom > low - RING) {
    // What is higher than the room between them is shown from its top on.
    const room = high === undefined ? Infinity : at.top - high - RING;
    return Math.min(at.bottom - low + RING, room);
  }
  return 0;
}

/** Brings it out, once the browser has scrolled by itself; `moves` hears that the page goes. */
export function uncover(el: Element, moves: () => void): void {
  if (!el.matches(":focus-visible")) return;
  requestAnimationFrame(() => {
    const by = document.activeElement === el ? covered(el) : 0;
    if (by === 0) return;
    moves();
    scrollBy({ top: by, behavior: "instant" });
  });
}
