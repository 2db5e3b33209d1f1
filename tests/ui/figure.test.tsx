import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  describe as describeIn,
  footOf,
  idleOf,
  settingOf,
  wordsOf,
} from "../../src/kit/derive.ts";
import type { Figure as Declared } from "../../src/kit/figure.ts";
import { written } from "../../src/kit/format.ts";
import { mount } from "../../src/session/mount.ts";
import { everyFigure } from "../figures/everyFigure.ts";
import { turn } from "../turn.ts";
import { countedSession, figureOf, set, usePage } from "./world.tsx";

/** What a WeakRef has named lives until the job ends, and happy-dom names everything: without a pause memory fills up. */
const pause = () => act(() => new Promise<void>((resolve) => setImmediate(resolve)));

beforeEach(() => {
  // A warning of React's is a mistake of ours.
  vi.spyOn(console, "error").mockImplementation((...a: unknown[]) => {
    throw new Error(a.map(String).join(" "));
  });
});
afterEach(pause);
const here = usePage();

/** The figure with its draws counted. */
function watched(f: Declared): { figure: Declared; draws: () => number } {
  let draws = 0;
  const figure: Declared = {
    ...f,
    view: (stage) => {
      const view = f.view(stage);
      return {
        draw: (m) => {
          draws++;
          view.draw(m);
        },
        destroy: () => view.destroy(),
      };
    },
  };
  return { figure, draws: () => draws };
}

for (const [k, { figure: f }] of everyFigure.entries())
  describe(`${f.id} on a page`, () => {
    const away = idleOf(f, settingOf(f));
    const ends: Readonly<Record<string, number | undefined>> = f.ends?.(settingOf(f)) ?? {};
    /** One that goes through more than a handful of values. */
    const slider = Object.entries(f.params).find(
      ([k, p]) =>
        p.kind === "number" &&
        !away.includes(k) &&
        new Set(
          Array.from({ length: 20 }, (_, i) => Math.min(Number(p.at(i / 19)), ends[k] ?? Infinity)),
        ).size > 8,
    );

    test("a tick renders no React component and draws at most once a frame", () => {
      const { figure, draws } = watched(f);
      const { session } = countedSession(figure);
      here.on.show(figureOf(session));
      here.world.frame();
      const [rendered, drawn] = [here.on.renders(), draws()];
      // A slider or a matrix; a figure without either has something else that can be set.
      const all = Object.entries(f.params);
      const [name, p] = all.find(([, p]) => ["number", "matrix"].includes(p.kind)) ?? all[0]!;
      for (let k = 0; k < 5; k++) session.set({ [name]: p.at(k / 5) });
      expect(draws()).toBe(drawn);
      here.world.frame();
      expect(draws()).toBe(drawn + 1);
      here.world.frame();
      expect(draws(), "nothing changed").toBe(drawn + 1);
      for (let k = 0; k < 5; k++) {
        session.seek(k);
        session.seek(k + 0.5);
        here.world.frame();
      }
      expect(draws()).toBe(drawn + 6);
      expect(here.on.renders()).toBe(rendered);
    });

    test.runIf(slider)("moving the slider itself renders nothing either", () => {
      const { session } = countedSession(f);
      here.on.show(figureOf(session));
      const [name] = slider!;
      const range = here.on.find<HTMLInputElement>(`[data-control=${name}] input[type=range]`);
      const rendered = here.on.renders();
      const seen = new Set<unknown>();
      for (let k = 0; k <= 20; k++) {
        const [min, max] = [Number(range.min), Number(range.max)];
        set(range, String(min + ((max - min) * k) / 20));
        seen.add(session.store.getState().values[name]);
      }
      expect(seen.size).toBeGreaterThan(5);
      expect(here.on.renders()).toBe(rendered);
    });

    test("the caption, the readouts and the slider follow the store", () => {
      const { session } = countedSession(f);
      here.on.show(figureOf(session));
      const caption = () => here.on.find("figcaption").textContent.replaceAll("\u00a0", " ");
      const words = wordsOf(f);
      for (const preset of Object.keys(f.presets)) {
        act(() => session.adopt(settingOf(f, preset)));
        expect(caption(), preset).not.toMatch(/[{}]|undefined|NaN/);
        expect(here.on.find(".hands-on").textContent, preset).not.toMatch(/undefined|NaN/);
      }
      act(() => session.reset());
      // What is told is told of this moment: as the declaration has it, at either end and in between.
      const end = session.length() - 1;
      for (const at of new Set([0, Math.min(2, end), end >> 1, end])) {
        act(() => session.seek(at));
        const m = session.store.getState();
        expect(caption(), `caption at ${at}`).toBe(describeIn(f, words, m));
        const foot = footOf(f, m.values).map((k) => {
          const { of, digits } = f.readouts[k]!;
          return `${words(`readouts.${k}`)} ${written(of(m.result, m.values, m.t), digits)}`;
        });
        const shown = [...here.on.host.querySelectorAll<HTMLElement>(".readouts li:not([hidden])")];
        expect(shown.map((li) => li.textContent)).toEqual(foot);
      }
    });

    test("off the screen it draws nothing, and catches up when it comes back", () => {
      const sights: ((e: { isIntersecting: boolean }[]) => void)[] = [];
      vi.stubGlobal(
        "IntersectionObserver",
        class {
          constructor(tell: (typeof sights)[number]) {
            sights.push(tell);
          }
          observe() {}
          disconnect() {}
        },
      );
      const { figure, draws } = watched(f);
      const { session } = countedSession(figure);
      here.on.show(figureOf(session));
      here.world.frame();
      sights[0]!([{ isIntersecting: false }]);
      const drawn = draws();
      session.seek(1);
      session.reset();
      here.world.frame();
      expect(draws()).toBe(drawn);
      sights[0]!([{ isIntersecting: true }]);
      here.world.frame();
      expect(draws()).toBe(drawn + 1);
    });

    test("the controls that an address hides are not there", () => {
      const { session } = countedSession(f);
      const [name] = Object.entries(f.params).find(([, p]) => !p.more)!;
      here.on.show(figureOf(session, new Set([name, "time", "presets", "tools", "more"])));
      expect(here.on.host.querySelector(`[data-control=${name}]`)).toBeNull();
      for (const part of [".time", ".presets", ".tools", ".more"])
        expect(here.on.host.querySelector(part), part).toBeNull();
    });

    // What one round leaves behind is counted to the last piece; one figure by turns is left in every way there is.
    const rounds = k === turn % everyFigure.length ? 14 : 3;
    test(`${rounds} times drawn and taken away leave nothing behind`, async () => {
      const { session, listening } = countedSession(f);
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
      const host = here.on.host.appendChild(document.createElement("div"));
      const before = here.world.listening();
      for (let k = 0; k < rounds; k++) {
        const leave = mount(session, host, (phrase) => phrase);
        session.seek(k % 7); // leave in the middle of a frame,
        session.play(k % 2 === 0); // and while it plays
        leave();
        if (k % 10 === 0) await pause();
      }
      expect(host.innerHTML).toBe("");
      expect(listening()).toBe(0);
      expect(here.world.observers.size).toBe(0);
      expect(here.world.frames.size).toBe(0);
      expect(here.world.listening()).toEqual(before);
      expect(vi.getTimerCount()).toBe(0);
      host.remove();
    });

    test("with all its controls, on the page and off again, too", () => {
      const { session, listening } = countedSession(f);
      here.on.show(figureOf(session));
      here.on.show(null);
      const before = here.world.listening();
      for (let k = 0; k < 3; k++) {
        here.on.show(figureOf(session));
        expect(listening()).toBeGreaterThan(0);
        session.seek(k % 7);
        session.play(k % 2 === 0);
        here.on.show(null);
      }
      expect(here.on.host.innerHTML).toBe("");
      expect(listening()).toBe(0);
      expect(here.world.observers.size).toBe(0);
      expect(here.world.frames.size).toBe(0);
      expect(here.world.listening()).toEqual(before);
    });
  });
