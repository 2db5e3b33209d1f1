import { describe, expect, test } from "vitest";
import figure from "../../src/figures/scan-tree/figure.ts";
import { run } from "../../src/figures/scan-tree/compute.ts";
import { compact, gridOf, nodeNear, wide } from "../../src/figures/scan-tree/layout.ts";
import { dependencies, lookedAt } from "../../src/figures/scan-tree/network.ts";
import { brief } from "../../src/draw/brief.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { ceilLog2 } from "../../src/numerics/scan.ts";
import type { ScanKind } from "../../src/numerics/scanCost.ts";
import type { Setting } from "../../src/figures/scan-tree/params.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const kinds: ScanKind[] = [
  "sequential",
  "hillisSteele",
  "blelloch",
  "blellochInclusive",
  "chunked",
];

describe("the network is the scan", () => {
  const every = kinds.flatMap((algorithm) =>
    Array.from({ length: 63 }, (_, k) => ({ algorithm, n: k + 2 })),
  );

  test("for every algorithm and every n: laws hold, no two nodes share a place, every node has a number", () => {
    for (const { algorithm, n } of every) {
      const v = setting({ algorithm, n, chunk: 5 });
      const r = run(v);
      for (const [name, law] of Object.entries(figure.laws))
        expect(law.holds(r, v as never), `${name}, ${algorithm}, n = ${n}`).toBe(true);
      const places = new Set(r.network.nodes.map((x) => `${x.level},${x.column}`));
      expect(places.size, `${algorithm}, n = ${n}`).toBe(r.network.nodes.length);
      expect(Math.max(...r.network.nodes.map((x) => x.column))).toBe(n - 1);
      for (const pair of r.numbers) expect(pair.every(Number.isFinite)).toBe(true);
    }
  });

  test("operands come from earlier levels", () => {
    for (const { algorithm, n } of every) {
      const { nodes } = run(setting({ algorithm, n, chunk: 3 })).network;
      for (const node of nodes)
        for (const { from } of node.wires) expect(nodes[from]!.level).toBeLessThan(node.level);
    }
  });

  test("the last result depends on every pair, and a prefix on no later one", () => {
    for (const algorithm of kinds) {
      const { network } = run(setting({ algorithm, n: 13 }));
      network.results.forEach((node, t) => {
        const leaves = [...dependencies(network, node)].filter((i) => i < 13);
        const own = algorithm === "blelloch" ? t : t + 1;
        expect(leaves.toSorted((p, q) => p - q)).toEqual(Array.from({ length: own }, (_, i) => i));
      });
    }
  });

  test("Blelloch goes up, clears and comes down, one level for each halving", () => {
    for (const n of [2, 3, 8, 11, 64]) {
      const d = ceilLog2(n);
      const { phases } = run(setting({ algorithm: "blelloch", n })).network;
      expect(phases).toEqual([
        ...Array.from({ length: d }, () => "up"),
        "clear",
        ...Array.from({ length: d }, () => "down"),
      ]);
    }
  });

  test("on the way down the earlier operand stands in the right-hand column", () => {
    const { nodes } = run(setting({ algorithm: "blelloch" })).network;
    const down = nodes.filter((x) => x.kind === "join" && x.level > 4);
    expect(down.length).toBe(7);
    for (const { wires, column } of down) {
      const [earlier, later] = wires.map((w) => nodes[w.from]!.column);
      expect(earlier).toBe(column);
      expect(later).toBeLessThan(column);
    }
  });
});

describe("the order of the operands", () => {
  test("turned round, every algorithm goes wrong, and all of them alike", () => {
    const last = kinds
      .filter((k) => k !== "blelloch")
      .map((algorithm) => run(setting({ algorithm, swap: true })).results.at(-1)![1]);
    for (const x of last) expect(x).toBeCloseTo(last[0]!, 10);
    for (const algorithm of kinds)
      expect(run(setting({ algorithm, swap: true })).difference).toBeGreaterThan(1);
  });

  test("pairs that commute do not mind", () => {
    const sums = [Array.from({ length: 8 }, () => 1), [1, 2, 3, 4, 5, 6, 7, 8]];
    const v = setting({ pairs: sums, swap: true });
    expect(run(v).difference).toBe(0);
    expect(figure.describe(run(v), v as never, 3)).toBe("luck");
  });
});

test("a signal drives the pairs, and a short one ends them", () => {
  const data = Float64Array.of(1, 2, 3, 4, 5);
  const v = setting({ from: "signal", input: { kind: "own", data, scale: 5 }, n: 8, a: 0.5, b: 2 });
  const r = run(v);
  expect(r.xs).toEqual([2, 4, 6, 8, 10].map((b) => [0.5, b]));
  expect(r.results.at(-1)![1]).toBe(2 * 0.0625 + 4 * 0.125 + 6 * 0.25 + 8 * 0.5 + 10);
});

test("what is looked at: by itself the last join of the level, or the reader's node", () => {
  const { network } = run(setting());
  expect(lookedAt(network, 0, 0)).toBeUndefined();
  expect(network.nodes[lookedAt(network, 0, 1)!]).toMatchObject({ level: 1, column: 7 });
  expect(lookedAt(network, 3, 0)).toBe(2);
  expect(lookedAt(network, 400, 0)).toBe(network.nodes.length - 1);
});

test("every node can be pointed at, on either width", () => {
  for (const layout of [wide, compact])
    for (const n of [8, 16, 64]) {
      const { network } = run(setting({ algorithm: "blellochInclusive", n }));
      const grid = gridOf(network, layout);
      network.nodes.forEach(({ column, level }, i) =>
        expect(nodeNear(network.nodes, grid, grid.x(column), grid.y(level))).toBe(i),
      );
      expect(nodeNear(network.nodes, grid, -50, -50)).toBeUndefined();
    }
});

test("eight pairs are written out in every layout, with every algorithm", () => {
  for (const layout of [wide, compact])
    for (const algorithm of kinds)
      for (const chunk of [2, 3, 4]) {
        const { network } = run(setting({ algorithm, chunk }));
        const grid = gridOf(network, layout);
        expect(grid.detail(0)).toMatch(/beside|stacked/);
        expect(grid.detail(1), `${algorithm} ${chunk} ${layout.width}`).not.toBe("dot");
        expect(grid.chars).toBeGreaterThanOrEqual(4);
      }
});

test("brief numbers keep their room, their sign and their size", () => {
  expect(brief(-12.345, 6)).toBe("−12.35");
  expect(brief(-12.345, 4)).toBe("−12");
  expect(brief(0.5, 4)).toBe("0.5");
  expect(brief(123456, 4)).toBe("1·10⁵");
  expect(brief(0.0004, 5)).toBe("≈0");
  expect(brief(-1e-300, 9)).toBe("≈0");
  expect(brief(-2.5e9, 4)).toBe("−3·10⁹");
  expect(brief(0, 3)).toBe("0");
  expect(brief(Number.NaN, 3)).toBe("–");
});
