import { act } from "react";
import { expect, test, vi } from "vitest";
import mambaLive from "../../src/figures/mamba-live/figure.ts";
import { examples } from "../../src/figures/mamba-live/examples.ts";
import type { Setting } from "../../src/figures/mamba-live/params.ts";
import { phrases } from "../../src/figures/mamba-live/phrases.ts";
import { recordedFor } from "../../src/figures/mamba-live/recorded.ts";
import { click, countedSession, figureOf, usePage } from "./world.tsx";

const here = usePage();

const control = "[data-control=text]";
const field = () => here.on.find<HTMLTextAreaElement>(`${control} textarea`);
const button = (name: string) =>
  [...here.on.host.querySelectorAll<HTMLButtonElement>(`${control} button`)].find(
    (b) => b.textContent === name,
  )!;
const hint = () => here.on.find(`${control} .hint`).textContent;
/** As one types: React hears of what its own setter did not write. */
const type = (text: string) =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")!.set!.call(
      field(),
      text,
    );
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });

function shown() {
  const { session } = countedSession(mambaLive as never);
  here.on.show(figureOf(session));
  return { session, values: () => session.store.getState().values as unknown as Setting };
}

test("what is typed is read, line ends and all; a long text is told about, and too long a one is cut", () => {
  const { values } = shown();
  type("a\r\nb");
  expect(values().text).toBe("a\nb");
  expect(hint()).toBe(phrases.promptHint);
  type("x".repeat(241));
  expect(hint()).toBe(phrases.longHint);
  type("x".repeat(200_001));
  expect(hint()).toBe(phrases.tooLong);
  expect(values().text.length).toBe(200_000);
  type("");
  expect(values().text).toBe("");
});

test("an example brings a model of its language, and stays with the present one where it can", () => {
  const { values, session } = shown();
  click(button("春晓"));
  expect(values()).toMatchObject({ text: examples.spring.text, model: "chinese" });
  expect(field().value).toBe(examples.spring.text);
  act(() => session.set({ model: "english" } as never));
  click(button("a king"));
  expect(values()).toMatchObject({ text: examples.king.text, model: "english" });
});

test("one more, one back, and what is written becomes one's own text", () => {
  const { values, session } = shown();
  const kept = recordedFor(values())!.written;
  const end = session.store.getState().t;
  click(button(phrases.back));
  expect(values().write).toBe(50);
  expect(session.store.getState().t).toBe(end - 1);
  click(button(phrases.one));
  expect(values().write).toBe(51);
  click(button(phrases.keep));
  expect(values()).toMatchObject({ text: examples.romeo.text + kept, write: 0 });
  click(button(phrases.back));
  expect(values().write).toBe(0);
});

test("writes on by itself till it is paused", () => {
  vi.useFakeTimers();
  const { values, session } = shown();
  click(button(phrases.writeOn));
  act(() => void vi.advanceTimersByTime(1000));
  const now = values().write;
  expect(now).toBeGreaterThan(55);
  click(button(phrases.pause));
  act(() => void vi.advanceTimersByTime(1000));
  expect(values().write).toBe(now);
  act(() => session.set({ write: 155 } as never));
  click(button(phrases.writeOn));
  act(() => void vi.advanceTimersByTime(3000));
  expect(values().write).toBe(160);
  expect(button(phrases.writeOn)).toBeDefined();
});
