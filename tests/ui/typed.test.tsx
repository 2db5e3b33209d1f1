import { act } from "react";
import { describe, expect, test } from "vitest";
import type { Session } from "../../src/session/session.ts";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import arenaTasks from "../../src/figures/arena-tasks/figure.ts";
import statePlane from "../../src/figures/state-plane/figure.ts";
import { countedSession, english, figureOf, press, type, usePage } from "./world.tsx";

const here = usePage();

function shown(figure: unknown): Session {
  const { session } = countedSession(figure as never);
  here.on.show(figureOf(session));
  return session;
}
const problem = (name: string) =>
  here.on.host.querySelector(`[data-control=${name}] .problem`)?.textContent ?? "";
const say = (key: string, with_: Record<string, string> = {}) =>
  english[key]!.replaceAll(/\{(\w+)\}/g, (_, k: string) => with_[k]!);

describe("a number beside a slider", () => {
  const field = () => here.on.find<HTMLInputElement>("[data-control=a] .typed");
  const bounds = { min: "−1.2", max: "1.2" };

  test("keeps what it refused while other things change, until its number does", () => {
    const session = shown(scalarState);
    type(field(), "abc", "blur");
    act(() => session.set({ b: 0.5 }));
    act(() => session.seek(3));
    expect([field().value, problem("a")]).toEqual(["abc", say("number.invalid", bounds)]);
    act(() => session.set({ a: 0.3 }));
    expect([field().value, problem("a"), field().getAttribute("aria-invalid")]).toEqual([
      "0.3",
      "",
      null,
    ]);
  });

  test("Escape takes back what was typed, and the sentence with it", () => {
    shown(scalarState);
    type(field(), "abc");
    press(field(), "Escape");
    expect([field().value, problem("a")]).toEqual(["0.86", ""]);
  });

  test("the sentence of a number that was kept inside goes with the next change", () => {
    const session = shown(scalarState);
    type(field(), "7", "blur");
    act(() => session.seek(3));
    expect(problem("a")).toBe(say("number.clamped", bounds));
    act(() => session.set({ b: 0.5 }));
    expect([field().value, problem("a")]).toEqual(["1.2", ""]);
  });
});

describe("a seed", () => {
  const field = () => here.on.find<HTMLInputElement>("[data-control=seed] .typed");
  const wrong = () => [field().value, problem("seed"), field().getAttribute("aria-invalid")];

  test("that is none keeps its field and its sentence until it is put right, or Escape", () => {
    const session = shown(arenaTasks);
    const before = session.store.getState().values.seed;
    for (const typed of ["nonsense", "0", "12.5", "10000"]) {
      type(field(), typed);
      expect(wrong()).toEqual([typed, say("seed.invalid"), "true"]);
      expect(session.store.getState().values.seed).toBe(before);
    }
    press(field(), "Escape");
    expect(wrong()).toEqual([String(before), "", null]);
    type(field(), "12x");
    type(field(), "12");
    expect(wrong()).toEqual(["12", "", null]);
    expect(session.store.getState().values.seed).toBe(12);
  });
});

describe("a matrix", () => {
  const entry = (k: number) =>
    here.on.host.querySelectorAll<HTMLInputElement>("[data-control=A] input")[k]!;

  test("keeps each entry that it refused until its own number changes, or Escape", () => {
    const session = shown(statePlane);
    const second = entry(1).value;
    type(entry(0), "x", "blur");
    type(entry(1), "y", "blur");
    act(() => session.seek(3));
    expect([entry(0), entry(1)].map((e) => [e.value, e.getAttribute("aria-invalid")])).toEqual([
      ["x", "true"],
      ["y", "true"],
    ]);
    press(entry(0), "Escape");
    expect([entry(0).value, entry(1).value]).toEqual(["0.91", "y"]);
    expect(problem("A")).not.toBe("");
    press(entry(1), "Escape");
    expect([entry(1).value, problem("A")]).toEqual([second, ""]);
  });
});
