import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import { describe as describeIn, momentOf, speak, wordsOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { openSession, type Session } from "../../src/session/session.ts";
import { Ask } from "../../src/ui/Ask.tsx";
import { LiveContext } from "../../src/ui/live.ts";
import { Value } from "../../src/ui/Readouts.tsx";
import { click, english, figureOf, usePage } from "./world.tsx";

const figure = scalarState as unknown as Figure;
const here = usePage();
let session: Session;
beforeEach(() => {
  session = openSession(figure);
});

test("a withheld number is a question mark in the foot, and its sentence is not said", () => {
  here.on.show(figureOf(session));
  const foot = () => here.on.find(".readouts").textContent;
  const caption = () => here.on.find("figcaption").textContent;
  const [numbers, whole] = [foot(), caption()];
  expect(numbers).toContain("4.6");
  act(() => session.withhold(new Set(["halfLife"])));
  expect(foot()).toBe(numbers.replace("4.6", "?"));
  expect(caption()).not.toContain("4.6");
  expect(whole.startsWith(caption())).toBe(true);
  expect(caption()).not.toBe("");
  act(() => session.withhold(new Set(["caption"])));
  expect(caption()).toBe(english["ask.first"]);
  act(() => session.withhold(new Set()));
  expect([foot(), caption()]).toEqual([numbers, whole]);
});

test("a text keeps back what its own question asks, whatever the figure shows", () => {
  const words = wordsOf(figure);
  const quoted = (withheld: ReadonlySet<string>) =>
    here.on.show(
      <LiveContext value={{ session, words, here: true, withheld }}>
        <Value of="rest" />
      </LiveContext>,
    );
  quoted(new Set(["rest"]));
  expect(here.on.host.textContent).toBe("?");
  act(() => session.set({ a: 0.5 }));
  expect(here.on.host.textContent).toBe("?");
  quoted(new Set());
  act(() => session.withhold(new Set(["rest"])));
  expect(here.on.host.textContent).toBe("1");
});

test("a number that only a task finds comes into the text once it is found there, and stays while the figure moves on", async () => {
  const learner: Figure = {
    ...figure,
    readouts: {
      ...figure.readouts,
      rest: { label: "rest", of: (r) => (r as { found?: number }).found ?? NaN },
    },
    tasks: {
      find: {
        label: "Find",
        needs: ["a"],
        async *run() {
          yield { done: 0.5 };
          return { found: 42 };
        },
      },
    },
  };
  session = openSession(learner);
  const told = momentOf(learner);
  const words = wordsOf(learner);
  here.on.show(
    <LiveContext value={{ session, words, here: true, told }}>
      <Value of="rest" still />
    </LiveContext>,
  );
  expect(here.on.host.textContent).toBe("—");
  act(() => session.set({ a: 0.5 }));
  const find = () => {
    session.task("find", "start");
    return vi.waitUntil(() => session.store.getState().tasks.find!.finished);
  };
  await act(find);
  expect(here.on.host.textContent).toBe("—"); // found for another setting
  act(() => session.reset());
  await act(find);
  expect(here.on.host.textContent).toBe("42");
  act(() => session.set({ a: 0.6 }));
  expect(here.on.host.textContent).toBe("42");
});

test("sentences end with a full stop of either language, and not at a decimal point", () => {
  const said = (phrase: string) => {
    const m = { ...session.store.getState(), withheld: new Set(["rest"]) };
    return speak(figure, () => phrase, m, "any");
  };
  expect(said("At 1.5 it is {h}. It rests at {rest}. So be it.")).toMatch(
    /^At 1\.5 it is .*\d\. So be it\.$/,
  );
  expect(said("现在是 {h}。终于 {rest}。就这样。")).toMatch(/^现在是 .*\d。就这样。$/);
  expect(said("It rests at {rest}.")).toBe("");
  expect(describeIn(figure, () => "{rest}!", { ...session.store.getState() })).toMatch(/\d!$/);
});

test("whoever will not guess is told, and nothing is called wrong", () => {
  const answers: (number | undefined)[] = [];
  const ask = (
    <Ask
      name="a.0"
      kind="predict"
      question="?"
      options={["a", "b"]}
      why="because"
      answer={2}
      onAnswer={(chosen) => answers.push(chosen)}
    />
  );
  here.on.show(ask);
  expect(here.on.find(".why").textContent).toBe("");
  click(here.on.find("button.quiet"));
  expect(answers).toEqual([0]);
  expect(here.on.find(".why").textContent).toBe("because");
  expect(here.on.find("[data-verdict=right]").textContent).toBe("b");
  // For the next class it is put anew.
  click(here.on.find("button.quiet"));
  expect(answers).toEqual([0, undefined]);
  expect(here.on.find(".why").textContent).toBe("");
  expect(here.on.host.querySelector("[data-verdict]")).toBeNull();
});
