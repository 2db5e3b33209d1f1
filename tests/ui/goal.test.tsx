import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import sentences from "../../content/en/embed.json" with { type: "json" };
import { Goal } from "../../src/app/embed/Goal.tsx";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import { UiContext } from "../../src/ui/words.ts";
import { countedSession, page, type Page } from "./world.tsx";

let on: Page;
beforeEach(() => {
  vi.useFakeTimers();
  on = page();
});
afterEach(() => {
  on.close();
  vi.useRealTimers();
});

test("a goal is text only; reached or not is seen at once and spoken once things rest", () => {
  const { session } = countedSession(scalarState as never);
  const [of, readout] = Object.entries(session.figure.readouts)[0]!;
  const x = () => {
    const { result, values, t } = session.store.getState();
    return readout.of(result, values, t);
  };
  session.set({ a: 0.9 });
  const there = x();
  session.set({ a: 0.5 });
  expect(x()).not.toBe(there);
  const check = { of, is: "eq", than: there, within: 1e-6 } as const;
  on.show(
    <UiContext value={sentences}>
      <Goal {...{ session, check }} task="<i>Find</i> it" />
    </UiContext>,
  );
  expect(on.find(".goal p").textContent).toBe("<i>Find</i> it");
  const [state, spoken] = [on.find(".goal-state"), on.find(".goal [role=status]")];
  expect(state.textContent).toContain(sentences["embed.notYet"]);
  act(() => session.set({ a: 0.9 }));
  expect(state.textContent).toContain(sentences["embed.reached"]);
  expect(spoken.textContent).toBe("");
  act(() => void vi.advanceTimersByTime(1000));
  expect(spoken.textContent).toBe(sentences["embed.reached"]);
  act(() => session.set({ a: 0.5 }));
  act(() => void vi.advanceTimersByTime(1000));
  expect(spoken.textContent).toBe(sentences["embed.notYet"]);
});
