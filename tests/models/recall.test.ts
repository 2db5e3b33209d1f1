import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answer,
  heldAtTheEnd,
  leastMissed,
  sequences,
  vote,
} from "../../src/models/recall/marked.ts";
import { memory, memoryIds, network, type MemoryId } from "../../src/models/recall/memory.ts";
import { smoothNoise } from "../../src/models/recall/noise.ts";
import { pushLeft } from "../../src/models/recall/push.ts";
import {
  prepare,
  readOutOf,
  readOuts,
  recalled,
  relativeError,
  wantedOn,
} from "../../src/models/recall/readOut.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { legs, legt } from "../../src/numerics/hippo.ts";
import { matvec } from "../../src/numerics/linalg.ts";

const setting = { N: 16, theta: 128, rho: 0.97, gain: 0.5, seed: 3 };
const linear = memoryIds.filter((id) => id !== "rnn");
const LEAD = 300;

function missedBy(id: MemoryId, d: number, period: number, N = 32): number {
  const m = memory(id, { ...setting, N, theta: 256 });
  const stretch = (seed: number, length: number) => {
    const u = smoothNoise(seed, LEAD + length, period);
    const { rows, cols, data } = m.run(u);
    return {
      states: { rows: rows - LEAD, cols, data: data.subarray(LEAD * cols) },
      u,
      from: LEAD,
    };
  };
  const W = readOuts(prepare(stretch(1, 768), 1e-6), [d]);
  const judged = stretch(2, 512);
  return relativeError(recalled(W, 0, judged.states), wantedOn(judged, d));
}

describe("memories of equal size", () => {
  test("the shift register holds the last N inputs, newest first", () => {
    const u = smoothNoise(5, 40, 4);
    const { data } = memory("shift", setting).run(u);
    for (let t = 16; t < 40; t++)
      expect([...data.subarray(t * 16, (t + 1) * 16)]).toEqual(
        [...u.subarray(t - 15, t + 1)].toReversed(),
      );
  });

  test.each([
    ["legt", legt(16, 128)],
    ["legs", { A: legs(16).A, B: legs(16).B }],
  ] as const)("%s is its matrix under the bilinear rule", (id, { A, B }) => {
    const dt = id === "legs" ? 2 / setting.theta : 1;
    const bar = discretize(A, { rows: 16, cols: 1, data: B }, dt, "bilinear");
    const u = smoothNoise(4, 60, 8);
    const run = memory(id, setting).run(u);
    let h = new Float64Array(16);
    u.forEach((x, t) => {
      h = matvec(bar.A, h).map((y, n) => y + bar.B.data[n]! * x);
      for (let n = 0; n < 16; n++) expect(run.data[t * 16 + n]).toBeCloseTo(h[n]!, 10);
    });
  });

  test("the network has the spectral radius that was asked for", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 2, max: 24 }), (seed, N) => {
        const { re, im } = eigenvalues(network({ ...setting, N, seed }).W);
        const radius = Math.max(...re.map((x, i) => Math.hypot(x, im[i]!)));
        expect(radius).toBeCloseTo(setting.rho, 9);
      }),
      { numRuns: 20 },
    ));

  test("S4D-Lin needs an even number, and says so", () => {
    expect(() => memory("lin", { ...setting, N: 15 }).run(new Float64Array(3))).toThrow(/N .*even/);
  });
});

describe("noise", () => {
  test("of period 2 is white: the normals of the seed themselves, as they come", () => {
    const u = smoothNoise(9, 5000, 2);
    const power = u.reduce((sum, x) => sum + x * x, 0) / 5000;
    const next = u.reduce((sum, x, t) => sum + x * (u[t + 1] ?? 0), 0) / 5000;
    expect(power).toBeCloseTo(1, 1);
    expect(Math.abs(next)).toBeLessThan(0.05);
  });

  test("swings no faster than its period: next to no power above the cut", () => {
    const L = 4096;
    const u = smoothNoise(9, L, 32);
    const powerAt = (period: number) => {
      const w = (2 * Math.PI) / period;
      let [c, s] = [0, 0];
      u.forEach((x, t) => {
        const hann = Math.sin((Math.PI * t) / L) ** 2;
        c += hann * x * Math.cos(w * t);
        s += hann * x * Math.sin(w * t);
      });
      return Math.hypot(c, s);
    };
    expect(powerAt(12)).toBeLessThan(1e-2 * Math.max(powerAt(60), powerAt(90), powerAt(140)));
  });
});

describe("read-outs", () => {
  test("satisfy the normal equations, Xᵀ(Xw − y) + λw = 0", () => {
    const u = smoothNoise(2, 200, 6);
    const states = memory("legs", setting).run(u);
    const fitted = prepare({ states, u, from: 0 }, 1e-4);
    const w = readOutOf(fitted, u);
    const said = recalled(w, 0, states);
    for (let n = 0; n < 16; n++) {
      let sum = fitted.lambda * w.data[n]!;
      let size = 1;
      for (let t = 0; t < 200; t++) {
        sum += states.data[t * 16 + n]! * (said[t]! - u[t]!);
        size += Math.abs(states.data[t * 16 + n]! * u[t]!);
      }
      expect(Math.abs(sum)).toBeLessThan(1e-9 * size);
    }
  });

  test("HiPPO recalls 200 steps ago from 32 numbers; the others do not", () => {
    expect(missedBy("legt", 200, 32)).toBeLessThan(0.03);
    for (const id of ["random", "rnn", "shift", "gate"] as const)
      expect(missedBy(id, 200, 32), id).toBeGreaterThan(0.8);
  });

  test("of white noise no linear memory of N numbers recalls more than N inputs' worth", () => {
    for (const id of linear) {
      let worth = 0;
      for (let d = 0; d <= 120; d++) worth += Math.max(0, 1 - missedBy(id, d, 2, 8) ** 2);
      // Up to what 8 numbers fit by luck: some 1 % at each of the 121 lags.
      expect(worth, id).toBeLessThan(8 + 1.5);
    }
  });
});

describe("what is left of a push", () => {
  test.each(memoryIds)("%s: the derivative of the state by that input", (id) => {
    const u = smoothNoise(6, 60, 5);
    const m = memory(id, setting);
    const left = pushLeft(id, setting, 20, m.run(u), 30);
    const moved = (by: number) => m.run(u.map((x, t) => (t === 30 ? x + by : x))).data;
    const [more, less] = [moved(1e-5), moved(-1e-5)];
    for (let l = 0; l <= 20; l++) {
      const at = (30 + l) * 16;
      const size = Math.hypot(
        ...more.subarray(at, at + 16).map((x, n) => (x - less[at + n]!) / 2e-5),
      );
      expect(Math.abs(left[l]! - size)).toBeLessThan(1e-6 * left[0]!);
    }
  });

  test("fades in the RNN where the same matrix without tanh still holds it", () => {
    const u = smoothNoise(6, 512, 32);
    const share = (id: MemoryId) => {
      const left = pushLeft(id, setting, 200, memory(id, setting).run(u), 0);
      return left[200]! / left[0]!;
    };
    expect(share("rnn")).toBeLessThan(1e-6 * share("random"));
  });
});

describe("the marked token", () => {
  const marked = { ...setting, theta: 24, M: 16, places: 8, sharp: 8 };

  test("is where the mark is", () => {
    const q = sequences(11, 50, marked);
    q.place.forEach((p, r) => {
      expect(p).toBeLessThan(8);
      expect(q.wanted[r]).toBe(q.tokens[r * 16 + p]);
      expect(Math.abs(q.wanted[r]!)).toBe(1);
    });
  });

  test("a linear memory holds at the end what it has run through", () => {
    const q = sequences(3, 4, marked);
    for (const id of linear.filter((name) => name !== "gate")) {
      const X = heldAtTheEnd(id, marked, q);
      const m = memory(id, marked);
      for (let r = 0; r < 4; r++) {
        const last = m.run(q.tokens.subarray(r * 16, (r + 1) * 16)).data.subarray(15 * 16);
        const size = Math.max(...last.map(Math.abs));
        last.forEach((x, n) => expect(Math.abs(X.data[r * 33 + n]! - x)).toBeLessThan(1e-9 * size));
      }
    }
  });

  // Five: the last one runs alone beside the four before it.
  test("the plain RNN holds what its equation says, the mark beside the token", () => {
    const q = sequences(3, 5, marked);
    const X = heldAtTheEnd("rnn", marked, q);
    const { W, U, V } = network(marked);
    for (let r = 0; r < 5; r++) {
      let h = new Float64Array(16);
      for (let j = 0; j < 16; j++) {
        const before = matvec(W, h);
        const mark = j === q.place[r] ? 1 : 0;
        h = before.map((x, n) => Math.tanh(x + U[n]! * q.tokens[r * 16 + j]! + V[n]! * mark));
      }
      h.forEach((x, n) => expect(X.data[r * 17 + n]).toBeCloseTo(x, 12));
      expect(X.data[r * 17 + 16]).toBe(1);
    }
  });

  test("a vote of n signs: the share that is right, counted out", () => {
    for (let n = 1; n <= 11; n++) {
      let right = 0;
      for (let bits = 0; bits < 2 ** n; bits++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += (bits >> k) & 1 ? 1 : -1;
        right += (1 + Math.sign(sum) * (bits & 1 ? 1 : -1)) / 2;
      }
      expect(vote(n)).toBeCloseTo(right / 2 ** n, 12);
    }
    expect(leastMissed(1)).toBe(0);
    expect(leastMissed(4)).toBeCloseTo(Math.sqrt(0.75), 12);
  });

  test("in one place is recalled by a linear read-out; in one of 8 hardly better than by a vote", () => {
    const one = answer("shift", { ...marked, places: 1 }, 1e-6);
    expect(one.right).toBe(1);
    const eight = answer("shift", marked, 1e-6);
    expect(eight.right).toBeLessThan(vote(8) + 0.05);
    expect(eight.missed).toBeGreaterThan(0.9);
  });

  test("with a gate it is recalled wherever it is", () => {
    expect(answer("gate", { ...marked, places: 16 }, 1e-6).right).toBe(1);
    expect(answer("gate", { ...marked, sharp: 0 }, 1e-6).right).toBeLessThan(0.7);
  });
});
