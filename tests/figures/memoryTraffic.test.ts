import { expect, test } from "vitest";
import figure from "../../src/figures/memory-traffic/figure.ts";
import { inForce, plan, type Run } from "../../src/figures/memory-traffic/compute.ts";
import { experiment } from "../../src/figures/memory-traffic/experiment.ts";
import { apartForward, fusedForward, room } from "../../src/figures/memory-traffic/loops.ts";
import {
  apartBackward,
  fusedBackward,
  slopesOf,
} from "../../src/figures/memory-traffic/loopsBack.ts";
import type { Setting } from "../../src/figures/memory-traffic/params.ts";
import { soFar } from "../../src/figures/memory-traffic/readouts.ts";
import { recording } from "../../src/figures/memory-traffic/recorded.ts";
import { channelsOf, sampleOf } from "../../src/figures/memory-traffic/sample.ts";
import { slotsOf, touches } from "../../src/figures/memory-traffic/slots.ts";
import { ways } from "../../src/figures/memory-traffic/tensors.ts";
import type { DeviceDescription, Gpu } from "../../src/gpu/device.ts";
import { Gpu as RealGpu } from "../../src/gpu/device.ts";
import { selectiveScanTwin } from "../../src/gpu/kernels/selective-scan/twin.ts";
import { selectiveScanBackwardTwin } from "../../src/gpu/kernels/selective-scan-backward/twin.ts";
import { GpuProblem } from "../../src/gpu/problem.ts";
import { describe as spoken, settingOf, wordsOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { Refusal } from "../../src/kit/task.ts";

/** A slice after the other, to the end. */
function finish<T>(slices: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const at = (preset: string): Setting => settingOf(figure, preset) as Setting;
const read = (name: keyof typeof figure.readouts, v: Setting, r: Run = plan(v), t = Infinity) =>
  figure.readouts[name]!.of(r, v, t);

test.each([
  ["layer", { apart: 9512, fused: 78.6, ratio: 121, least: 38.1, pairs: 201, levels: 11 }],
  ["once", { apart: 1259, fused: 78.6, ratio: 16.0, levels: 1 }],
  ["single", { apart: 126, fused: 63.5, ratio: 1.98, pairs: 12.6 }],
  ["many", { apart: 4884, fused: 127, ratio: 38.5 }],
  ["backward", { apart: 11_426, fused: 314, ratio: 36.4, kept: 403, passed: 52.9, stretch: 8 }],
  ["roofline", { intensityApart: 0.191, intensityFused: 7.83, ridge: 14.0, boundApart: 1982 }],
  [
    "roofOnce",
    {
      intensityApart: 0.322,
      operationsApart: 0.406,
      operationsFused: 0.616,
      boundApart: 262,
      boundFused: 24.1,
    },
  ],
  ["measured", { ratio: 135, recordedApart: 2443, recordedFused: 28.59, recordedRatio: 85.4 }],
] as const)("%s: the numbers that the lesson quotes", (preset, numbers) => {
  for (const [name, value] of Object.entries(numbers)) {
    const got = read(name, at(preset));
    expect(Math.abs(got / value - 1), `${name}: ${got}`).toBeLessThan(5e-3);
  }
});

test("a pass written out as the arithmetic of its shapes", () => {
  const v = at("once");
  const row = 4 * v.L * v.D;
  // Written out: Ā and B̄u to memory and back, h to memory and back; u twice, Δ, y; B, C, A and D are small.
  expect(plan(v).apart.bytes / row).toBeCloseTo(6 * v.N + 4, 0);
  // Fused: u and Δ twice, y, and each chunk's end written, walked twice and entered.
  expect(plan(v).fused.bytes / row).toBeGreaterThan(5);
  expect(plan(v).fused.bytes / row).toBeLessThan(5 + (5 * v.N) / plan(v).chunk + 0.2);
});

test("every byte has a block in the picture, for every pass, scan and number of states", () => {
  for (const pass of ["forward", "backward"] as const)
    for (const scan of ["levels", "once"] as const)
      for (const N of [1, 16, 64]) {
        const v = setting({ pass, scan, N });
        const r = plan(v);
        const drawn = slotsOf(v).flatMap(({ blocks }) => blocks);
        for (const way of ways)
          for (const { moves } of r[way].programs)
            for (const { tensor } of moves)
              expect(drawn, `${way} ${pass} ${scan}`).toContain(tensor);
        for (const id of drawn)
          expect(
            ways.some((way) => touches(r, way, id)),
            id,
          ).toBe(true);
      }
});

test("what has moved grows with the playhead from nothing to all, and stays there", () => {
  const r = plan(at("backward"));
  for (const way of ways) {
    const series = Array.from({ length: 41 }, (_, k) => soFar(r[way], k / 4));
    expect(series[0]).toBe(0);
    series.forEach((bytes, k) => expect(bytes).toBeGreaterThanOrEqual(series[k - 1] ?? 0));
    expect(series.at(-1)).toBe(r[way].bytes);
  }
});

test("measured is what the kernels do: level by level, and recorded on one card", () => {
  const v = inForce(setting({ show: "measured", scan: "once", card: "m2" }));
  expect([v.scan, v.card]).toEqual(["levels", "h200"]);
});

const worst = (got: Float32Array, want: Float64Array) => {
  const most = want.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
  return want.reduce((m, x, i) => Math.max(m, Math.abs(x - got[i]!)), 0) / most;
};

test("the loops of the processor, in one and in several programs, forward and backward, are right", () => {
  for (const [L, D, N] of [
    [1, 1, 1],
    [16, 3, 4],
    [70, 5, 16],
  ] as const) {
    const input = finish(sampleOf(L, D, N));
    const y = new Float32Array(L * D);
    const kept = room(input);
    apartForward(input, kept, y);
    expect(worst(y, selectiveScanTwin(input))).toBeLessThan(1e-6);
    fusedForward(input, y.fill(0));
    expect(worst(y, selectiveScanTwin(input))).toBeLessThan(1e-6);
    const dy = input.u.toReversed();
    const want = selectiveScanBackwardTwin(input, dy);
    for (const back of [
      (out: ReturnType<typeof slopesOf>) => apartBackward(input, dy, kept, out),
      (out: ReturnType<typeof slopesOf>) => fusedBackward(input, dy, out),
    ]) {
      const out = slopesOf(input);
      for (let again = 0; again < 2; again++) back(out); // as often as it is timed
      for (const name of ["du", "ddelta", "dB", "dC", "dD"] as const)
        expect(worst(out[name], want[name]), name).toBeLessThan(2e-6);
      if (L > 1) expect(worst(out.dA, want.dA), "dA").toBeLessThan(2e-6);
    }
  }
});

test("the first channels of an input are that input's", () => {
  const input = finish(sampleOf(5, 4, 2));
  const two = channelsOf(input, 2);
  expect([...two.u]).toEqual(
    [0, 1, 2, 3, 4].flatMap((t) => Array.from(input.u.slice(4 * t, 4 * t + 2))),
  );
  expect(worst(scan(two), selectiveScanTwin(two))).toBeLessThan(1e-6);
});

const scan = (input: Parameters<typeof fusedForward>[0]) => {
  const y = new Float32Array(input.u.length);
  fusedForward(input, y);
  return y;
};

/** The experiment to its end. */
async function measured(v: Setting, gpu: Gpu): Promise<Run> {
  let released = 0;
  const slices = experiment(v, { gpu, release: () => void released++ });
  let last = 0;
  for (;;) {
    const { done, value } = await slices.next();
    if (done) {
      expect(released).toBe(1);
      return { ...plan(v), ...value };
    }
    expect(value.done).toBeGreaterThanOrEqual(last);
    last = value.done;
  }
}

const words = wordsOf(figure as unknown as Figure);
const said = (r: Run, v: Setting) =>
  spoken(figure as unknown as Figure, words, { result: r, values: v as never, t: 0 });

const small = { show: "measured", L: 256, D: 16, N: 4 } as const;

test("without a graphics card the processor runs both, correctly, and the figure says why", async () => {
  for (const pass of ["forward", "backward"] as const) {
    const v = setting({ ...small, pass });
    const r = await measured(v, new RealGpu({ source: undefined }));
    expect(r.absence).toBe("unsupported");
    expect(r.measured!.map((m) => [m.where, m.way, m.L])).toEqual(
      [64, 256].flatMap((L) => ["fused", "apart"].map((way) => ["processor", way, L])),
    );
    for (const { seconds, error, hidden } of r.measured!) {
      expect(seconds).toBeGreaterThan(0);
      expect(error).toBeLessThan(2e-6);
      expect(hidden).toBe(0);
    }
    expect(figure.laws.agrees!.holds(r, v)).toBe(true);
    expect(figure.describe(r, v, 0)).toBe("unsupported");
    expect(said(r, v)).toMatch(/^This browser has no WebGPU\. On the processor \(16 channels\)/);
  }
}, 30_000);

const about: DeviceDescription = {
  vendor: "maker",
  architecture: "",
  name: "",
  fallback: false,
  timestamps: false,
};
/** A graphics card that answers, and fails at its work from the first on. */
const failing = (absence: "lost" | "failed" | "too-large") =>
  ({
    describe: async () => about,
    run: () => Promise.reject(new GpuProblem(absence)),
  }) as unknown as Gpu;

test("lost in the middle: the processor goes on and its times stay; refused: only that is left out", async () => {
  const v = setting(small);
  const lost = await measured(v, failing("lost"));
  expect([lost.absence, lost.refused]).toEqual(["lost", []]);
  expect(lost.measured).toHaveLength(4);
  expect(said(lost, v)).toMatch(/was lost twice; what it measured stays\. On the processor/);
  const refused = await measured(v, failing("failed"));
  expect([refused.absence, refused.refused]).toEqual([undefined, ["fused", "apart"]]);
  expect(refused.measured).toHaveLength(4);
  expect(said(refused, v)).toMatch(/refused the work\. On the processor/);
}, 30_000);

test("a size that no page should ask for is refused in a sentence before anything runs", async () => {
  const v = setting({ show: "measured", L: 65_536, D: 4096 });
  let asked = 0;
  const gpu = { describe: async () => (asked++, about) } as unknown as Gpu;
  const slices = experiment(v, { gpu, release: () => undefined });
  await expect(slices.next()).rejects.toThrow(new Refusal("tooLarge"));
  expect(asked).toBe(0);
  expect(plan(v).fits).toEqual({ apart: false, fused: false });
  expect(plan(setting({ L: 16_384, D: 2048 })).fits).toEqual({ apart: false, fused: true });
  expect(plan(setting({ L: 32_768, D: 64 })).fits).toEqual({ apart: true, fused: true });
});

test("what was recorded: one card, named; every run once; the numbers that the lesson quotes", () => {
  expect(recording.card).toBe("NVIDIA H200");
  const keys = recording.runs.map(({ pass, way, L, D, N }) => `${pass} ${way} ${L} ${D} ${N}`);
  expect(new Set(keys).size).toBe(keys.length);
  const v = at("measured");
  for (const [name, value] of [
    ["recordedApart", 2443],
    ["recordedFused", 28.6],
    ["recordedRatio", 85.4],
  ] as const)
    expect(Math.abs(read(name, v) / value - 1), name).toBeLessThan(5e-3);
  expect(read("recordedFused", setting({ show: "measured", L: 2048, D: 48 }))).toBeNaN();
});
