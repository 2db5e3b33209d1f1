import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/kit/figure.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { directCost, fastCost } from "../../src/figures/kernel-gallery/fft.ts";
import limit from "../../src/figures/diagonal-limit/figure.ts";
import { omega, otherAt, SIZES } from "../../src/figures/diagonal-limit/compute.ts";
import dplr from "../../src/figures/dplr/figure.ts";
import gallery from "../../src/figures/kernel-gallery/figure.ts";
import tones from "../../src/figures/tones/figure.ts";
import { products, shares } from "../../src/figures/three-views/compute.ts";
import views from "../../src/figures/three-views/figure.ts";

/** A readout at a preset, where its playhead starts, with settings changed. */
function told(f: object, preset: string, name: string, change = {}): number {
  const figure = f as Figure;
  const values = { ...settingOf(figure, preset), ...change };
  return figure.readouts[name]!.of(figure.compute(values), values, figure.presets[preset]!.t ?? 0);
}
const rounded = (v: Iterable<number>) => Array.from(v, (x) => Math.round(1e3 * x) / 1e3);

describe("what the chapter on S4 says of the three views", () => {
  test("rounding between recurrence and convolution, the rule's error to the continuous system", () => {
    for (const preset of ["nile", "few", "speech", "coarse", "long"])
      expect(told(views, preset, "gap"), preset).toBeLessThan(1e-12);
    expect(told(views, "nile", "continuous")).toBeCloseTo(0.067, 3);
    expect(told(views, "coarse", "continuous")).toBeCloseTo(0.27, 2);
    const { steps } = settingOf(views, "step");
    expect(told(views, "coarse", "continuous", { dt: 0.04, steps })).toBeCloseTo(0.019, 3);
    expect(told(views, "coarseHold", "continuous")).toBeLessThanOrEqual(1e-14);
  });

  test("both sums of one output", () => {
    const r = views.compute(settingOf(views, "few"));
    expect(rounded(shares(r, 7))).toEqual([-0.105, -0.408, 0.296, 0.056]);
    expect(rounded(products(r, 7)).slice(4).toReversed()).toEqual([-0.053, -0.018, -0.031, -0.06]);
    expect(
      products(r, 7)
        .slice(0, 4)
        .every((p) => p === 0),
    ).toBe(true);
    expect(told(views, "few", "y")).toBeCloseTo(-0.1614, 4);
    expect([told(views, "long", "terms"), settingOf(views, "long").N]).toEqual([701, 64]);
    expect(told(views, "speech", "length")).toBe(256);
  });

  test("a varying step", () => {
    expect(told(views, "sineVarying", "share")).toBeCloseTo(82, 0);
  });
});

describe("and of tones", () => {
  test("a mean over a whole turn is silent, a delay only turns, back by 3ω", () => {
    expect(told(tones, "mean", "gain")).toBe(0);
    const { tones: all, n } = tones.compute(settingOf(tones, "delay"));
    all.forEach(({ K }, j) => {
      const angle = (-3 * 2 * Math.PI * j) / n;
      expect(Math.hypot(K.re - Math.cos(angle), K.im - Math.sin(angle))).toBeLessThan(1e-14);
    });
  });

  test("with zeros the tones add up to the direct sum, without them a last push is answered at the beginning", () => {
    expect(told(tones, "all", "gap")).toBe(1e-14);
    expect(told(tones, "wrap", "gap")).toBeCloseTo(0.83, 2);
    const { K, sums } = tones.compute(settingOf(tones, "push"));
    expect(rounded(sums.at(-1)!)).toEqual(rounded([...K.slice(1), K[0]!]));
  });
});

describe("and of the kernels", () => {
  test("where nine tenths of it lie", () => {
    expect(told(gallery, "legs", "horizon")).toBe(236);
    expect(told(gallery, "coarse", "horizon")).toBe(29);
  });

  test("decays alone hardly swing", () => {
    const { K } = gallery.compute(settingOf(gallery, "real"));
    expect(K.filter((k, l) => l > 0 && k * K[l - 1]! < 0).length).toBe(1);
  });

  test("the price of the detour, and what padding prevents", () => {
    expect([directCost(64), fastCost(128)]).toEqual([2080, 2944]);
    expect(fastCost(256)).toBeLessThan(directCost(128));
    expect(directCost(16384) / 1e6).toBeCloseTo(134, 0);
    expect(fastCost(32768) / 1e6).toBeCloseTo(1.5, 1);
    expect(directCost(16384) / fastCost(32768)).toBeCloseTo(87, 0);
    expect(told(gallery, "wrap", "spoilt")).toBe(58);
    expect(told(gallery, "wrap", "wrapped")).toBeCloseTo(0.34, 2);
    const { wanted, L } = gallery.compute(settingOf(gallery, "wrap")).fft!;
    expect(Math.max(...wanted.subarray(0, L).map(Math.abs))).toBeCloseTo(0.55, 2);
  });

  test("S4D-LegS: the impulse response stays away, the step response comes close", () => {
    expect(told(gallery, "honest", "impulseGap")).toBeCloseTo(0.278, 3);
    expect(told(gallery, "honestMore", "impulseGap")).toBeCloseTo(0.277, 3);
    expect(told(gallery, "honest", "stepGap")).toBeCloseTo(0.0099, 4);
    expect(told(gallery, "honestMore", "stepGap")).toBeCloseTo(0.0013, 4);
  });
});

describe("and of the limit", () => {
  test("at ω = 1 the difference halves", () => {
    expect(told(limit, "sixteen", "gap")).toBeCloseTo(0.0624, 4);
    expect(told(limit, "twice", "gap")).toBeCloseTo(0.0312, 4);
    expect(told(limit, "sixteen", "impulseGap")).toBeCloseTo(
      told(gallery, "honest", "impulseGap"),
      9,
    );
    expect(told(limit, "sixteen", "stepGap")).toBeCloseTo(told(gallery, "honest", "stepGap"), 9);
  });

  test("with shuffled signs the half is wrong by about 100 %, at the slowest tones of every large N", () => {
    for (const seed of [1, 2, 3])
      for (const k of [5, 6, 7]) {
        const slow = otherAt(k, { seed }).filter((_, i) => omega[i]! < 2);
        for (const gap of slow) expect(Math.abs(gap - 1), `N = ${SIZES[k]}`).toBeLessThan(0.6);
      }
  });
});

describe("and of the two parts of LegS", () => {
  test("digits lost by its eigenvectors, none by those of the normal part", () => {
    expect(told(dplr, "eigenFew", "condition")).toBeCloseTo(77_032, -1);
    expect(Math.round(told(dplr, "eigenFew", "digits"))).toBe(11);
    expect(told(dplr, "eigen", "condition") / 1e16).toBeCloseTo(9.9, 1);
    expect(told(dplr, "eigen", "digits")).toBeLessThan(0.1);
    expect(told(dplr, "eigen", "spoilt")).toBeGreaterThan(100);
    expect(told(dplr, "eigenNormal", "conditionLegs") / 1e47).toBeCloseTo(3.2, 1);
    expect(told(dplr, "eigenNormal", "condition")).toBeCloseTo(1, 9);
  });

  test("above the diagonal: 0.43 to 1.48 half-way, nothing at the end", () => {
    const upper = (preset: string) => {
      const { A, N } = dplr.compute(settingOf(dplr, preset));
      return A.data.filter((_, i) => i % N > Math.floor(i / N));
    };
    expect(Math.min(...upper("fourHalf"))).toBeCloseTo(0.43, 2);
    expect(Math.max(...upper("fourHalf"))).toBeCloseTo(1.48, 2);
    expect(Math.max(...upper("four").map(Math.abs))).toBeLessThan(1e-12);
  });

  test("for short kernels the plain way takes fewer operations", () => {
    const ratio = (power: number) => told(dplr, "cost", "opsRatio", { power });
    expect(ratio(6)).toBeLessThan(1);
    expect(ratio(16)).toBeGreaterThan(10);
  });
});
