import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/models/shipped/card.ts";
import { openTagger } from "../../src/models/shipped/open.ts";
import { levinson } from "../../src/models/speech/ar.ts";
import {
  code,
  decode,
  encode,
  predictorOf,
  totalBits,
  type Way,
} from "../../src/models/waveform/codec.ts";
import { ahead, frameLags, lagsOfFrames, lpcOf, sentLpc } from "../../src/models/waveform/lpc.ts";
import { aheadFromPast, fadingLags, s6Predictor } from "../../src/models/waveform/predictors.ts";
import { bitReader, bitWriter, riceBits } from "../../src/models/waveform/rice.ts";
import { normals } from "../../src/numerics/random.ts";

const folder = "public/models/waveform/";
const stack = openTagger(
  JSON.parse(readFileSync(`${folder}card.json`, "utf8")) as Card,
  readFileSync(`${folder}weights.bin`),
);
const ways: Record<string, Way> = {
  same: { kind: "same" },
  sent: { kind: "sent", p: 16, frame: 128 },
  short: { kind: "sent", p: 32, frame: 8 },
  past: { kind: "past", p: 16 },
  s6: { kind: "s6", stack },
};

// round(9000 sin 0.31 t + 4000 cos(1.1 t + 1) + 700 sin(2.3 t² / 64))
const wave = Int32Array.from([
  2161, 751, 1336, 5834, 11432, 13452, 10305, 5125, 2330, 2878, 3444, 403, -5798, -10802, -10980,
  -7423, -4693, -5572, -7860, -7154, -2199, 3976, 7898, 8426, 6347, 4736, 7318, 11459, 9878, 3487,
  -1714, -5068, -4538, -2110, -5478, -9788, -12398, -11231, -4156, -806, 1181, -1254, 329, 4366,
  10814, 12387, 10290, 4605, 3563, 3449, 5938, 2001, -3777, -9364, -11390, -7156, -5348, -6084,
  -7725, -9141, -4671, 3339, 7183, 6500,
]);

describe("linear prediction of a frame", () => {
  // scipy.linalg.solve_toeplitz(r[:6], r[1:]) of the lags under scipy's Tukey window, sampled between its ends
  const lags = [2124578330, 1837472150, 1240160620, 715739661, 458648641, 259264333, -178254043];
  const solved = [1.37224044, -0.37973922, -0.66134854, 0.66687996, 0.21218589, -0.51936457];

  test("has the lags and the coefficients that SciPy finds", () => {
    const r = frameLags(wave, 0, 64, 6);
    r.forEach((x, k) => expect(Math.abs(x / lags[k]! - 1)).toBeLessThan(1e-7));
    levinson(r, 6).a.forEach((a, k) => expect(a).toBeCloseTo(solved[k]!, 7));
  });

  test("is sent in twelve bits a coefficient", () => {
    const { whole, shift } = sentLpc(wave, 0, 64, 6);
    expect(shift).toBe(10); // 1.37 × 2¹⁰ is below 2¹¹, 1.37 × 2¹¹ is not
    whole.forEach((c, k) => {
      expect(Math.abs(c)).toBeLessThan(2 ** 11);
      expect(Math.abs(c / 2 ** shift - solved[k]!)).toBeLessThanOrEqual(1 / 2 ** shift);
    });
    const told = whole.reduce((sum, c, k) => sum + c * wave[39 - k]!, 0) / 2 ** shift;
    expect(ahead({ whole, shift }, wave, 40)).toBe(Math.round(told));
  });

  test("of silence foretells silence", () => {
    const { whole } = sentLpc(new Int32Array(64), 0, 64, 6);
    expect([...whole]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("Rice's code", () => {
  test("gives back any numbers, in as many bits as it tells", () => {
    const numbers = fc.array(fc.integer({ min: -65_535, max: 65_535 }), { maxLength: 300 });
    fc.assert(
      fc.property(numbers, (list) => {
        const out = bitWriter();
        for (const e of list) out.number(e);
        expect(out.length()).toBe(riceBits(Int32Array.from(list)).reduce((a, b) => a + b, 0));
        const read = bitReader(out.bytes());
        expect(list.map(() => read.number())).toEqual(list);
      }),
    );
  });

  test("comes near to the entropy of noise", () => {
    const e = Int32Array.from(normals(3, 20_000), (x) => Math.round(100 * x));
    const mean = riceBits(e).reduce((a, b) => a + b, 0) / e.length;
    const entropy = 0.5 * Math.log2(2 * Math.PI * Math.E * 100 ** 2);
    expect(mean).toBeGreaterThan(entropy);
    expect(mean).toBeLessThan(entropy + 0.2);
  });

  test("says where the bytes end too soon", () => {
    expect(() => bitReader(Uint8Array.of(255)).number()).toThrow(/end too soon/);
  });
});

describe.each(Object.entries(ways))("foretold %s", (_, way) => {
  const quiet = Int32Array.from(normals(1, 300), (x) => Math.round(3 * x));
  const sounds: Record<string, Int32Array> = {
    wave: Int32Array.from({ length: 640 }, (__, t) => wave[t % 64]!),
    quiet,
    silence: new Int32Array(200),
    clipped: Int32Array.from({ length: 300 }, (__, t) => (t % 50 < 25 ? 32_767 : -32_768)),
    one: Int32Array.of(-32_768),
    none: new Int32Array(0),
  };

  test.each(Object.entries(sounds))("%s is received to the last bit", (__, x) => {
    const stream = encode(x, way);
    expect(decode(stream, x.length, way)).toEqual(x);
    expect(stream.length).toBe(Math.ceil(totalBits(code(x, way)) / 8));
  });

  test("looks at nothing that follows", () => {
    if (way.kind === "sent") return; // it looks at its frame, and sends what it saw
    const other = sounds["wave"]!.map((x, t) => (t < 200 ? x : -x));
    const [a, b] = [sounds["wave"]!, other].map((x) => code(x, way).residual.subarray(0, 200));
    expect(a).toEqual(b);
  });
});

test("coefficients from the past find the process that makes a series", () => {
  const e = normals(5, 8000);
  let [one, two] = [0, 0];
  const x = Int32Array.from(e, (noise) => {
    const now = 1.6 * one - 0.8 * two + 200 * noise;
    [two, one] = [one, now];
    return Math.round(now);
  });
  const { residual } = code(x, { kind: "past", p: 2 });
  const late = residual.subarray(2000);
  const size = Math.sqrt(late.reduce((sum, r) => sum + r * r, 0) / late.length);
  expect(size).toBeGreaterThan(196); // less than the noise nobody can leave
  expect(size).toBeLessThan(210);
});

test("S6 gives a positive Δ for each channel, and refuses another model", () => {
  const predictor = s6Predictor(stack);
  expect(predictor.ahead()).toBe(0);
  predictor.take(1000);
  for (const layer of [0, 1]) {
    const delta = predictor.delta(layer);
    expect(delta.length).toBe(32);
    expect(delta.every((d) => d > 0)).toBe(true);
  }
  const odd = { ...stack, shape: { ...stack.shape, input: { reals: 7 } } };
  expect(() => s6Predictor(odd)).toThrow(/33 numbers a step/);
  expect(predictorOf({ kind: "same" }).ahead()).toBe(0);
});

describe("a whole sound at once", () => {
  const long = Int32Array.from({ length: 300 }, (_, t) => wave[t % 64]! + 37 * (t % 11));
  test("from the past is foretold as sample by sample, to the last bit, from lags of any larger order", () => {
    for (const p of [1, 7, 16]) {
      const predictor = predictorOf({ kind: "past", p });
      const told = Float64Array.from(long, (x) => {
        const next = predictor.ahead();
        predictor.take(x);
        return next;
      });
      expect(aheadFromPast(long, p)).toEqual(told);
      expect(aheadFromPast(long, p, fadingLags(long, 20))).toEqual(told);
    }
  });
  test("by frames, from lags of any larger order", () => {
    const way = { kind: "sent", p: 5, frame: 64 } as const;
    expect(code(long, way, lagsOfFrames(long, 64, 12))).toEqual(code(long, way));
    expect(lpcOf(lagsOfFrames(long, 64, 5)[4]!, 5)).toEqual(sentLpc(long, 256, 44, 5));
  });
});
