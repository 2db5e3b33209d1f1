import { afterEach, expect, test, vi } from "vitest";
import { watchRoom } from "../../src/chapters/room.ts";

afterEach(() => vi.unstubAllGlobals());

/** A scene in a window of 844 pixels: its figure above its text as on a phone, or beside it; two steps with controls. */
function scene(stage: number, above: boolean, controls: readonly number[]): HTMLElement {
  vi.stubGlobal("innerHeight", 844);
  vi.stubGlobal("getComputedStyle", () => ({ position: "sticky" }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      readonly observe: () => void;
      constructor(look: () => void) {
        this.observe = look;
      }
      disconnect() {}
    },
  );
  const home = document.createElement("section");
  const steps = controls.map(() => '<div class="step"><div class="step-controls"></div></div>');
  home.innerHTML = `${steps.join("")}<div class="stage"></div>`;
  const high = (el: Element, px: number) =>
    Object.defineProperty(el, "offsetHeight", { value: px });
  high(home.querySelector(".stage")!, stage);
  home.querySelectorAll(".step-controls").forEach((el, k) => high(el, controls[k]!));
  const at = (left: number, right: number) => () => ({ left, right }) as DOMRect;
  for (const step of home.querySelectorAll(".step")) step.getBoundingClientRect = at(0, 390);
  home.querySelector(".stage")!.getBoundingClientRect = at(above ? 0 : 600, above ? 390 : 1200);
  return home;
}

test("controls stay at the window's edge only where text has room above them", () => {
  const crowded = (...of: Parameters<typeof scene>) => {
    const home = scene(...of);
    watchRoom(home)();
    return [...home.querySelectorAll(".step-controls")].map((c) => c.hasAttribute("data-crowded"));
  };
  expect(crowded(610, true, [40, 110])).toEqual([false, true]);
  expect(crowded(520, true, [40, 110])).toEqual([false, false]);
  expect(crowded(610, false, [40, 110, 410])).toEqual([false, false, true]);
});

test("a figure above its text that leaves no room for it goes with the page", () => {
  const tall = (...of: Parameters<typeof scene>) => {
    const home = scene(...of);
    watchRoom(home)();
    return home.querySelector(".stage")!.hasAttribute("data-tall");
  };
  expect(tall(800, true, [])).toBe(false); // without a step there is no text
  expect(tall(800, true, [40])).toBe(true);
  expect(tall(700, true, [40])).toBe(false);
  expect(tall(800, false, [40])).toBe(false);
});
