import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settingOf } from "../../src/kit/derive.ts";
import { forgottenByFilter, forgottenByState, run } from "../../src/figures/pilot-gate/compute.ts";
import figure from "../../src/figures/pilot-gate/figure.ts";
import { fitOf } from "../../src/figures/pilot-gate/look.ts";
import { parts } from "../../src/figures/pilot-gate/parts.ts";
import { watch } from "../../src/figures/pilot-gate/task.ts";
import type { Card } from "../../src/models/shipped/card.ts";

const card = JSON.parse(readFileSync("public/models/radio/card.json", "utf8")) as Card;
const bytes = new Uint8Array(readFileSync("public/models/radio/weights.bin"));

test("a state that forgets a share at every step has forgotten them together", () => {
  const delta = new Float64Array(65).fill(0.1);
  expect(forgottenByState({ delta, A: -2 }, 16)).toBeCloseTo(1 - Math.exp(-0.2 * 16), 12);
});

test("a filter that trusts its pilots wholly forgets all", () => {
  expect(forgottenByFilter({ snr: 120, a: 0.9, every: 8 })).toBeCloseTo(1, 6);
  // Deep in noise the gain all but vanishes, and what is left is a to the power of the spacing.
  expect(forgottenByFilter({ snr: -80, a: 0.9, every: 8 })).toBeCloseTo(1 - 0.9 ** 8, 4);
});

test("by noise there is a record at every ratio, over a transmission at its own", () => {
  const v = settingOf(figure);
  for (const snr of [0, 7, 25]) {
    const there = { ...v, snr, show: "ratio" } as const;
    expect(figure.describe(run(there), there, 0), `${snr} dB`).toBe("ratio");
    const over = { ...there, show: "time" } as const;
    expect(figure.describe(run(over), over, 0), `${snr} dB`).toBe("waiting");
  }
  const other = { ...v, a: 0.98, show: "ratio" } as const;
  expect(figure.describe(run(other), other, 0)).toBe("ratioWaiting");
});

test("the states that are watched follow Kalman's estimate, and forget more the less noise there is", () => {
  const v = settingOf(figure);
  const slices = watch(v, new AbortController().signal, { model: { card, bytes } });
  let step = slices.next();
  while (!step.done) step = slices.next();
  const { watched } = step.value;
  const r = { ...run(v), watched: watched! };
  for (const part of parts) {
    expect(fitOf(r, { ...v, part }).together, part).toBeGreaterThan(0.8);
    const shares = watched!.forgotten[part];
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  }
  // The filter's line runs between states 2 and 4 of channel 26, whose A lie apart.
  [5, 10, 15, 20].forEach((snr, k) => {
    const filter = forgottenByFilter({ ...v, snr });
    expect(watched!.forgotten.im2[k + 1]!).toBeLessThan(filter);
    expect(watched!.forgotten.im4[k + 1]!).toBeGreaterThan(filter);
  });
});
