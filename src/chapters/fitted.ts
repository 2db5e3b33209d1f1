/** How close a step's words may stand on the wall: as they are, in a wider column, closer, and wider still. */
const LEVELS = 3;

const fits = (text: HTMLElement) => text.scrollHeight <= text.clientHeight + 1;

/** Sets a step's words closer, from a level on, until they fit. */
export function closeUp(text: HTMLElement, from: number): void {
  for (let level = from; level <= LEVELS; level++) {
    text.dataset.close = String(level);
    if (fits(text)) return;
  }
}

/** Where words are to be scrolled to, so that a question is seen to its last option; what leads to it goes up. */
export const scrolledTo = (
  question: { readonly top: number; readonly bottom: number },
  room: number,
): number => Math.max(0, Math.min(question.top, question.bottom - room));

/** The question that is open, where the words do not fit even so. */
function seekQuestion(text: HTMLElement): void {
  const question = text.querySelector<HTMLElement>(".ask:has(> .why:empty)");
  if (!question || fits(text)) return;
  const top = question.getBoundingClientRect().top - text.getBoundingClientRect().top;
  const at = { top: text.scrollTop + top, bottom: text.scrollTop + top + question.offsetHeight };
  text.scrollTop = scrolledTo(at, text.clientHeight);
}

/**
 * A projected step fits its screen: words too many for their column stand closer, and of those that still do not fit a question
 * is what is seen. What comes late (a formula, a font) counts; an answer does not, which is brought into view by itself. Returns
 * a function that lets the step go.
 */
export function fitted(text: HTMLElement): () => void {
  // A step without a figure has the whole screen, and is scrolled.
  if (text.closest(".stage.plain")) return () => undefined;
  const begin = () => {
    text.scrollTop = 0;
    closeUp(text, 0);
    seekQuestion(text);
  };
  begin();
  let at = text.scrollTop;
  const watch = new ResizeObserver(() => {
    if (text.scrollTop !== at || fits(text) || text.querySelector(".why:not(:empty)")) return;
    closeUp(text, Number(text.dataset.close));
    seekQuestion(text);
    at = text.scrollTop;
  });
  for (const part of [text, ...text.children]) watch.observe(part);
  addEventListener("resize", begin);
  return () => {
    watch.disconnect();
    removeEventListener("resize", begin);
  };
}
