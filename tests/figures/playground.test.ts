import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figure from "../../src/figures/playground/figure.ts";
import { apart, families, systemOf, together } from "../../src/figures/playground/families.ts";
import { arranged } from "../../src/figures/playground/view.ts";
import { blockAt } from "../../src/figures/playground/matrix.ts";
import { kernelAt, OMEGA, run } from "../../src/figures/playground/compute.ts";
import { params, type Setting } from "../../src/figures/playground/params.ts";
import { polesOf, printPoles, takePoles } from "../../src/figures/playground/poleText.ts";
import { heard, stepsOf, walk } from "../../src/figures/playground/selective.ts";
import { allSent, cameFrom, sent, stepOf } from "../../src/figures/playground/steps.ts";
import { resized } from "../../src/figures/playground/systemParam.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { own } from "../../src/kit/signal.ts";
import { decibels } from "../../src/models/frequency.ts";
import { sigmoid } from "../../src/models/s6Gate.ts";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { expectClose } from "../near.ts";
import { unit } from "../unit.ts";

const at = (preset: string | undefined, set: Partial<Setting> = {}): Setting => ({
  ...settingOf(figure, preset),
  ...set,
});
const rules = ["zoh", "bilinear", "euler", "backward", "mamba"] as const;

describe("the eigenvalues", () => {
  test.each([
    [
      "-0.2+1.5i, -1",
      [
        { re: -0.2, im: 1.5 },
        { re: -1, im: 0 },
      ],
    ],
    [
      "−0,5",
      [
        { re: 0, im: 0 },
        { re: 5, im: 0 },
      ],
    ],
    ["2i", [{ re: 0, im: 2 }]],
    [
      "i;-i",
      [
        { re: 0, im: 1 },
        { re: 0, im: 1 },
      ],
    ],
    [
      "-1 ± .5j、3e-1",
      [
        { re: -1, im: 0.5 },
        { re: 0.3, im: 0 },
      ],
    ],
  ])("reads %s", (typed, wanted) => expect(polesOf(typed)).toEqual(wanted));

  test.each(["", "x", "1+", "1,,2", "1+2", "--1", "1e9", "2+3i4"])("does not take %s", (typed) => {
    expect(polesOf(typed)).toBeUndefined();
    expect(takePoles(typed).note).toBe("polesWrong");
  });

  test("takes eight numbers of state and no more", () => {
    expect(takePoles("1i,2i,3i,4i").value).toBe("0+1i,0+2i,0+3i,0+4i");
    expect(takePoles("1i,2i,3i,4i,-1").note).toBe("polesMany");
    expect(polesOf(printPoles([{ re: -1.5, im: 2 }]))).toEqual([{ re: -1.5, im: 2 }]);
  });

  test("are those of the system that is made of them", () => {
    const { A } = systemOf(at(undefined, { family: "poles", poles: "-0.2+1.5i,-1" }));
    const { re, im } = eigenvalues(A);
    expectClose(re, [-0.2, -0.2, -1]);
    expectClose(im, [1.5, -1.5, 0]);
  });

  test.each(rules)(
    "%s sends them where those of its step are, and knows where they came from",
    (rule) => {
      const s = systemOf(at(undefined, { family: "poles", poles: "-0.3+1.1i,-0.7" }));
      const z = eigenvalues(stepOf(s, 0.4, rule)!.A);
      const found = allSent(eigenvalues(s.A), 0.4, rule);
      const sorted = (v: { re: Float64Array; im: Float64Array }) =>
        Array.from(v.re, (x, k) => [x, v.im[k]!])
          .toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
          .flat();
      expectClose(sorted(found), sorted(z), 1e-12);
      const lambda = { re: -0.3, im: 1.1 };
      const back = cameFrom(sent(lambda, 0.4, rule), 0.4, rule)!;
      expectClose([back.re, back.im], [-0.3, 1.1], 1e-12);
    },
  );
});

test("a block comes apart and goes together; one state more changes nothing of what was there", () => {
  const block = at(undefined).own;
  expect(together(apart(block))).toEqual(block);
  const wider = resized(block, 3);
  expect(wider).toHaveLength(4);
  expect(resized(wider, 2)).toEqual(block);
  const [a, b] = [block, wider].map((m) => run(at("turn", { own: m })).y);
  expectClose(b!, a!, 1e-12);
});

test.each(families)("%s has one input, one output and at most eight states", (family) => {
  for (const N of [2, 8]) {
    const { A, B, C, D } = systemOf(at(undefined, { family, N }));
    expect(A.rows).toBeLessThanOrEqual(8);
    expect([A.cols, B.rows, C.cols]).toEqual([A.rows, A.rows, A.rows]);
    expect([B.cols, C.rows, D.rows, D.cols]).toEqual([1, 1, 1, 1]);
  }
});

test("every random system is stable", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (seed) => {
      const { A } = systemOf(at(undefined, { family: "random", seed }));
      expect(Math.max(...eigenvalues(A).re)).toBeLessThan(0);
    }),
    { numRuns: 40 },
  ));

describe("selection", () => {
  test("is Theorem 1 of Mamba: with A = −1, B = 1 and a hold, h moves by the gate σ(w u + b) towards u", () => {
    const v = at("gate");
    const r = run(v);
    let h = 0;
    const wanted = r.u.map((x) => {
      const now = h;
      const g = sigmoid(v.gw * x + v.gb);
      h = (1 - g) * h + g * x;
      return now;
    });
    expectClose(r.y, wanted, 1e-12);
  });

  test("what a step still hears of each input adds up to its output", () => {
    const s = systemOf(at(undefined, { family: "spring" }));
    const u = Float64Array.from({ length: 30 }, (_, t) => Math.sin(t * t));
    const steps = stepsOf(
      s,
      u.map((x) => 0.3 + 0.2 * x),
      "bilinear",
    )!;
    for (const immediate of [false, true]) {
      const { y } = walk(s, steps, u, immediate);
      const weights = heard(s, steps, 29, immediate);
      expect(weights.reduce((sum, w, i) => sum + w * u[29 - i]!, 0)).toBeCloseTo(y[29]!, 12);
    }
  });

  test("with a weight of 0 it is the system with the step softplus(b)", () => {
    const selecting = run(at("gate", { gw: 0 }));
    const still = run(at("gate", { select: false, dt: Math.log1p(Math.exp(-5)) }));
    expectClose(selecting.y, still.y, 1e-12);
    const K = kernelAt(selecting, at("gate", { gw: 0 }), 95);
    expectClose(K, still.K.subarray(0, K.length), 1e-12);
  });
});

test("the three ways give one output", () => {
  for (const preset of ["spring", "legs", "delay", "shift", "turn"]) {
    const [a, b, c] = (["recurrence", "convolution", "scan"] as const).map(
      (way) => run(at(preset, { way })).y,
    );
    expectClose(b!, a!, 1e-12);
    expectClose(c!, a!, 1e-12);
  }
});

test("LegT read at its far end passes what is slow as it was a window ago, all of it", () => {
  const v = at("delay");
  const r = run(v);
  // The window is 1, a step 0.04: 25 steps ago, and half a step since the output is read before the step. 25.5 ω behind.
  expectClose(decibels(r.H).subarray(0, 40), new Float64Array(40), 0.05, 1);
  const k = 30;
  const phase = Math.atan2(r.H.im[k]!, r.H.re[k]!);
  expect(phase).toBeCloseTo(-25.5 * OMEGA[k]!, 3);
});

test("says plainly what it cannot do, and computes nothing wrong", () => {
  const broken = at("warp", {
    family: "own",
    kind: "continuous",
    own: [
      [5, 1],
      [1, 0],
    ],
    dt: 0.4,
  });
  const r = run(broken); // 2/Δ = 5 is an eigenvalue: bilinear has no step
  expect(r.model).toBeUndefined();
  expect(figure.describe(r, broken, 0)).toBe("broken");
  expect(blockAt(r, 0)).toBeUndefined();
  const far = at("overflow");
  expect(figure.describe(run(far), far, 0)).toBe("overflows");
  const sure = at("kalman", { R: 0 });
  expect(figure.describe(run(sure), sure, 0)).toBe("refused");
});

test("an input of numbers too large for any step is said, not drawn", () => {
  const grows = { family: "poles", poles: "0.5", kind: "continuous" } as const;
  const v = at("gate", { ...grows, input: own([0, 1e9, 2]) });
  expect(figure.describe(run(v), v, 0)).toBe("broken");
});

test("an arrangement has a cell for each view, none on another, all within the picture", () =>
  fc.assert(
    fc.property(unit, fc.boolean(), (u, compact) => {
      const views = params.views.at(u);
      const { width, height, cells } = arranged(views, compact);
      expect(cells).toHaveLength(views.length);
      cells.forEach((a, i) => {
        expect(a.right).toBeLessThanOrEqual(width);
        expect(a.bottom).toBeLessThanOrEqual(height);
        for (const b of cells.slice(i + 1))
          expect(
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
          ).toBe(true);
      });
    }),
  ));

test.each(["time", "time.time", "time.poles.what", "time.poles.kernel.phase.matrix", ""])(
  "no arrangement is %s",
  (text) => expect(params.views.parse(text)).toBeUndefined(),
);

test.each(["1", "1,2;3", "1,2;3,x", "1,2;3,1e7", `${"0,".repeat(9)}0`])("no system is %s", (text) =>
  expect(params.own.parse(text)).toBeUndefined(),
);
