import { expect, test } from "vitest";
import { renderEquation } from "../../src/chapters/compile/math.ts";
import eigenvalues from "../../src/equations/eigenvalues.ts";
import s4Kernel from "../../src/equations/s4-kernel.ts";
import zoh from "../../src/equations/zoh.ts";
import type { Bound } from "../../src/kit/equation.ts";
import { complexList, put, timesOf } from "../../src/ui/substitute.ts";

/** The formula with its numbers as text, a matrix as rows. */
function told(tex: string, at: Bound): string[] {
  const { live, symbols } = renderEquation(tex);
  const host = document.createElement("div");
  host.className = "tex";
  host.innerHTML = live.repeat(timesOf(symbols, at));
  return [...host.children].map((formula, k) => {
    for (const place of formula.querySelectorAll<HTMLElement>("[data-value], [data-eye]"))
      put(place, at, k);
    for (const grid of formula.querySelectorAll<HTMLElement>(".grid"))
      grid.replaceWith(`[${[...grid.children].map((x) => x.textContent).join(" ")}]`);
    return formula.textContent!.replace(/[\s​⁣]+/g, " ");
  });
}
const A = [
  [0.95, 0],
  [0, 0.6],
];

test("complex numbers are written as numbers, a pair once", () => {
  expect(
    complexList([
      [0.95, 0],
      [0.6, 0],
    ]),
  ).toEqual(["0.95", "0.6"]);
  expect(
    complexList([
      [0.925, 0.29],
      [0.925, -0.29],
    ]),
  ).toEqual(["0.925 ± 0.29 i"]);
  expect(
    complexList([
      [-0.5, 3],
      [1, -2],
      [0, -1],
    ]),
  ).toEqual(["−0.5 + 3 i", "1 − 2 i", "− 1 i"]);
  expect(
    complexList([
      [0, 4],
      [0, -4],
    ]),
  ).toEqual(["± 4 i"]);
  expect(
    complexList([
      [1, 0],
      [1, 0],
    ]),
  ).toEqual(["1"]);
});

test("each eigenvalue stands in an equation of its own, with the identity as a matrix", () => {
  const lambda = [
    [0.95, 0],
    [0.6, 0],
  ];
  const formulas = told(eigenvalues.tex, { A, lambda });
  expect(formulas).toHaveLength(2);
  expect(formulas[0]).toMatch(
    /\[0\.95 0(\.00)? 0(\.00)? 0\.60\].*−.*0\.95.*\[1(\.00)? 0.*1(\.00)?\]/,
  );
  expect(formulas[1]).toMatch(/−.*0\.6.*\[1/);
  expect(
    told(eigenvalues.tex, {
      A,
      lambda: [
        [0.5, 0.2],
        [0.5, -0.2],
      ],
    })[0],
  ).toContain("(0.5 ± 0.2 i)");
});

test("the identity of a number is 1", () => {
  const [, formula] = told(zoh.tex, { A: -1, B: 1, Delta: 0.5, Abar: 0.607, Bbar: 0.393 });
  expect(formula).toMatch(/\(0\.607−1\)/);
});

test("each line of an aligned formula stands by itself, and what comes first needs no brackets", () => {
  const lines = told(zoh.tex, { A: -1, B: 1, Delta: 0.5, Abar: -0.607, Bbar: 0.393 });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^−0\.607=e/);
  expect(lines[1]).toMatch(/^0\.393=\(−1\)/);
});

test("an entry with an index is that entry; what is large is told by its corners; what is not known is a letter", () => {
  const wide = Array.from({ length: 32 }, (_, n) => n + 1);
  const at: Bound = { K: [[5, 6, 7]], k: 2, C: [wide], Abar: 0.5 };
  const [formula] = told(s4Kernel.tex, at);
  expect(formula).toMatch(/^7=\[1\.00 2\.00 ⋯ 32\.00\]/);
  expect(formula).toMatch(/B̄$/);
});
