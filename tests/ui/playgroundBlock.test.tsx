import { act } from "react";
import { expect, test } from "vitest";
import playground from "../../src/figures/playground/figure.ts";
import { click, countedSession, figureOf, press, type, usePage } from "./world.tsx";

const here = usePage();

function shown() {
  const { session } = countedSession(playground as never);
  act(() => session.set({ family: "own" }));
  here.on.show(figureOf(session));
  const own = () => session.store.getState().values["own"] as number[][];
  const entries = () => [...here.on.host.querySelectorAll<HTMLInputElement>(".system-block input")];
  const numbers = () => entries().map((e) => +e.value.replace("−", "-"));
  const button = (word: string) =>
    [...here.on.host.querySelectorAll<HTMLButtonElement>(".system-block button")].find((b) =>
      b.textContent.includes(word),
    )!;
  const problem = () => here.on.host.querySelector(".system-block .problem")?.textContent ?? "";
  return { own, entries, numbers, button, problem };
}

test("every entry shows its own number when there are more or fewer of them", () => {
  const { own, numbers, button } = shown();
  for (const word of ["more", "more", "fewer", "more"]) {
    click(button(word));
    expect(numbers()).toEqual(own().flat());
  }
});

test("what is typed wrong stays, is said, and does not touch its neighbours", () => {
  const { own, entries, problem } = shown();
  const before = own();
  type(entries()[0]!, "many");
  expect(own()).toEqual(before);
  expect(problem()).toContain("number");
  press(entries()[1]!, "ArrowUp");
  expect(own()[0]![1]).toBeCloseTo(before[0]![1]! + 0.01, 12);
  expect(entries()[0]!.value).toBe("many");
  expect(
    entries()
      .map((e) => e.hasAttribute("aria-invalid"))
      .lastIndexOf(true),
  ).toBe(0);
  expect(problem()).toContain("number");
  type(entries()[0]!, "0,5");
  expect(own()[0]![0]).toBe(0.5);
  expect(problem()).toBe("");
});

test("a copied block is laid into the entries, one that does not fit is refused in a sentence", () => {
  const { own, entries, numbers, problem } = shown();
  const paste = (k: number, text: string) => {
    const event = new Event("paste", { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => text } });
    act(() => void entries()[k]!.dispatchEvent(event));
    return event.defaultPrevented;
  };
  paste(4, "[[0.1, 0.2], [0.3, 0.4]]");
  expect([own()[1]!.slice(1), own()[2]!.slice(1)]).toEqual([
    [0.1, 0.2],
    [0.3, 0.4],
  ]);
  paste(0, "1 0 0 0;0 1 0 0;0 0 1 0;0 0 0 1");
  expect(own()).toHaveLength(4);
  expect(numbers()).toEqual(own().flat());
  paste(15, "1 2");
  expect(problem()).toContain("does not fit");
  expect(paste(0, "0.25")).toBe(false);
});

test("a run that is kept stands with its numbers beside the present ones", () => {
  const { session } = countedSession(playground as never);
  here.on.show(figureOf(session));
  const radius = () =>
    [...here.on.host.querySelectorAll(".readouts li")].find((li) =>
      li.textContent.includes("radius"),
    )!.textContent;
  expect(radius()).toBe("spectral radius 0.9802");
  act(() => session.pin(true));
  act(() => session.set({ zeta: 0.5 }));
  expect(radius()).toBe("spectral radius 0.9048 (dashed: 0.9802)");
  act(() => session.pin(false));
  expect(radius()).toBe("spectral radius 0.9048");
});
