import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { renderEquation } from "../src/chapters/compile/math.ts";
import type { Bound, Equation } from "../src/kit/equation.ts";
import type { SymbolValue } from "../src/kit/figure.ts";
import { regionOf } from "../src/ui/region.ts";
import { isSymbol, type SymbolId } from "../src/notation.ts";
import { unit } from "./unit.ts";

const modules = import.meta.glob<Equation>("../src/equations/*.ts", {
  eager: true,
  import: "default",
});
const all = Object.entries(modules);

test("there are equations to test", () => expect(all.length).toBeGreaterThan(0));

/** The same value a thousandth larger: what a wrong step, sign or index would at least do. */
const off = (value: SymbolValue): SymbolValue =>
  typeof value === "number" ? value * 1.001 : value.map((row) => row.map((x) => x * 1.001));

const largest = (value: SymbolValue): number =>
  Math.max(...[value].flat(2).map((x) => Math.abs(x)));

for (const [path, e] of all)
  describe(`equation ${e.id}`, () => {
    const free = fc.record(
      Object.fromEntries(
        Object.entries(e.given).map(([k, [min, max]]) => [
          k,
          fc.oneof(
            { weight: 3, arbitrary: unit.map((u) => min + u * (max - min)) },
            { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
          ),
        ]),
      ),
    );
    const derived = (given: Readonly<Record<string, number>>): Bound => ({
      ...given,
      ...e.derive(given),
    });

    test("lives in the file of its id", () => expect(path).toBe(`../src/equations/${e.id}.ts`));

    test("holds in the code", () =>
      fc.assert(
        fc.property(free, (given) => {
          expect(e.residual(derived(given))).toBeLessThanOrEqual(1e-12);
        }),
      ));

    test("can fail: a derived value that is off by a thousandth is noticed", () => {
      let [tried, noticed] = [0, 0];
      for (const given of fc.sample(free, { numRuns: 400, seed: 1 })) {
        const found = e.derive(given);
        for (const id of Object.keys(found) as SymbolId[]) {
          const value = found[id]!;
          // What was chosen freely is not the code's answer, and a residual is relative to 1 where values are small.
          if (id in e.given || largest(value) < 0.05) continue;
          tried++;
          if (e.residual({ ...given, ...found, [id]: off(value) }) > 1e-6) noticed++;
        }
      }
      expect(tried, "the domain never reached a value worth disturbing").toBeGreaterThan(20);
      // Not always: a double eigenvalue moves its determinant by the square of the error.
      expect(noticed / tried).toBeGreaterThan(0.9);
    });

    test("names a region of code that exists", () => {
      const [file, region] = e.code.split("#") as [string, string];
      expect(regionOf(readFileSync(file, "utf8"), region), e.code).toBeTruthy();
    });

    test("uses symbols of the notation table, and has a name to be heard by", () => {
      const ids = [...e.tex.matchAll(/\\sy\{(\w+)\}/g)].map((m) => m[1]!);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of [...ids, ...Object.keys(e.given)]) expect(isSymbol(id), id).toBe(true);
      expect(e.name).toMatch(/\w+ \w+/);
    });

    test("has two faces: with symbols, and with a place for each number", () => {
      const { html, live, symbols } = renderEquation(e.tex);
      for (const id of symbols) {
        expect(html).toContain(`data-symbol="${id}"`);
        if (live) expect(live).toContain(`data-value="${id}"`);
      }
      // The annotation repeats the TeX for those who copy it.
      const shown = html.replace(/<annotation.*?<\/annotation>/s, "");
      expect(shown).toContain("<math");
      for (const face of [shown, live]) expect(face).not.toMatch(/katex-error|\\sy|\\by|\\html/);
    });
  });

test("what is not in the notation table does not become an equation", () => {
  expect(() => renderEquation(String.raw`\sy{nobody} = 1`)).toThrow(/nobody.*symbols/);
});

test("TeX may write no attribute but ours", () => {
  expect(() => renderEquation(String.raw`\sy{u}\href{javascript:alert(1)}{x}`)).not.toThrow();
  const { html } = renderEquation(String.raw`\sy{u}\href{javascript:alert(1)}{x}`);
  expect(html).not.toMatch(/<a |onclick|href="javascript/);
});
