import { describe, expect, test } from "vitest";
import figure from "../../src/figures/library/figure.ts";
import { booksOf, isWrong, run } from "../../src/figures/library/compute.ts";
import { compact, shelfOf, wide } from "../../src/figures/library/layout.ts";
import { posesAt } from "../../src/figures/library/pose.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { scanCost } from "../../src/numerics/scanCost.ts";
import type { Setting } from "../../src/figures/library/params.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const tasks = ["sum", "max", "ssm", "tanh", "each"] as const;
const grid = tasks.flatMap((task) =>
  [4, 5, 7, 16, 31, 32].flatMap((n) => [1, 2, 3, 4, 7, 16].map((k) => ({ task, n, k }))),
);

describe("who does what", () => {
  test("every law holds for every task, with few and with many helpers, with and without the carry", () => {
    for (const one of grid)
      for (const carry of [true, false]) {
        const v = setting({ ...one, carry });
        const r = run(v);
        for (const [name, law] of Object.entries(figure.laws))
          expect(law.holds(r, v as never), `${name} ${JSON.stringify({ ...one, carry })}`).toBe(
            true,
          );
      }
  });

  test("four helpers and sixteen books: 3 steps of summing up, 2 of carrying, 4 of writing", () => {
    const r = run(setting());
    const at = (k: number) => r.ticks[k]!.stands.map((x) => x.doing);
    expect(r.counted).toEqual({ work: 26, depth: 9 });
    expect(at(0)).toEqual(["wait", "wait", "wait", "wait"]);
    expect(at(3)).toEqual(["reduce", "reduce", "reduce", "wait"]);
    expect(at(4)).toEqual(["wait", "carry", "wait", "wait"]);
    expect(at(5)).toEqual(["wait", "wait", "carry", "wait"]);
    for (const k of [6, 7, 8, 9]) expect(at(k)).toEqual(["write", "write", "write", "write"]);
    expect(r.when).toEqual([6, 7, 8, 9, 6, 7, 8, 9, 6, 7, 8, 9, 6, 7, 8, 9]);
  });

  test("what helpers hold at the end of the first pass are the sums of their stretches", () => {
    const r = run(setting());
    const sums = [0, 4, 8].map((i) => r.books.slice(i, i + 4).reduce((s, u) => s + u, 0));
    expect(r.ticks[3]!.stands.slice(0, 3).map((x) => x.held![0])).toEqual(sums);
    // And after the relay, those of all books up to there.
    expect(r.ticks[5]!.stands[2]!.held![0]).toBe(sums[0]! + sums[1]! + sums[2]!);
  });

  test("the results are those of plain loops", () => {
    for (const k of [1, 4, 5, 16]) {
      const { a, b } = setting();
      const loops: Record<(typeof tasks)[number], (h: number, u: number) => number> = {
        sum: (h, u) => h + u,
        max: (h, u) => Math.max(h, u),
        ssm: (h, u) => a * h + b * u,
        tanh: (h, u) => Math.tanh(a * h + b * u),
        each: (_, u) => u * u,
      };
      for (const task of tasks) {
        const r = run(setting({ task, k }));
        let h = task === "max" ? -Infinity : 0;
        r.books.forEach((u, i) => expect(r.written[i]).toBeCloseTo((h = loops[task](h, u)), 10));
      }
    }
  });

  test("two helpers are no faster than one, and the fastest number is the fastest", () => {
    expect(run(setting({ k: 2 })).counted.depth).toBe(15);
    // Where the stretches are uneven, two are even slower: who sums up has the longer one.
    expect(run(setting({ n: 5, k: 2 })).counted.depth).toBe(5);
    const r = run(setting({ n: 32 }));
    for (let k = 1; k <= 16; k++)
      expect(run(setting({ n: 32, k })).counted.depth).toBeGreaterThanOrEqual(r.best.ticks);
    expect(run(setting({ n: 32, k: r.best.k })).counted.depth).toBe(r.best.ticks);
  });
});

describe("what must be true for helpers to help", () => {
  test("what is not associative takes as long as alone, however many help", () => {
    for (const k of [2, 4, 16]) {
      const r = run(setting({ task: "tanh", k }));
      expect(r.counted).toEqual(scanCost("sequential", 16));
      expect(r.ticks.every((x) => x.work <= 1)).toBe(true);
    }
    const r = run(setting({ task: "tanh" }));
    expect(Math.abs(r.left - r.right)).toBeGreaterThan(0.05);
    expect(r.written[2]).toBe(r.left);
  });

  test("without the carry only the first stretch is right; a map needs none", () => {
    const r = run(setting({ carry: false }));
    expect(r.written.map((_, i) => isWrong(r, i)).indexOf(true)).toBe(4);
    expect(r.counted.depth).toBe(3);
    expect(figure.describe(r, setting() as never, 3)).toBe("endsWrong");
    const map = run(setting({ task: "each", carry: false }));
    expect(map.written).toEqual(map.books.map((u) => u * u));
    expect(map.handovers).toBe(0);
  });
});

describe("the picture", () => {
  test("helpers and their cards stay inside, and on a moment between steps nobody stands on another", () => {
    for (const layout of [wide, compact])
      for (const one of grid) {
        const r = run(setting(one));
        const shelf = shelfOf(r, layout);
        for (const t of [0, 0.3, r.counted.depth / 2, r.counted.depth]) {
          const { poses } = posesAt(r, shelf, t);
          const still = Number.isInteger(t);
          poses.forEach(({ x, y }, j) => {
            expect(x - layout.card / 2, JSON.stringify(one)).toBeGreaterThan(-1);
            expect(x + layout.card / 2, JSON.stringify(one)).toBeLessThan(layout.width + 1);
            const next = poses[j + 1];
            if (still && next && next.y === y)
              expect(next.x - x, JSON.stringify(one)).toBeGreaterThanOrEqual(layout.card - 12);
          });
        }
      }
  });

  test("a carry flies from its giver to its taker, and is kept until it is used", () => {
    const r = run(setting());
    const shelf = shelfOf(r, wide);
    const at = (t: number) => posesAt(r, shelf, t);
    expect(at(3).flights).toEqual([]);
    const [flight] = at(3.2).flights;
    const [giver, taker] = at(3.2).poses;
    expect(flight!.x).toBeGreaterThan(giver!.x);
    expect(flight!.x).toBeLessThan((giver!.x + taker!.x) / 2);
    expect(at(3.5).flights[0]!.x).toBeGreaterThan((giver!.x + taker!.x) / 2);
    expect(flight!.value).toEqual(r.ticks[3]!.stands[0]!.held);
    expect(at(5).poses[1]!.inbox).toEqual(flight!.value);
    expect(at(6).poses[1]!.inbox).toBeUndefined();
  });
});

test("books hold whole numbers from −9 to 9, never 0; the same seed, the same books", () => {
  const all = Array.from({ length: 50 }, (_, k) => booksOf(32, k + 1)).flat();
  expect(all.every((u) => Number.isInteger(u) && u !== 0 && Math.abs(u) <= 9)).toBe(true);
  expect(new Set(all).size).toBe(18);
  expect(booksOf(9, 3)).toEqual(booksOf(32, 3).slice(0, 9));
});
