import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scenesOf, type Step } from "../../src/chapters/page.ts";
import { openPlace, type Place } from "../../src/chapters/place.ts";
import { compiled } from "../compiled.ts";
import { translations } from "../../tools/stamp-translations.ts";

const WINDOW = 800;
const INTRO = 700;
/** Of a phone's figure: how far its lower edge stays under the window's top. */
const STAGE = 500;

/** A page of steps with heights of our own, in a window that scrolls; a clock and frames of our own. */
function paper(steps: readonly Step[], heights: () => readonly number[], phone: boolean) {
  let frames: (() => void)[] = [];
  let resized = () => {};
  let clock = 0;
  let y = 0;
  const total = () => heights().reduce((a, b) => a + b, INTRO) + WINDOW;
  const topOf = (id: string) => {
    const k = steps.findIndex((s) => s.id === id);
    return (
      INTRO +
      heights()
        .slice(0, k)
        .reduce((a, b) => a + b, 0) -
      y
    );
  };
  document.body.innerHTML = scenesOf(steps)
    .map(({ figure, steps }) => {
      const texts = steps
        .map(
          ({ id }) => `<section class="step" id="${id}"><h2><a href="#${id}">x</a></h2></section>`,
        )
        .join("");
      return `<section class="scene">${texts}${figure ? '<div class="stage"></div>' : ""}</section>`;
    })
    .join("");
  vi.stubGlobal("innerHeight", WINDOW);
  vi.stubGlobal("scrollBy", ({ top }: { top: number }) => {
    y = Math.min(Math.max(0, Math.round(y + top)), total() - WINDOW);
    vi.stubGlobal("scrollY", y);
    dispatchEvent(new Event("scroll"));
  });
  vi.stubGlobal("scrollY", 0);
  vi.stubGlobal("requestAnimationFrame", (f: () => void) => frames.push(f));
  vi.stubGlobal("performance", { now: () => clock });
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(f: () => void) {
        resized = f;
      }
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("getComputedStyle", () => ({ position: "sticky", top: "50px" }));
  vi.spyOn(document.documentElement, "scrollHeight", "get").mockImplementation(total);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(STAGE - 50);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const left = this.className === "stage" && !phone ? 600 : 0;
    return { top: topOf(this.id), left, right: left + 500 } as DOMRect;
  });
  return {
    scroll: (by: number) => scrollBy({ top: by }),
    topOf,
    resize: () => resized(),
    frame(ms = 2000) {
      clock += ms;
      const due = frames;
      frames = [];
      due.forEach((f) => f());
    },
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  location.hash = "";
  document.body.innerHTML = "";
});
let stop = () => {};
afterEach(() => stop());
beforeEach(() => {
  stop = () => {};
});

/** A lesson as far as its place goes. */
function lesson(steps: readonly Step[], at: number) {
  let active = at;
  let words = steps;
  let paused = false;
  const place: Place = openPlace({ steps, active, paused, activate });
  function activate(k: number) {
    active = k;
    draw();
  }
  function draw() {
    place.drawn({ steps: words, active, paused, activate });
  }
  draw();
  stop = place.listen();
  return {
    place,
    active: () => active,
    translate() {
      words = words.map((s) => ({ ...s }));
      draw();
    },
    present(on: boolean) {
      paused = on;
      draw();
    },
  };
}
const marked = () => [...document.querySelectorAll("[aria-current]")].map((el) => el.id);

const chapters = [...new Set(translations("content").map(([, english]) => english))];
/** Short steps, long ones, and both by turns. */
const layouts = [() => 60, () => 1500, (k: number) => [90, 1400, 300][k % 3]!] as const;

test.each(chapters.map((file, k) => ({ file, phone: k % 2 === 1 })))(
  "$file, phone $phone: every step is opened, kept, read and left",
  ({ file, phone }) => {
    const { steps } = compiled(file);
    for (const k of steps.keys()) visit(steps, k, phone, layouts[k % 3]!, layouts[(k + 1) % 3]!);
  },
);

type Layout = (k: number) => number;
function visit(steps: readonly Step[], k: number, phone: boolean, first: Layout, then: Layout) {
  const { id, figure } = steps[k]!;
  let now = [...steps.keys()].map(first);
  const page = paper(steps, () => now, phone);
  const line = phone && figure ? STAGE + 16 : 0.3 * WINDOW;
  location.hash = id;
  const on = lesson(steps, k);
  const stays = (what: string) => {
    page.frame();
    expect([on.active(), marked()], `${id} ${what}`).toEqual([k, [id]]);
  };
  const stands = (what: string) => {
    stays(what);
    expect(page.topOf(id), `${id} ${what}`).toBeCloseTo(line, 0);
  };
  stands("opens");
  now = [...steps.keys()].map(then);
  page.resize();
  stands("is kept while the page arrives");
  now = [...steps.keys()].map(first);
  on.translate();
  page.resize();
  stands("is kept in another language");
  dispatchEvent(new Event("wheel"));
  page.scroll(3);
  stays("is still the one being read");
  on.present(true);
  on.place.go((k + 1) % steps.length);
  on.place.go(k);
  on.present(false);
  stands("is there after a presentation");
  page.scroll(now[k]!);
  page.frame();
  const next = Math.min(k + 1, steps.length - 1);
  stop();
  if (phone && steps[next]!.figure !== figure) return; // another scene has another line
  expect(on.active(), `${id} is read to its end`).toBe(next);
}

test("a browser that is late on its way to the address's heading does not change the step", () => {
  const file = chapters[0]!;
  const { steps } = compiled(file);
  const page = paper(steps, () => steps.map(() => 300), true);
  location.hash = steps[3]!.id;
  const on = lesson(steps, 3);
  const stood = page.topOf(steps[3]!.id);
  page.frame(1500);
  page.scroll(-86);
  page.frame(100);
  page.frame(100);
  expect([on.active(), page.topOf(steps[3]!.id)]).toEqual([3, stood]);
  page.frame(3000);
  page.scroll(-600);
  page.frame(0);
  expect(on.active()).toBeLessThan(3);
});
