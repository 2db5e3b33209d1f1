import { expect, test } from "vitest";
import { further } from "../../src/chapters/progress.ts";
import { projected, spoken } from "../../src/chapters/nodes.tsx";
import type { Node } from "../../src/chapters/page.ts";

const p = (text: string): Node => ["p", {}, text];
const equation = (id: string): Node => ["x-equation", { id }];
const predict: Node = ["x-predict", { answer: "1" }];
const teacher: Node = ["x-teacher", {}, p("note")];

test("a class sees a question with the paragraph that leads to it and all equations of its step", () => {
  const body = [p("one"), p("two"), equation("a"), equation("b"), predict, p("after"), teacher];
  expect(projected(body)).toEqual([p("two"), equation("a"), equation("b"), predict]);
});

test("without a question it sees the first paragraph, its list and the equations", () => {
  const list: Node = ["ul", {}, ["li", {}, "x"]];
  expect(projected([p("one"), list, p("two"), equation("a")])).toEqual([
    p("one"),
    list,
    equation("a"),
  ]);
  expect(projected([predict])).toEqual([predict]);
});

test("what is displayed between paragraphs comes with the one that leads to it", () => {
  const shown: Node = ["p", {}, ["x-math", { html: "x" }]];
  const body = [p("one"), p("put it in:"), shown, shown, p("so"), predict, p("after"), shown];
  expect(projected(body)).toEqual([p("put it in:"), shown, shown, p("so"), predict]);
  expect(projected([p("one"), p("two"), shown, p("three")])).toEqual([p("one"), p("two"), shown]);
  expect(projected([shown])).toEqual([shown]);
});

test("where there is no figure it sees everything but the notes to its teacher", () => {
  expect(spoken([p("one"), teacher, predict])).toEqual([p("one"), predict]);
});

test("an answer that is taken back is gone, and what was read stays", () => {
  const before = { done: ["a"], answers: { "a.0": 2, "b.0": 1 } };
  expect(further(before, { answers: { "a.0": undefined } })).toEqual({
    done: ["a"],
    answers: { "b.0": 1 },
  });
});
