import { select } from "d3";
import { describe, expect, test } from "vitest";
import matrixFigure from "../../src/figures/hippo-matrix/figure.ts";
import { formulaOf } from "../../src/figures/hippo-matrix/formula.ts";
import memoryFigure from "../../src/figures/hippo-memory/figure.ts";
import { snug } from "../../src/draw/axis.ts";
import { reachOf } from "../../src/figures/hippo-memory/compute.ts";
import { directAt, readable, recallAt } from "../../src/figures/hippo-memory/recall.ts";
import timescale from "../../src/figures/timescale/figure.ts";
import { cellAt, heatMap } from "../../src/draw/heatMap.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { own } from "../../src/kit/signal.ts";
import scaled from "../../src/equations/hippo-scaled.ts";
import reconstruction from "../../src/equations/hippo-reconstruction.ts";
import { fromRows } from "../../src/numerics/matrix.ts";

type Memory = Parameters<typeof memoryFigure.compute>[0];
const setting = (set: Partial<Memory>): Memory => ({ ...settingOf(memoryFigure), ...set });

describe("hippo-memory", () => {
  // SCIENCE 2.2: f = sin 6x + 0.3 cos 17x, 512 samples, bilinear, and direct projection.
  test.each([
    [4, 0.223, 0.223, 3],
    [8, 0.0937, 0.0936, 4],
    [16, 0.0056, 0.0001, 4],
    [32, 0.0085, 0.0001, 4],
  ])("N = %d: RMSE %d, by direct projection %d", (N, stepwise, direct, digits) => {
    const r = memoryFigure.compute(setting({ N }));
    expect(recallAt(r, 511).error).toBeCloseTo(stepwise, digits);
    expect(directAt(r, 511).error).toBeCloseTo(direct, digits);
  });

  test("the error of the first n numbers of LegS is that of a memory of n numbers", () => {
    const many = memoryFigure.compute(setting({ N: 20 }));
    const few = memoryFigure.compute(setting({ N: 7 }));
    expect(recallAt(many, 300).byN[6]).toBeCloseTo(recallAt(few, 300).error, 12);
  });

  test("a window holds the last θ samples, or as many as there are", () => {
    const r = memoryFigure.compute(setting({ measure: "legt", theta: 32, N: 20, rule: "exact" }));
    expect([reachOf(r, 0), reachOf(r, 10), reachOf(r, 100)]).toEqual([0, 0, 69]);
    const { from, to, values, error } = recallAt(r, 100);
    expect([from, to, values.length]).toEqual([69, 100, 32]);
    expect(error).toBeLessThan(1e-3);
  });

  test("the parts of all numbers add up to what is remembered, for every measure", () => {
    for (const measure of ["legs", "legt", "lagt", "fout", "random"] as const)
      for (const law of ["scaled", "lti"] as const) {
        const r = memoryFigure.compute(setting({ measure, law, N: 6 }));
        const told = recallAt(r, 200);
        const c = r.memory.data.subarray(200 * 6, 201 * 6);
        const sum = c.reduce((total, x, n) => total + x * told.basis(3, n), 0);
        expect(sum).toBeCloseTo(told.values[3]!, 10);
      }
  });

  test("an overflow is said, and nothing is read from what is left", () => {
    const v = setting({ measure: "legt", rule: "euler", theta: 4, N: 128 });
    const r = memoryFigure.compute(v);
    expect(r.memory.finite).toBeLessThan(512);
    expect(readable(r, 511)).toBe(false);
    expect(memoryFigure.describe(r, v, 511)).toBe("overflow");
    expect(memoryFigure.readouts.result!.of(r, v, 511)).toBeNaN();
    expect(memoryFigure.describe(memoryFigure.compute(setting({})), setting({}), 511)).toBe(
      "whole",
    );
  });

  test("Euler explodes, and is clean once step N has multiplied every number by 0", () => {
    const v = settingOf(memoryFigure, "euler");
    const r = memoryFigure.compute(v);
    expect(recallAt(r, 20).error).toBeGreaterThan(1e15);
    expect(recallAt(r, 32).error).toBeLessThan(0.1);
    expect(memoryFigure.describe(r, v, 20)).toBe("eulerScaled");
  });

  test("silence is said, misses nothing, and breaks nothing", () => {
    const v = setting({ input: own([0, 0, 0, 0]) });
    const r = memoryFigure.compute(v);
    expect(memoryFigure.describe(r, v, 3)).toBe("silence");
    expect(memoryFigure.readouts.missed!.of(r, v, 3)).toBeNaN();
  });

  test("the formulas beside it hold at every moment", () => {
    const v = setting({ N: 5 });
    const r = memoryFigure.compute(v);
    for (const t of [0, 1, 17, 511]) {
      const at = memoryFigure.symbols(r, v, t);
      expect(scaled.residual(at)).toBeLessThan(1e-12);
      expect(reconstruction.residual(at)).toBeLessThan(1e-12);
    }
  });

  test("a calm end of an axis leaves little room", () => {
    expect([0.11, 1, 1.17, 2.01, 7, 9, 1.7e308].map(snug)).toEqual([
      0.12,
      1,
      1.2,
      2.5,
      8,
      10,
      Number.MAX_VALUE,
    ]);
  });
});

describe("hippo-matrix", () => {
  type Setting = Parameters<typeof matrixFigure.compute>[0];

  test("the rule shown for a cell gives the number in it, for every cell of every matrix", () => {
    for (const measure of ["legs", "legt", "lagt", "fout"] as const)
      for (const view of ["matrix", "sum"] as const)
        for (const N of [5, 6]) {
          const base: Setting = { measure, view, N, n: 0, k: 0 };
          const r = matrixFigure.compute(base);
          for (let n = 0; n < N; n++)
            for (let k = 0; k < N; k++) {
              const { rule, numbers } = formulaOf(r, { ...base, n, k });
              const value = evaluate(rule, n, k, r.B);
              const m = (view === "sum" ? r.sum : r.A).data[n * N + k]!;
              expect(value, `${measure} ${view} ${n} ${k}: ${rule}`).toBeCloseTo(m, 10);
              const [worked, result] = numbers.split("=").map((side) => side.trim());
              if (worked) expect(reckon(worked), numbers).toBeCloseTo(m, 10);
              expect(reckon(result!), numbers).toBeCloseTo(m, 2);
            }
        }
  });

  test("LegS wears −1 … −N", () => {
    const r = matrixFigure.compute({ measure: "legs", view: "eigen", N: 32, n: 0, k: 0 });
    expect([...r.lambda.re]).toEqual(Array.from({ length: 32 }, (_, n) => -(n + 1)));
  });
});

/** What a line of numbers comes to. */
function reckon(line: string): number {
  const js = line
    .replaceAll("−", "-")
    .replace(/(\d)√/, "$1·√")
    .replaceAll("√2", "Math.SQRT2")
    .replaceAll("√(", "Math.sqrt(")
    .replaceAll("·", "*");
  return Number(new Function(`return (${js})`)());
}

/** Reads the rule of a cell as mathematics. */
function evaluate(rule: string, n: number, k: number, B: Float64Array): number {
  const js = rule
    .replace(/,.*/, "")
    .replaceAll("−", "-")
    .replace("(-1)ⁿ⁻ᵏ", `${(n - k) % 2 === 0 ? 1 : -1}*`)
    .replaceAll("½", "0.5")
    .replace("2πj", `2*Math.PI*${n < k ? n / 2 : k / 2}`)
    .replace(/([-\d*]?)√\((.*)\)$/, "$1 Math.sqrt($2)")
    .replace(/(\d) Math/, "$1*Math")
    .replace(/\* Math/, "*Math")
    .replaceAll("2n", `2*${n}`)
    .replaceAll("2k", `2*${k}`)
    .replaceAll(")(", ")*(")
    .replace(/(\d) bₙ bₖ/, `$1*${B[n]! / 2}*${B[k]! / 2}`)
    .replaceAll("n+1", `${n}+1`);
  return Number(new Function(`return (${js.replace(/^-(-?\d\*)/, "-1*$1")})`)());
}

describe("a table of colours", () => {
  const box = { left: 10, top: 20, width: 40, height: 20 };
  const draw = (rows: number[][]) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const g = select(svg).append("g");
    heatMap(g, box)(fromRows(rows), { chosen: { row: 0, col: 1 } });
    const paths = (name: string) =>
      [...svg.querySelectorAll(name)].map((el) => el.getAttribute("d") ?? "").join("");
    return { svg, paths };
  };

  test("sign by hue and by mark, zero empty, one cell framed", () => {
    const { svg, paths } = draw([
      [-4, 0],
      [-4, 1],
    ]);
    expect(paths(".cell.minus")).toBe("M10 20h20v10h-20zM10 30h20v10h-20z");
    expect(paths(".cell.plus")).toBe("M30 30h20v10h-20z");
    // − is one stroke, + two.
    expect(paths(".mark").match(/h/g)).toHaveLength(3);
    expect(paths(".mark").match(/v/g)).toHaveLength(1);
    expect(svg.querySelector(".chosen-cell")!.getAttribute("x")).toBe("30");
  });

  test("a pointer finds its cell, at the nearest edge outside", () => {
    const m = { rows: 2, cols: 4 };
    expect(cellAt(box, m, 31, 31)).toEqual({ row: 1, col: 2 });
    expect(cellAt(box, m, -99, 999)).toEqual({ row: 1, col: 0 });
  });
});

describe("timescale", () => {
  test("LegS does not mind, LegT does, bilinear minds a little", () => {
    const of = (set: Partial<Parameters<typeof timescale.compute>[0]>) => {
      const v = { ...settingOf(timescale), ...set };
      const r = timescale.compute(v);
      return [timescale.readouts.legs!.of(r, v, 95), timescale.readouts.result!.of(r, v, 95)];
    };
    const [legs, legt] = of({ speed: 0.25 });
    expect(legs).toBeLessThan(1e-9);
    expect(legt).toBeGreaterThan(20);
    const [coarse] = of({ rule: "bilinear", rate: 4 });
    const [fine] = of({ rule: "bilinear", rate: 12 });
    expect(coarse! / fine!).toBeGreaterThan(2);
  });
});
