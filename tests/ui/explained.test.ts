import { afterEach, expect, test, vi } from "vitest";
import { below, explain, whole } from "../../src/chapters/explained.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

/** A step's explanation and its pinned controls, at heights of ours in a window of 844. */
function step(why: readonly [top: number, height: number], controls: number) {
  document.body.innerHTML = `<section id="weighs"><div class="ask"><div class="why"></div></div>
    <div class="ask"><div class="why"></div></div><div class="step-controls"></div></section>`;
  vi.stubGlobal("innerHeight", 844);
  vi.stubGlobal("getComputedStyle", () => ({ position: "sticky" }));
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    if (this.className === "step-controls") return { top: controls, height: 78 } as DOMRect;
    return { top: why[0], height: why[1], bottom: why[0] + why[1] } as DOMRect;
  });
  return [".why", ".step-controls"].map((s) => document.querySelector(s)) as [Element, Element];
}

test("an explanation behind the controls at the window's edge comes up by its first lines, one in view stays", () => {
  expect(below(...step([825, 300], 766), 844)).toBe(825 + 120 - 766);
  expect(below(...step([825, 40], 766), 844)).toBe(825 + 40 - 766);
  expect(below(...step([602, 300], 766), 844)).toBe(0);
  expect(below(...step([900, 0], 766), 844)).toBe(0); // nothing is said
  const [why] = step([825, 300], 766);
  expect(below(why, undefined, 844)).toBe(101);
});

test("the page goes to the explanation of the question that was answered", () => {
  const scrollBy = vi.fn<(to: ScrollToOptions) => void>();
  const moves = vi.fn<() => void>();
  vi.stubGlobal("scrollBy", scrollBy);
  vi.stubGlobal("requestAnimationFrame", (drawn: () => void) => drawn());
  step([825, 300], 766);
  explain("weighs", 1, moves);
  expect(scrollBy.mock.calls[0]![0]).toMatchObject({ top: 179 });
  expect(moves).toHaveBeenCalledOnce();
  explain("weighs", 2, moves); // no such question
  expect(scrollBy).toHaveBeenCalledOnce();
});

test("on the wall all of an explanation comes up, unless its question would go", () => {
  const box = (top: number, height: number) => ({ top, height, bottom: top + height }) as DOMRect;
  const at = (ask: number, why: DOMRect) => {
    const of = (rect: DOMRect) => ({ getBoundingClientRect: () => rect }) as Element;
    return whole(of(why), of(box(ask, 400)), box(16, 600));
  };
  expect(at(300, box(496, 130))).toBe(496 + 130 + 4 - 616);
  expect(at(300, box(400, 130))).toBeLessThanOrEqual(0);
  expect(at(300, box(500, 900))).toBe(300 - 16); // the question at the top
  expect(at(20, box(560, 300))).toBe(560 + 120 - 616); // its start at least
  expect(at(300, box(500, 0))).toBe(0);
});
