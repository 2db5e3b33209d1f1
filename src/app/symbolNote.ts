import { loadSymbols } from "../chapters/load.ts";

/** Long enough to point past a symbol, and to come from it to its note. */
const MEANT = 350;

const note = document.createElement("div");
note.id = "symbol-note";
note.popover = "manual";
document.body.append(note);

let waiting: ReturnType<typeof setTimeout> | undefined;
let shown: Element | undefined;

/** What a symbol is, beside the place where it is pointed at or focused; nothing where that is no symbol. */
export function tell(
  target: Element | null,
  symbol: Element | null | undefined,
  event: string,
): void {
  clearTimeout(waiting);
  if (target && note.contains(target)) return;
  if (symbol && symbol === shown) return;
  const next = symbol ? () => void show(symbol) : hide;
  waiting = setTimeout(next, event === "focusin" ? 0 : MEANT);
}

async function show(symbol: Element): Promise<void> {
  hide();
  shown = symbol;
  const tag = document.documentElement.lang;
  const said = (await loadSymbols(tag))[symbol.getAttribute("data-symbol")!];
  if (!said || shown !== symbol || !symbol.isConnected) return;
  note.innerHTML = said;
  // Its links are written as from a page beside the others.
  const beside = new URL(`${import.meta.env.BASE_URL}${tag}/page/`, location.origin);
  for (const link of note.querySelectorAll("a"))
    link.href = new URL(link.getAttribute("href")!, beside).href;
  note.showPopover();
  symbol.setAttribute("aria-describedby", note.id);
  put();
}

/** Below its symbol, or above where there is no room; gone with it. */
function put(): void {
  if (!shown || !note.matches(":popover-open")) return;
  const place = shown.getBoundingClientRect();
  if (place.bottom < 0 || place.top > innerHeight) return hide();
  const { offsetWidth, offsetHeight } = note;
  const below = place.bottom + offsetHeight + 12 < innerHeight;
  const left = Math.max(8, Math.min(place.left - 12, innerWidth - offsetWidth - 8));
  note.style.left = `${left}px`;
  note.style.top = `${below ? place.bottom + 6 : place.top - offsetHeight - 6}px`;
}

function hide(): void {
  shown?.removeAttribute("aria-describedby");
  shown = undefined;
  if (note.matches(":popover-open")) note.hidePopover();
}

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !shown) return;
  const button = note.contains(document.activeElement) ? shown : undefined;
  hide();
  if (button instanceof HTMLElement) button.focus();
  clearTimeout(waiting); // to be in focus again is no wish to be told again
});
// On a press the keyboard goes into the note; it comes back with Escape.
document.addEventListener("click", ({ target, detail }) => {
  if (detail === 0 && target instanceof Element && target.closest(".symbol"))
    note.querySelector("a")?.focus();
});
addEventListener("scroll", put, { passive: true, capture: true });
