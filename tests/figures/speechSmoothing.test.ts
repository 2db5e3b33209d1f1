import { afterEach, describe, expect, test, vi } from "vitest";
import type { Clip } from "../../src/kit/clip.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { heat } from "../../src/figures/speech-smoothing/heat.ts";
import { picture } from "../../src/draw/picture.ts";
import { closeUp, resonance } from "../../src/figures/speech-smoothing/closeUp.ts";
import { clean, compute } from "../../src/figures/speech-smoothing/compute.ts";
import figure from "../../src/figures/speech-smoothing/figure.ts";
import { overviewOf, type Overview } from "../../src/figures/speech-smoothing/overview.ts";
import { sentence } from "../../src/figures/speech-smoothing/sentence.ts";
import { HOP } from "../../src/models/speech/enhance.ts";
import { snr } from "../../src/models/speech/snr.ts";
import type { Setting } from "../../src/figures/speech-smoothing/params.ts";

const base = settingOf(figure) as Setting;
const run = (change: Partial<Setting> = {}) => compute({ ...base, ...change });
const gain = (change: Partial<Setting> = {}) => {
  const r = run(change);
  return snr(r.clean, r.cleaned!) - snr(r.clean, r.noisy);
};
const read = (name: string, change: Partial<Setting> = {}, t = 0) =>
  figure.readouts[name]!.of(run(change), { ...base, ...change }, t);
/** Three sentences in a row: too long to be cleaned at once. */
const long: Clip = {
  kind: "own",
  samples: Float64Array.from(
    { length: 3 * sentence.length },
    (_, i) => sentence[i % sentence.length]!,
  ),
};

describe("what is gained", () => {
  test("is in the order that theory gives, at every ratio", () => {
    for (const db of [-5, 5, 15]) {
      const [best, reckoned, noisy] = (["clean", "reckoned", "noisy"] as const).map((model) =>
        gain({ snr: db, model }),
      );
      expect(best).toBeGreaterThan(reckoned!);
      expect(reckoned).toBeGreaterThan(noisy!);
      expect(noisy).toBeGreaterThan(0);
      for (const model of ["clean", "reckoned", "noisy"] as const)
        expect(gain({ snr: db, model, estimate: "filter" })).toBeLessThan(gain({ snr: db, model }));
    }
  });

  test("is what the captions and the chapter say: some 5 dB at 5 dB, not more", () => {
    expect(gain()).toBeGreaterThan(5);
    expect(gain()).toBeLessThan(5.7);
    expect(read("gain")).toBeCloseTo(gain(), 12);
    expect(gain({ model: "clean" })).toBeLessThan(7);
  });

  test("is a loss where the noise is overestimated, and the caption says so", () => {
    const v = { ...base, snr: 30, level: "quiet" } as const;
    expect(gain(v)).toBeLessThan(0);
    expect(figure.describe(compute(v), v, 0)).toBe("harm");
  });

  test("cannot be known without a clean recording", () => {
    for (const name of ["snrIn", "snrOut", "gain", "frameGain"]) {
      expect(read(name, { add: false }, 50)).toBeNaN();
      expect(read(name, { add: false, level: "quiet" }, 50)).toBeNaN();
    }
    const v = { ...base, add: false } as const;
    const r = compute(v);
    r.cleaned!.forEach((x, i) => expect(Math.abs(x - r.noisy[i]!)).toBeLessThan(1e-12));
  });

  test("depends on the values alone", () => {
    const [a, b] = [run(), run()];
    expect(a).not.toBe(b);
    expect(Math.max(...a.cleaned!.map((x, i) => Math.abs(x - b.cleaned![i]!)))).toBe(0);
    expect(a.before.level.every((x, i) => x === b.before.level[i])).toBe(true);
  });
});

describe("a long clip", () => {
  const v: Setting = { ...base, clip: long };

  test("is cleaned in slices from left to right, as it would be at once", () => {
    const work = clean(v);
    let filled = 0;
    let step = work.next();
    let reports = 0;
    for (; !step.done; step = work.next()) {
      expect(step.value.product.after.filled).toBeGreaterThan(filled);
      filled = step.value.product.after.filled;
      reports++;
    }
    expect(reports).toBeGreaterThan(0);
    const { cleaned, after } = step.value;
    expect(after!.filled).toBe(overviewOf(cleaned!, after!.top).filled);
    expect([...after!.level]).toEqual([...overviewOf(cleaned!, after!.top).level]);
    const r = compute(v);
    expect(r.cleaned).toBeUndefined();
    expect(figure.describe(r, v, 0)).toBe("working");
    expect(snr(r.clean, cleaned!) - snr(r.clean, r.noisy)).toBeCloseTo(gain(), 0);
  });

  test("has no work where there is none", () => {
    expect(figure.tasks!.clean!.unneeded!(base)).toBe(true);
    expect(figure.tasks!.clean!.unneeded!(v)).toBe(false);
    expect(clean({ ...base, clip: { kind: "sentence" } }).next()).toEqual({
      done: true,
      value: {},
    });
  });

  test("may be silent", () => {
    const silent: Setting = { ...base, clip: { kind: "own", samples: new Float64Array(8000) } };
    const r = compute(silent);
    expect(figure.describe(r, silent, 0)).toBe("silent");
    expect(r.cleaned!.every((x) => x === 0)).toBe(true);
    for (const law of Object.values(figure.laws)) expect(law.holds(r, silent)).toBe(true);
  });
});

describe("the close-up", () => {
  test.each(["smoother", "filter"] as const)("shows what the whole %s found", (estimate) => {
    const v: Setting = { ...base, estimate };
    const r = compute(v);
    for (const t of [0, 30, 57, 138, r.hops - 1]) {
      const c = closeUp(r, v, t);
      for (
        let i = Math.max(0, t * HOP - 16);
        i < Math.min(r.noisy.length, (t + 1) * HOP + 16);
        i++
      ) {
        expect(Math.abs(c.s[i - c.from]! - r.cleaned![i]!)).toBeLessThan(2e-3);
        expect(c.variance[i - c.from]).toBeLessThanOrEqual(r.R * (1 + 1e-9));
      }
    }
  });

  test("expects about the error that there is", () => {
    const v: Setting = { ...base, model: "clean" };
    const r = compute(v);
    let [within, all] = [0, 0];
    for (let t = 10; t < 150; t += 5) {
      const c = closeUp(r, v, t);
      for (let i = t * HOP; i < (t + 1) * HOP; i++, all++)
        if (Math.abs(c.s[i - c.from]! - r.clean[i]!) <= 2 * Math.sqrt(c.variance[i - c.from]!))
          within++;
    }
    expect(within / all).toBeGreaterThan(0.85);
  });

  test("finds the frequency of a sine", () => {
    const samples = Float64Array.from({ length: 8000 }, (_, i) =>
      Math.sin((2 * Math.PI * 1000 * i) / 8000),
    );
    const v: Setting = { ...base, clip: { kind: "own", samples }, model: "clean", p: 2 };
    expect(resonance(closeUp(compute(v), v, 30).model)).toBeCloseTo(1000, 0);
  });
});

test("the noise is moved by the keys, too, within its range", () => {
  const host = document.body.appendChild(document.createElement("div"));
  const set = vi.fn<(patch: Partial<Setting>) => void>();
  const say = (phrase: string) => phrase;
  const view = figure.view({ host, compact: false, say, set: set as never, seek: () => undefined });
  view.draw({ result: compute(base), values: base, t: 57, ghost: undefined });
  const line = host.querySelector('[role=slider][data-symbol="R"]')!;
  const press = (key: string, shiftKey = false) =>
    line.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true }));
  press("ArrowUp");
  press("ArrowDown", true);
  expect(set.mock.calls.map(([patch]) => patch)).toEqual([
    { snr: 4, add: true },
    { snr: 15, add: true },
  ]);
  view.destroy();
  host.remove();
});

describe("a heat map", () => {
  afterEach(() => vi.unstubAllGlobals());
  const box = { left: 10, top: 20, width: 100, height: 50 };
  const cells = (level: number) => ({ columns: 4, rows: 2, level: new Uint8Array(8).fill(level) });

  test("is painted in the theme's colours, again when they change, and leaves nothing behind", async () => {
    const painted: number[] = [];
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({
      createImageData: (w: number, h: number) => ({ data: new Uint8ClampedArray(4 * w * h) }),
      putImageData: ({ data }: ImageData) => painted.push(data[3]!),
    } as never);
    const under = document.body.appendChild(document.createElement("div"));
    const { svg, mute } = picture(under, 200, 100, "x");
    const map = heat(under, mute, box, { width: 200, height: 100 }, "h");
    const [half, full] = [cells(128), cells(255)];
    map.draw(half);
    map.draw(half); // the same: nothing to paint
    map.draw(full);
    expect(painted.length).toBe(2);
    expect(painted[0]).toBeGreaterThan(40);
    expect(painted[0]).toBeLessThan(160);
    expect(painted[1]).toBe(255);
    const canvas = under.querySelector("canvas")!;
    expect([canvas.style.left, canvas.style.height]).toEqual(["5%", "50%"]);
    document.documentElement.dataset.theme = "dark";
    await vi.waitFor(() => expect(painted.length).toBe(3));
    map.destroy();
    document.documentElement.dataset.theme = "light";
    await new Promise((done) => setTimeout(done, 20));
    expect(painted.length).toBe(3);
    svg.remove();
    expect(under.innerHTML).toBe("");
    vi.restoreAllMocks();
    delete document.documentElement.dataset.theme;
  });

  test("is drawn in strokes where there are no pixels", () => {
    const under = document.createElement("div");
    const { mute } = picture(under, 200, 100, "x");
    const map = heat(under, mute, box, { width: 200, height: 100 }, "h");
    const o: Overview = overviewOf(sentence);
    map.draw({ columns: 256, rows: 64, level: o.level });
    const strokes = [...under.querySelectorAll(".heat-strokes path")].map((p) =>
      p.getAttribute("d"),
    );
    expect(strokes.every((d) => /^M[\d.]+ [\d.]+h/.test(d!))).toBe(true);
    map.destroy();
    expect(under.querySelector(".heat-strokes")).toBeNull();
  });
});
