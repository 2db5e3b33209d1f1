import { afterEach, expect, test, vi } from "vitest";
import { covered } from "../../src/chapters/uncovered.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

type Across = readonly [left: number, right: number];

/** What has the focus from … to, under a figure that ends at `stage` and over controls from `controls` on. */
function at(top: number, height: number, stage: number, controls: number, across: Across) {
  document.body.innerHTML = `<div class="scene"><div class="step"><button id="asked"></button>
    <div class="step-controls"><input /></div></div><div class="stage"></div></div>`;
  vi.stubGlobal("innerHeight", 844);
  vi.stubGlobal("getComputedStyle", () => ({ position: "sticky" }));
  const rect = (y: number, high: number, [left, right]: Across) =>
    ({ top: y, height: high, bottom: y + high, left, right }) as DOMRect;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    if (this.className === "stage") return rect(0, stage, across);
    if (this.className === "step-controls") return rect(controls, 140, [20, 370]);
    return rect(top, height, [40, 350]);
  });
  return document.querySelector("#asked")!;
}

test("what the keyboard comes to is not left behind the figure or the controls", () => {
  const phone: Across = [16, 374];
  expect(covered(at(439, 36, 483, 702, phone))).toBe(439 - 483 - 8);
  expect(covered(at(690, 36, 483, 702, phone))).toBe(690 + 36 - 702 + 8);
  expect(covered(at(560, 36, 483, 702, phone))).toBe(0);
  // Held down by the top of their step, the controls come up with it.
  expect(covered(at(740, 30, 483, 760, phone))).toBe(740 + 30 - 704 + 8);
  // Higher than the room: from its top on.
  expect(covered(at(520, 400, 483, 702, phone))).toBe(520 - 483 - 8);
  // A figure beside the text covers nothing.
  expect(covered(at(439, 36, 483, 702, [608, 1248]))).toBe(0);
  at(690, 36, 483, 702, phone);
  expect(covered(document.querySelector("input")!)).toBe(0);
});
