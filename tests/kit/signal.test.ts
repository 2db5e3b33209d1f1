import fc from "fast-check";
import { describe, expect, test } from "vitest";
import bundled from "../../src/kit/data/speech.json" with { type: "json" };
import { signal } from "../../src/kit/params/signal.ts";
import { series } from "../../src/kit/series.ts";
import { MOST, onset, own, samples, toGrid, type Own } from "../../src/kit/signal.ts";
import { sentenceLoudness } from "../../tools/speech-loudness.ts";

const p = signal({ label: "u", initial: { kind: "step" } });

describe("the reader's own samples", () => {
  const data = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
    minLength: 2,
    maxLength: 600,
  });

  test("are kept to a step of 16 bits", () =>
    fc.assert(
      fc.property(data, (x) => {
        const s = own(x) as Own;
        expect(s.data.length).toBe(Math.min(MOST, x.length));
        const most = Math.max(...x.map(Math.abs)) || 1;
        // The scale itself is written with six digits; few decimals may take a larger one.
        expect(s.scale).toBeLessThanOrEqual(Math.max(32767, (1 + 1e-5) * most));
        s.data.forEach((v, t) => expect(Math.abs(v - x[t]!)).toBeLessThanOrEqual(s.scale / 32767));
      }),
    ));

  test("readings about a large value keep what differs between them", () =>
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 0, max: 3 }),
        (about, near, decimals) => {
          const readings = near.map((x) => +(about + x).toFixed(decimals) + 0); // no −0
          expect([...own(readings).data]).toEqual(readings);
          const range = Math.max(...near) - Math.min(...near);
          own(near.map((x) => about + x)).data.forEach((v, t) =>
            expect(Math.abs(v - (about + near[t]!))).toBeLessThanOrEqual(
              Math.max(range / 1e4, 1e-7 * Math.abs(about) * range, 1e-13 * Math.abs(about)) + 1e-9,
            ),
          );
        },
      ),
    ));

  test("a link of old, without a middle, is read as it was", () => {
    const old = p.parse("own~3~AID_fwAA") as Own;
    expect([...old.data]).toEqual([NaN, 3, 0].map((x) => (Number.isNaN(x) ? -3 : x)));
  });

  test("travel in a link without a further loss", () =>
    fc.assert(
      fc.property(data, (x) => {
        const s = own(x);
        const text = p.print(s);
        expect(text).toMatch(/^own~[\d.e+-]+~[\w-]+$/);
        expect(text.length).toBeLessThan(2000);
        expect(p.parse(text)).toEqual(s);
        expect(own(samples(s, 0))).toEqual(s);
      }),
    ));

  test("all zero is a signal too", () => {
    const s = own([0, 0, 0]) as Own;
    expect([...s.data]).toEqual([0, 0, 0]);
    expect([...toGrid(s)]).toEqual([0, 0, 0]);
  });

  test.each([
    "own~1~A",
    "own~1~AAAA~B",
    "own~0~AAAAAAAA",
    "own~-1~AAAAAAAA",
    "own~1e13~AAAAAAAA",
    "own~1~****",
    `own~1~${"A".repeat(1999)}`,
    "sine~1",
    "sine~513",
    "sine~",
    "noise~0",
    "noise~1.5",
    "noise~10000",
    "own",
    "sine",
    "speech~1",
    "toString",
  ])("%s is no signal", (text) => expect(p.parse(text)).toBeUndefined());
});

describe("a figure with its own sources", () => {
  const flow = { kind: "given", id: "flow", data: Float64Array.of(3, NaN, 5) } as const;
  const gappy = signal({
    label: "u",
    initial: flow,
    offer: ["own"],
    given: [[flow, "The flow"]],
    gaps: true,
  });

  test("offers those, in its own words, and refuses the others", () => {
    expect(gappy.options).toEqual({ flow: "The flow", own: "My own" });
    expect(gappy.parse("flow")).toBe(flow);
    for (const text of ["impulse", "nile", "noise~3", "given", "sine~4"])
      expect(gappy.parse(text), text).toBeUndefined();
    expect(p.parse("flow")).toBeUndefined();
  });

  test("a gap survives the link where gaps are kept, and is a number elsewhere", () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(NaN), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
          minLength: 2,
          maxLength: MOST,
        }),
        (x) => {
          const s = own(x) as Own;
          s.data.forEach((v, t) => expect(Number.isNaN(v)).toBe(Number.isNaN(x[t])));
          expect(gappy.parse(gappy.print(s))).toEqual(s);
          const filled = p.parse(gappy.print(s)) as Own;
          expect(filled.data.every(Number.isFinite)).toBe(true);
          expect(p.parse(p.print(filled))).toEqual(filled);
        },
      ),
    ));
});

describe("signals made by a rule", () => {
  test.each([16, 64, 512])("have %i steps, all finite", (L) => {
    for (const kind of ["impulse", "step"] as const) expect(samples({ kind }, L).length).toBe(L);
    for (const s of [
      { kind: "sine", period: 5 },
      { kind: "noise", seed: 9 },
    ] as const) {
      const u = samples(s, L);
      expect(u.length).toBe(L);
      expect(u.every(Number.isFinite)).toBe(true);
    }
  });

  test("an impulse is a single 1; a step begins where the impulse does, and ends", () => {
    const impulse = samples({ kind: "impulse" }, 64);
    expect(impulse.reduce((a, b) => a + b)).toBe(1);
    expect(impulse[onset(64)]).toBe(1);
    const step = samples({ kind: "step" }, 64);
    expect(step.indexOf(1)).toBe(onset(64));
    expect(step.at(-1)).toBe(0);
  });

  test("a sine has its period", () => {
    const u = samples({ kind: "sine", period: 16 }, 64);
    for (let t = 0; t + 16 < 64; t++) expect(u[t + 16]).toBeCloseTo(u[t]!, 12);
    expect(u[4]).toBeCloseTo(1, 12);
  });

  test("noise depends on its seed and on nothing else, and is longer at the end only", () => {
    const a = samples({ kind: "noise", seed: 5 }, 64);
    expect(samples({ kind: "noise", seed: 5 }, 64)).toEqual(a);
    expect(samples({ kind: "noise", seed: 5 }, 128).subarray(0, 64)).toEqual(a);
    expect(samples({ kind: "noise", seed: 6 }, 64)).not.toEqual(a);
  });
});

describe("the bundled series", () => {
  test("the spoken sentence is what its tool makes of the recording", () =>
    expect(
      sentenceLoudness(new URL("../../public/audio/sentence.wav", import.meta.url), 256),
    ).toEqual(bundled));

  test("fit in a figure, and the Nile is standardised", () => {
    for (const { data } of Object.values(series)) {
      expect(data.length).toBeLessThanOrEqual(MOST);
      expect(data.every(Number.isFinite)).toBe(true);
    }
    const { data } = series.nile;
    expect(data.length).toBe(100);
    const mean = data.reduce((a, b) => a + b) / 100;
    expect(mean).toBeCloseTo(0, 12);
    expect(data.reduce((a, b) => a + (b - mean) ** 2, 0) / 100).toBeCloseTo(1, 12);
  });
});
