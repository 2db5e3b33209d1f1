import { expect, test } from "vitest";
import type { Figure } from "../../src/kit/figure.ts";
import { openSession } from "../../src/session/session.ts";
import { everyFigure } from "./everyFigure.ts";
import { shown } from "./portrait.ts";

/** Where an end of a handle is none, and why. */
const endless: Readonly<Record<string, string>> = {
  // One steers: each press is a step of time.
  "track steer": "steers",
  // Points on a circle: one more than the last is the first.
  "s4-stages look": "goes round",
};

/** A figure alive, without a page: what a handle sets is drawn at once. */
function alive(f: Figure, preset?: string) {
  const session = openSession(f);
  if (preset) session.take(preset);
  const host = document.body.appendChild(document.createElement("div"));
  const say = (phrase: string) => f.phrases[phrase]!;
  const view = f.view({ host, compact: false, say, set: session.set, seek: session.seek });
  const draw = () => view.draw(session.store.getState());
  draw();
  const press = (handle: Element, key: string) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    handle.dispatchEvent(event);
    draw();
    return event.defaultPrevented;
  };
  /** All that a key can have changed. */
  const state = (handle: Element) => {
    const { values, t } = session.store.getState();
    return JSON.stringify([values, t, handle.getAttribute("aria-valuetext")]);
  };
  const leave = () => {
    view.destroy();
    host.remove();
    return new Promise<void>((turned) => setImmediate(turned));
  };
  const handles = () => shown(host).filter((n) => n.getAttribute("role") === "slider");
  return { press, state, leave, handles };
}

const within = (handle: Element) => {
  const [now, min, max] = ["now", "min", "max"].map((k) =>
    Number(handle.getAttribute(`aria-value${k}`)),
  );
  return now! >= min! - 1e-3 && now! <= max! + 1e-3;
};

/** A handle's name without its number: of several alike one is tried. */
const nameOf = (handle: Element) => handle.getAttribute("aria-label")!.replace(/ \(\d+\)$/, "");

for (const { figure: f } of everyFigure)
  test(`${f.id}: every handle knows Home, End, PageUp and PageDown`, async () => {
    const phrase = (label: string) =>
      Object.entries(f.phrases).find(([, text]) => text === label)?.[0] ?? label;
    const tried = new Set<string>();
    for (const preset of [undefined, ...Object.keys(f.presets)]) {
      const { press, state, leave, handles } = alive(f, preset);
      for (const handle of handles()) {
        const name = nameOf(handle);
        if (tried.has(name)) continue;
        tried.add(name);
        const where = `${preset ?? "as declared"}, ${phrase(name)}`;
        const ends = ["Home", "End"].map((key) => {
          const taken = press(handle, key);
          expect(taken, `${where}: ${key} scrolls the page`).toBe(true);
          expect(within(handle), `${where}: ${key} goes beyond the end`).toBe(true);
          const end = state(handle);
          if (endless[`${f.id} ${phrase(name)}`]) return end;
          press(handle, key === "Home" ? "ArrowLeft" : "ArrowRight");
          expect(state(handle), `${where}: ${key} is not the end`).toBe(end);
          return end;
        });
        for (const key of ["PageUp", "PageDown"]) {
          expect(press(handle, key), `${where}: ${key} scrolls the page`).toBe(true);
          expect(within(handle), `${where}: ${key} goes beyond the end`).toBe(true);
        }
        if (handle.getAttribute("aria-valuemin") !== handle.getAttribute("aria-valuemax"))
          expect(ends[0], `${where}: Home and End are one`).not.toBe(ends[1]);
      }
      await leave();
    }
  });
