import { expect, it } from "vitest";
import { expectClose } from "../near.ts";
import { adamWState, adamWStep, clipNorm } from "../../src/models/train/adamw.ts";
import { normals } from "../../src/numerics/random.ts";

it("clipNorm scales by most / (norm + 1e-6), as PyTorch does, and only what is longer", () => {
  const long = Float64Array.of(3, -4);
  expect(clipNorm(long, 1)).toBe(5);
  expectClose(long, [3 / 5.000001, -4 / 5.000001], 1e-15);
  const short = Float64Array.of(0.3, 0.4);
  expect(clipNorm(short, 1)).toBeCloseTo(0.5, 15);
  expect([...short]).toEqual([0.3, 0.4]);
});

it("AdamW is its formula with corrected moments; decay is of the numbers marked alone", () => {
  const options = { lr: 0.1, betas: [0.8, 0.95], eps: 1e-3, weightDecay: 0.2 } as const;
  const x = normals(1, 4);
  const want = [...x];
  const state = adamWState(4);
  const [m, v] = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ];
  for (let t = 1; t <= 5; t++) {
    const g = normals(10 + t, 4);
    adamWStep(x, g, state, Uint8Array.of(0, 1, 0, 1), options);
    for (let i = 0; i < 4; i++) {
      m[i] = 0.8 * m[i]! + 0.2 * g[i]!;
      v[i] = 0.95 * v[i]! + 0.05 * g[i]! ** 2;
      const [mean, square] = [m[i]! / (1 - 0.8 ** t), v[i]! / (1 - 0.95 ** t)];
      if (i % 2) want[i]! *= 1 - 0.1 * 0.2;
      want[i]! -= (0.1 * mean) / (Math.sqrt(square) + 1e-3);
    }
    expectClose(x, want, 1e-13);
  }
});
