import { expect, test } from "vitest";
import { isDone, numbersOf, partsOf, readyAt, run } from "../../src/figures/kalman-scan/compute.ts";
import kalmanScan from "../../src/figures/kalman-scan/figure.ts";
import { joinElements } from "../../src/models/kalman.ts";

const set = { a: 0.95, Q: 0.5, R: 1, look: 6, seed: 5 };
const r = run(set);

test("what the chapter says: two, four, eight steps are done after one, two, three rounds", () => {
  expect([0, 1, 2, 3].map((round) => readyAt(r, round))).toEqual([1, 2, 4, 8]);
  expect(kalmanScan.readouts.joins!.of(r, set, 3)).toBe(7 + 6 + 4);
});

test("where nothing is kept each step has the filter's bell from the start, and the caption says so", () => {
  const forgets = { ...set, a: 0 };
  const own = run(forgets);
  own.rounds[0]!.forEach((stretch, k) => {
    expect(numbersOf(stretch).b).toBeCloseTo(own.mean[k]!, 12);
    expect(numbersOf(stretch).c).toBeCloseTo(own.variance[k]!, 12);
  });
  expect([0, 1, 2, 3].map((t) => kalmanScan.describe(own, forgets, t))).toEqual(
    Array.from({ length: 4 }, () => "forgets"),
  );
  expect([0, 3].map((t) => kalmanScan.describe(r, set, t))).toEqual(["begins", "ends"]);
});

test("what is drawn as joined was joined", () => {
  for (const round of [1, 2, 3])
    r.rounds[round]!.forEach((stretch, k) => {
      const parts = partsOf(r, round, k);
      if (!parts) return expect(stretch).toBe(r.rounds[round - 1]![k]);
      const [i, j] = parts;
      expect([i.from, i.to + 1, j.to]).toEqual([stretch.from, j.from, stretch.to]);
      expect(stretch.element).toEqual(joinElements(i.element, j.element));
      return undefined;
    });
});

test("only what goes back to the beginning has forgotten what came before", () => {
  for (const stretch of r.rounds.flat()) {
    const { a, j } = numbersOf(stretch);
    expect(a === 0).toBe(isDone(stretch));
    expect(j > 0).toBe(!isDone(stretch));
  }
});
