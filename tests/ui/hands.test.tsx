import { expect, test } from "vitest";
import { hands } from "../../src/chapters/classroom/Hands.tsx";
import { openCounts, total } from "../../src/chapters/classroom/counts.ts";
import { Ask } from "../../src/ui/Ask.tsx";
import { HandsContext } from "../../src/ui/hands.ts";
import { click, press, set, usePage } from "./world.tsx";

const here = usePage();

const show = (name: string) =>
  here.on.show(
    <HandsContext value={hands}>
      <div className="presenter">
        <Ask
          name={name}
          kind="predict"
          question="?"
          options={["a", "b", "c"]}
          why="because"
          answer={2}
          onAnswer={() => undefined}
        />
      </div>
    </HandsContext>,
  );
const typed = () => [...here.on.host.querySelectorAll("input")].map((i) => i.value);
const bars = () =>
  [...here.on.host.querySelectorAll<HTMLElement>(".hand-bar i")].map((i) =>
    parseFloat(i.style.inlineSize),
  );

test("hands are counted by key, by press and by number, taken back, and marked with the answer", () => {
  show("one.0");
  expect(here.on.host.querySelector(".hand")).toBeNull();
  press(document.body, "1");
  expect(here.on.host.querySelector(".hand")).toBeNull();
  press(document.body, "h");
  for (const key of ["1", "2", "2", "9"]) press(document.body, key);
  expect(typed()).toEqual(["1", "2", "0"]);
  expect(bars()).toEqual([50, 100, 0]);
  press(document.body, "Backspace");
  expect(typed()).toEqual(["1", "1", "0"]);
  click(here.on.find(".hand:last-child button"));
  set(here.on.find<HTMLInputElement>(".hand input"), "12");
  expect(typed()).toEqual(["12", "1", "1"]);
  set(here.on.find<HTMLInputElement>(".hand input"), "many");
  expect(typed()).toEqual(["0", "1", "1"]);
  press(document.body, "Backspace");
  expect(typed()).toEqual(["12", "1", "1"]);
  // Before the answer nothing says which it is.
  expect(here.on.host.querySelector("[data-right], [data-verdict]")).toBeNull();
  click(here.on.find(".options > button"));
  const rows = [...here.on.host.querySelectorAll<HTMLElement>(".hand")];
  expect(rows.map((r) => [r.dataset.right, r.textContent])).toEqual([
    ["false", "12"],
    ["true", "1 ✓"],
    ["false", "1"],
  ]);
  expect(here.on.find(".ask").textContent).toContain("Hands: 14");
  // Told is told: the keys mean something else again.
  press(document.body, "1");
  expect(here.on.find(".ask").textContent).toContain("Hands: 14");
});

test("another question has its own hands, and the first keeps its own", () => {
  show("two.0");
  expect(here.on.host.querySelector(".hand")).toBeNull();
  show("one.0");
  expect(typed()).toEqual(["12", "1", "1"]);
});

test("elsewhere than in a presentation nothing is counted", () => {
  here.on.show(
    <Ask
      name="x.0"
      kind="quiz"
      question="?"
      options={["a"]}
      why=""
      answer={1}
      onAnswer={() => 0}
    />,
  );
  expect(here.on.host.querySelector(".hands-foot")).toBeNull();
});

test("counts: every change is taken back one by one, and none is below nothing", () => {
  const counts = openCounts();
  counts.add("q", 2);
  counts.set("q", 0, -4);
  counts.set("q", 0, 1e9);
  expect(counts.of("q").now).toEqual([9999, 0, 1]);
  expect(total(counts.of("q"))).toBe(10_000);
  for (let k = 0; k < 5; k++) counts.undo("q");
  expect(total(counts.of("q"))).toBe(0);
  expect(counts.of("other").now).toEqual([]);
});
