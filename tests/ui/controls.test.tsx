import { act } from "react";
import { describe, expect, test, vi } from "vitest";
import type { Session } from "../../src/session/session.ts";
import { samples, type Signal } from "../../src/kit/signal.ts";
import library from "../../src/figures/library/figure.ts";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import s4Stages from "../../src/figures/s4-stages/figure.ts";
import statePlane from "../../src/figures/state-plane/figure.ts";
import whySelect from "../../src/figures/why-select/figure.ts";
import { click, countedSession, english, figureOf, press, set, type, usePage } from "./world.tsx";

const here = usePage();

function shown(figure: unknown): Session {
  const { session } = countedSession(figure as never);
  here.on.show(figureOf(session));
  return session;
}
const value = <T,>(session: Session, name: string) => session.store.getState().values[name] as T;
const problem = (name: string) =>
  here.on.host.querySelector(`[data-control=${name}] .problem`)?.textContent ?? "";
const say = (key: string, with_: Record<string, string> = {}) =>
  english[key]!.replaceAll(/\{(\w+)\}/g, (_, k: string) => with_[k]!);

describe("the typed value beside a slider", () => {
  const field = () => here.on.find<HTMLInputElement>("[data-control=a] .typed");
  const bounds = { min: "−1.2", max: "1.2" };

  test("takes what people write", () => {
    const session = shown(scalarState);
    for (const [text, x] of [
      ["0.5", 0.5],
      ["-0,25", -0.25],
      ["−0.75", -0.75],
      [" 1e-1 ", 0.1],
    ] as const) {
      type(field(), text);
      expect(value(session, "a")).toBe(x);
      expect(problem("a")).toBe("");
    }
  });

  test.each(["abc", "", "NaN", "Infinity", "1.2.3", "<script>"])(
    "says what is wrong with %j and keeps it",
    (text) => {
      const session = shown(scalarState);
      type(field(), text, "blur");
      expect(problem("a")).toBe(say("number.invalid", bounds));
      expect(field().value).toBe(text);
      expect(field().getAttribute("aria-invalid")).toBe("true");
      expect(document.getElementById(field().getAttribute("aria-describedby")!)?.textContent).toBe(
        problem("a"),
      );
      expect(value(session, "a")).toBe(0.86);
      type(field(), "0.5");
      expect([problem("a"), value(session, "a")]).toEqual(["", 0.5]);
    },
  );

  test.each([
    ["7", 1.2],
    ["-1e308", -1.2],
    ["−3,5", -1.2],
  ])("says that %s was kept inside", (text, kept) => {
    const session = shown(scalarState);
    type(field(), text);
    expect(value(session, "a")).toBe(kept);
    expect(problem("a")).toBe(say("number.clamped", bounds));
  });

  test("the slider ends where the other values let it end", () => {
    const session = shown(s4Stages);
    const range = () => here.on.find<HTMLInputElement>("[data-control=j] input[type=range]");
    const typed = () => here.on.find<HTMLInputElement>("[data-control=j] .typed");
    expect(range().max).toBe("7");
    type(typed(), "31");
    expect([value(session, "j"), typed().value]).toEqual([7, "7"]);
    expect(problem("j")).toContain("7");
    act(() => typed().blur());
    act(() => session.set({ L: 32 }));
    expect(range().max).toBe("31");
    act(() => session.set({ j: 20 }));
    act(() => session.set({ L: 16 }));
    expect([range().value, typed().value]).toEqual(["15", "15"]);
  });

  test("the slider goes in coarse steps with Page Up and Page Down", () => {
    const session = shown(scalarState);
    const range = here.on.find("[data-control=a] input[type=range]");
    expect(press(range, "PageUp").defaultPrevented).toBe(true);
    expect(value(session, "a")).toBe(0.96);
    press(range, "PageDown");
    press(range, "PageDown");
    expect(value(session, "a")).toBe(0.76);
    expect(range.getAttribute("aria-valuetext")).toBe("0.76");
    expect(field().value).toBe("0.76");
  });
});

describe("a matrix", () => {
  const entry = (k: number) =>
    here.on.host.querySelectorAll<HTMLInputElement>("[data-control=A] input")[k]!;

  test("changes one entry and leaves the others", () => {
    const session = shown(statePlane);
    type(entry(1), "0,5");
    expect(value(session, "A")).toEqual([
      [0.91, 0.5],
      [-0.09, 0.94],
    ]);
  });

  test("goes up and down with the arrows, ten times with Shift", () => {
    const session = shown(statePlane);
    press(entry(0), "ArrowUp");
    press(entry(0), "ArrowDown", { shiftKey: true });
    expect(value<number[][]>(session, "A")[0]![0]).toBe(0.82);
  });

  test("says what it does not take, and what it kept inside", () => {
    const session = shown(statePlane);
    type(entry(0), "x");
    expect(problem("A")).toBe(say("number.invalid", { min: "−4", max: "4" }));
    expect(entry(0).value).toBe("x");
    type(entry(0), "99");
    expect(problem("A")).toBe(say("number.clamped", { min: "−4", max: "4" }));
    expect(value<number[][]>(session, "A")[0]![0]).toBe(4);
  });
});

describe("a text", () => {
  const field = () => here.on.find<HTMLInputElement>("[data-control=row] input");

  test("is taken as it is typed, in its form once left", () => {
    const session = shown(whySelect);
    set(field(), "5 −1");
    expect([value(session, "row"), field().value]).toEqual(["5.-1.........", "5 −1"]);
    type(field(), "5 −1", "blur");
    expect(field().value).toBe("5.-1.........");
  });

  test.each(["3..x", "", "<script>", "x".repeat(100_000)])(
    "says what is wrong with %.12j and keeps it until something else changes the value",
    (text) => {
      const session = shown(whySelect);
      type(field(), text, "blur");
      expect(problem("row")).toBe(whySelect.phrases[text === "" ? "empty" : "strange"]);
      expect([field().value, value(session, "row")]).toEqual([text, "3-24........."]);
      act(() => session.set({ memory: "gate" }));
      expect(field().value).toBe(text);
      act(() => session.set({ row: "7..........." }));
      expect([field().value, problem("row")]).toEqual(["7...........", ""]);
    },
  );

  test("has buttons that make another one of it", () => {
    const session = shown(whySelect);
    const [first, scatter] = here.on.host.querySelectorAll<HTMLElement>(
      "[data-control=row] button",
    );
    click(scatter!);
    const now = value<string>(session, "row");
    expect([now === "3-24.........", field().value]).toEqual([false, now]);
    click(first!);
    expect(field().value).toBe("3-24.........");
  });
});

describe("what drives the system", () => {
  const select = () => here.on.find<HTMLSelectElement>("[data-control=input] select");

  test("one's own begins as a copy of what is there", async () => {
    const session = shown(scalarState);
    const before = samples(value<Signal>(session, "input"), session.length());
    set(select(), "own");
    const mine = value<Signal & { kind: "own" }>(session, "input");
    expect(mine.kind).toBe("own");
    expect([...mine.data]).toEqual([...before]);
    await act(() => vi.dynamicImportSettled()); // its controls are fetched when they are wanted
    expect(here.on.find(".own").textContent).toContain(english["signal.draw"]);
  });

  test("a sine shows its period, noise its seed, and neither takes nonsense", () => {
    const session = shown(scalarState);
    set(select(), "sine");
    const detail = () => here.on.find<HTMLInputElement>("[data-control=input] .detail input");
    set(detail(), "20");
    expect(value(session, "input")).toEqual({ kind: "sine", period: 20 });
    set(detail(), "-3");
    expect(value(session, "input")).toEqual({ kind: "sine", period: 20 });
    set(select(), "noise");
    set(detail(), "42");
    expect(value(session, "input")).toEqual({ kind: "noise", seed: 42 });
    set(select(), "nile");
    expect(here.on.host.querySelector(".detail")).toBeNull();
    expect(session.length()).toBe(100);
  });
});

test("what changes nothing is put away, and comes back with its value", () => {
  const session = shown(library);
  const carry = () => here.on.host.querySelector("[data-control=carry]");
  expect(carry()).not.toBeNull();
  act(() => session.set({ carry: false, task: "each" }));
  expect(carry()).toBeNull();
  act(() => session.set({ task: "sum" }));
  expect(carry()!.querySelector<HTMLInputElement>("input")!.checked).toBe(false);
});

describe("time", () => {
  const button = (label: string) => here.on.find(`.time [aria-label="${label}"]`);

  test("steps, scrubs, plays, repeats, and says where it is", () => {
    const session = shown(scalarState);
    const now = () => here.on.find(".time output").textContent;
    expect(now()).toBe("t = 63");
    click(button(english.back!));
    expect(now()).toBe("t = 62");
    click(button(english.forward!));
    expect(now()).toBe("t = 63");
    set(here.on.find<HTMLInputElement>(".time input"), "10");
    expect([now(), session.store.getState().t]).toEqual(["t = 10", 10]);
    expect(here.on.find(".time input").getAttribute("aria-valuetext")).toBe("t = 10");
    click(button(english.play!));
    expect(session.store.getState().playing).toBe(true);
    here.world.frame();
    here.world.frame(100);
    here.world.frame(100);
    expect(session.store.getState().t).toBeGreaterThan(10.5);
    click(button(english.pause!));
    expect(session.store.getState().playing).toBe(false);
    click(button(english.loop!));
    expect(button(english.loop!).getAttribute("aria-pressed")).toBe("true");
    click(here.on.find(".time .speed"));
    expect(session.store.getState().speed).toBe(8);
  });

  test("a preset takes its values and its place", () => {
    const session = shown(scalarState);
    act(() => session.take("impulse"));
    expect(session.store.getState()).toMatchObject({
      t: 10,
      values: { input: { kind: "impulse" } },
    });
    act(() => session.take("nobody"));
    expect(session.store.getState().t).toBe(10);
    const buttons = here.on.host.querySelectorAll(".presets button");
    expect(buttons.length).toBe(
      Object.values(scalarState.presets).filter((p) => !("lesson" in p)).length,
    );
  });
});
