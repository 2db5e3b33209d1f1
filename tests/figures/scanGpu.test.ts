import { expect, test } from "vitest";
import figure from "../../src/figures/scan-gpu/figure.ts";
import { cardCost } from "../../src/figures/scan-gpu/cardCost.ts";
import { plan, sizesOf, type Run } from "../../src/figures/scan-gpu/compute.ts";
import { pairsOf } from "../../src/figures/scan-gpu/data.ts";
import { errorOf } from "../../src/figures/scan-gpu/check.ts";
import { experiment } from "../../src/figures/scan-gpu/experiment.ts";
import { loop, nothingYet } from "../../src/figures/scan-gpu/loop.ts";
import { recordedFor, recording } from "../../src/figures/scan-gpu/recorded.ts";
import { Gpu } from "../../src/gpu/device.ts";
import { carrySides } from "../../src/gpu/kernels/pair-scan/wgsl.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { describe as spoken, settingOf, wordsOf } from "../../src/kit/derive.ts";
import type { Setting } from "../../src/figures/scan-gpu/params.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });

/** A slice after the other, to the end. */
function finish<T>(slices: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** The experiment where the browser offers no graphics card. */
async function onProcessor(v: Setting): Promise<Run> {
  const gpu = new Gpu({ source: undefined });
  const slices = experiment(v, { gpu, release: () => undefined });
  let last = 0;
  for (;;) {
    const { done, value } = await slices.next();
    if (done) return { ...plan(v), ...value };
    expect(value.done).toBeGreaterThanOrEqual(last);
    last = value.done;
  }
}

/** What K1, K2 and K3 do to one series, counting: a value is the number of joins it had to wait for. */
function walked(L: number, chunk: number, series: number) {
  const { segments } = carrySides(series);
  let work = 0;
  const nothing = -1;
  const join = (x: number, y: number) => (x === nothing ? y : (work++, Math.max(x, y) + 1));
  const chain = (xs: readonly number[], from = nothing) => {
    let h = from;
    return xs.map((x) => (h = join(h, x)));
  };
  const last = (xs: readonly number[]) => xs.at(-1) ?? nothing;
  const one = Array.from({ length: chunk }, () => 0);
  const chunks = L / chunk;
  const totals = Array.from({ length: chunks - 1 }, () => last(chain(one)));
  const length = Math.ceil(totals.length / segments);
  const cut = Array.from({ length: segments }, (_, k) =>
    totals.slice(k * length, (k + 1) * length),
  );
  const sums = cut.map((part) => last(chain(part)));
  const used = cut.filter((part) => part.length > 0).length;
  const carries = cut
    .slice(0, used)
    .flatMap((part, k) => chain(part, last(chain(sums.slice(0, k)))));
  const ends = Array.from({ length: chunks }, (_, k) =>
    last(chain(one, k === 0 ? nothing : carries[k - 1]!)),
  );
  return { work, depth: Math.max(...ends) };
}

test("joins in chunks are counted as the three dispatches make them", () => {
  for (const series of [1, 3, 64])
    for (const chunk of [16, 64, 128])
      for (const L of [chunk, 2 * chunk, 256, 1024, 2 ** 14, 2 ** 17].filter((n) => n > chunk))
        expect(cardCost(L, chunk, series), `${L} in ${chunk}, ${series} series`).toEqual(
          walked(L, chunk, series),
        );
  expect(cardCost(64, 64, 1)).toEqual({ work: 63, depth: 63 });
});

test("the plan's numbers, as the lesson quotes them", () => {
  const at = (method: Setting["method"]) => {
    const v = setting({ method, plot: "depth" });
    return [figure.readouts.steps!.of(plan(v), v, 0), figure.readouts.joins!.of(plan(v), v, 0)];
  };
  expect(at("loop")).toEqual([1_048_575, 1_048_575]);
  expect(at("chunks")).toEqual([571, 2_137_342]);
  expect(at("hillis")).toEqual([20, 19_922_945]);
  expect(at("blelloch")).toEqual([41, 3_145_726]);
});

test("without a graphics card the processor scans alone, correctly, and the figure says why", async () => {
  const v = setting({ most: 10 });
  const r = await onProcessor(v);
  expect(r.absence).toBe("unsupported");
  expect(r.measured!.map((m) => [m.method, m.L])).toEqual([8, 9, 10].map((p) => ["loop", 2 ** p]));
  for (const { seconds, away, error } of r.measured!) {
    expect(seconds).toBeGreaterThan(0);
    expect(away).toBe(seconds);
    expect(error).toBeLessThan(1e-7);
    expect(error).toBeGreaterThan(0);
  }
  expect(figure.laws.agrees!.holds(r, v)).toBe(true);
  expect(figure.describe(r, v, 0)).toBe("unsupported");
}, 20_000);

test("a wrong result does not pass: a prefix missing, the last pair lost, NaN", () => {
  const pairs = finish(pairsOf(1, 256, 2));
  const good = { a: new Float32Array(512), b: new Float32Array(512), series: 2 };
  loop(pairs, good, nothingYet(2));
  const off = (change: (b: Float32Array) => void) => {
    const b = good.b.slice();
    change(b);
    return finish(errorOf(pairs, { ...good, b }));
  };
  expect(off(() => undefined)).toBeLessThan(1e-7);
  expect(off((b) => b.copyWithin(2, 0))).toBeGreaterThan(1e-3);
  expect(off((b) => (b[511]! += 1e-4))).toBeGreaterThan(2e-6);
  expect(off((b) => b.fill(Number.NaN, 100, 101))).toBeNaN();
});

test("each absence has its sentence, with the numbers of the processor", () => {
  const v = setting({ at: 9 });
  const measured = [
    { method: "loop", L: 512, seconds: 2e-6, away: 2e-6, error: 3e-8 },
    { method: "helpers", L: 512, seconds: 9e-6, away: 9e-6, error: 3e-8 },
  ] as const;
  const said = new Set<string>();
  for (const absence of ["unsupported", "no-adapter", "fallback", "failed", "lost"] as const) {
    const r: Run = { ...plan(v), measured, absence };
    const sentence = spoken(figure as unknown as Figure, wordsOf(figure as unknown as Figure), {
      result: r,
      values: v as never,
      t: 0,
    });
    expect(sentence).toContain("At L = 2⁹ the plain loop takes 2 µs, with 4 helpers 9 µs");
    said.add(sentence);
    expect(figure.describe(r, setting({ at: 10 }) as never, 0), "nothing there yet").toBe(
      "partial",
    );
  }
  expect(said.size).toBe(5);
});

test("what was recorded: one machine, named; right results; the numbers that the lesson quotes", () => {
  expect(recording.card).toBe("NVIDIA H200");
  expect(recording.runs.map(({ D }) => D)).toEqual([1, 64]);
  for (const { D, measured } of recording.runs) {
    const sizes = sizesOf(setting({ D }));
    for (const m of measured) {
      expect(sizes).toContain(m.L);
      expect(m.error).toBeLessThan(3e-7);
    }
    for (const method of ["loop", "chunks", "hillis", "blelloch"] as const)
      expect(measured.filter((m) => m.method === method).map((m) => m.L)).toEqual(sizes);
  }
  const time = (method: string, L: number, D = 1) =>
    1e6 * recordedFor(setting({ D })).find((m) => m.method === method && m.L === L)!.seconds;
  const rounded = (x: number) => +x.toPrecision(2);
  expect(["loop", "chunks", "hillis", "blelloch"].map((m) => rounded(time(m, 2 ** 20)))).toEqual([
    7200, 100, 240, 160,
  ]);
  expect(rounded(time("one", 2 ** 18) / time("chunks", 2 ** 18))).toBe(580);
  // The loop is ahead up to 2¹², chunks from 2¹³ on; with the way there and back never.
  for (const L of sizesOf(setting())) {
    const [chunks, plain] = ["chunks", "loop"].map((m) => time(m, L));
    expect(chunks! < plain!, `${L}`).toBe(L >= 2 ** 13);
  }
  const away = recordedFor(setting()).filter((m) => m.method === "chunks");
  for (const m of away) expect(1e6 * m.away).toBeGreaterThan(time("loop", m.L));
});
