import { expect, test } from "vitest";
import words from "../../content/en/paper.json" with { type: "json" };
import { loadChapter } from "../../src/chapters/load.ts";
import { Paper } from "../../src/chapters/paper/Paper.tsx";
import { findAll } from "../../src/chapters/page.ts";
import { openSession } from "../../src/session/session.ts";
import { usePage } from "./world.tsx";

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
