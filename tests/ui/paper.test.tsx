import { expect, test } from "vitest";
import words from "../../content/en/paper.json" with { type: "json" };
import { loadChapter } from "../../src/chapters/load.ts";
import { Paper } from "../../src/chapters/paper/Paper.tsx";
import { settled } from "../../src/chapters/paper/settled.ts";
import { findAll } from "../../src/chapters/page.ts";
import { openSession } from "../../src/session/session.ts";
import { usePage } from "./world.tsx";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import type { Figure } from "../../src/kit/figure.ts";

const here = usePage();

test("a worksheet has every step with its picture, its questions with room, and the answers after all of them", async () => {
  const data = (await loadChapter("en", "hidden-state"))!;
  const parts = await Promise.all(data.scenes.map((s) => s.parts.wake()));
  const { steps } = data.page;
  const first = openSession(parts[0]!.figure!.figure);
  first.seek(3);
  const sheet = (
    <Paper
      data={data}
      parts={parts}
      found={new Map()}
      sessions={[first]}
      present={steps[0]!}
      words={words}
      address="https://example.org/"
    />
  );
  here.on.show(sheet);
  const all = (selector: string) => [...here.on.host.querySelectorAll<HTMLElement>(selector)];
  expect(all(".paper-step h2").map((h) => h.textContent)).toEqual(steps.map((s) => s.title));
  expect(all(".paper-step .picture svg")).toHaveLength(steps.filter((s) => s.figure).length);
  // The reader's own picture where they are; a step's own elsewhere.
  expect(all(".paper-step figcaption")[0]!.textContent).toContain("3");
  const bodies = parts.flatMap((p) => Object.values(p.bodies));
  const questions = bodies.flatMap((b) => [...findAll(b, "x-predict"), ...findAll(b, "x-quiz")]);
  expect(all(".paper-ask")).toHaveLength(questions.length);
  expect(all(".paper-answer")).toHaveLength(questions.length);
  expect(all(".paper-room")).toHaveLength(questions.length);
  expect(here.on.host.lastElementChild?.className).toBe("paper-answers");
  // Every right answer, by its letter, on the last sheet only.
  const letters = all(".paper-answer b").map((b) => b.textContent);
  const right = new Set(questions.map((q) => "@ABCDEF"[Number(q[1].answer)]));
  expect(new Set(letters)).toEqual(right);
  expect(all(".why, .teacher, .ask, input, [data-verdict]")).toEqual([]);
  // What a question asks is not told beside it.
  const asked = all("#keep-pushing, .paper-step").find((s) => s.textContent.includes("1.62"))!;
  expect(asked.querySelector(".prose")!.textContent).toContain("?");
});

test("paper waits for what a figure's models find, each step's own, and not for ever", async () => {
  const steps = [
    { id: "one", title: "", figure: "f", preset: undefined },
    { id: "two", title: "", figure: "f", preset: "flip" },
  ];
  const learner = (run: (a: number) => Promise<number>) =>
    ({
      figure: {
        ...(scalarState as unknown as Figure),
        presets: { flip: { label: "", set: { a: -0.5 }, t: 3 } },
        tasks: {
          find: {
            label: "Find",
            needs: ["a"],
            auto: true,
            async *run({ a }: { a: number }) {
              yield { done: 0.5 };
              return { found: await run(a) };
            },
          },
        },
      },
    }) as never;
  const own = await settled(
    learner(async (a) => a),
    steps as never,
    5000,
  );
  const of = (id: string) => {
    const { result, values, t } = own.get(id)!;
    return [(result as { found: number }).found === (values as { a: number }).a, t];
  };
  expect(own.size).toBe(2);
  expect(of("one")[0]).toBe(true);
  expect(of("two")).toEqual([true, 3]);
  const never = await settled(
    learner(() => new Promise(() => {})),
    steps as never,
    20,
  );
  expect(never.get("two")!.values).toMatchObject({ a: -0.5 });
  expect(await settled({ figure: scalarState } as never, steps as never, 5000)).toEqual(new Map());
});
