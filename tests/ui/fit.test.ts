import { expect, test } from "vitest";
import { closeUp, scrolledTo } from "../../src/chapters/fitted.ts";

/** Words on the wall in a column 500 high, as high as they are at each of the ways in which they may stand. */
function words(...heights: readonly number[]) {
  const text = document.createElement("div");
  Object.defineProperty(text, "clientHeight", { value: 500 });
  Object.defineProperty(text, "scrollHeight", { get: () => heights[Number(text.dataset.close)] });
  return text;
}
const closeness = (text: HTMLElement, from = 0) => {
  closeUp(text, from);
  return text.dataset.close;
};

test("words stand no closer than they must", () => {
  expect(closeness(words(400, 380, 350, 320))).toBe("0");
  expect(closeness(words(620, 560, 490, 440))).toBe("2");
});

test("words too many for any way stand as close as they can; what came late makes no step wider again", () => {
  expect(closeness(words(900, 800, 700, 600))).toBe("3");
  expect(closeness(words(400, 380, 350, 320), 2)).toBe("2");
});

test("a question is seen to its last option, and one higher than its room from its beginning", () => {
  expect(scrolledTo({ top: 100, bottom: 400 }, 500)).toBe(0);
  expect(scrolledTo({ top: 300, bottom: 640 }, 500)).toBe(140);
  expect(scrolledTo({ top: 300, bottom: 900 }, 500)).toBe(300);
});
