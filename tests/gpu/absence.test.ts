import { afterEach, expect, test, vi } from "vitest";
import figure from "../../src/figures/scan-gpu/figure.ts";
import { plan, type Run } from "../../src/figures/scan-gpu/compute.ts";
import { experiment } from "../../src/figures/scan-gpu/experiment.ts";
import { patiently, timeOf, waitOf } from "../../src/tasks/clock.ts";
import { curveOf } from "../../src/figures/scan-gpu/scales.ts";
import type { Setting } from "../../src/figures/scan-gpu/params.ts";
import { Gpu } from "../../src/gpu/device.ts";
import { settingOf } from "../../src/kit/derive.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A device of a browser that computes nothing; `lose` breaks it. */
function device() {
  let lose = () => undefined as void;
  const lost = new Promise<void>((resolve) => (lose = resolve));
  const handle = {
    lost,
    destroy: vi.fn<() => void>(),
    addEventListener: () => undefined,
    pushErrorScope: () => undefined,
    popErrorScope: async () => null,
  };
  return { handle, lose };
}
const info = {
  vendor: "",
  architecture: "",
  device: "stub",
  description: "",
  isFallbackAdapter: false,
};
type Ask = () => Promise<unknown>;
const source = (requestAdapter: Ask) => ({ requestAdapter }) as unknown as GPU;
const adapter = (requestDevice: Ask) => ({ info, features: new Set(), requestDevice });
const never: Ask = () => new Promise(() => undefined);
const refuses: Ask = async () => {
  throw new DOMException("blocklisted", "OperationError");
};

/** The smallest experiment on a browser whose graphics card is `gpu`. */
async function measured(gpu: Gpu): Promise<Run> {
  const v: Setting = { ...settingOf(figure), most: 10 };
  const slices = experiment(v, { gpu, release: () => undefined });
  for (;;) {
    const next = await slices.next();
    if (next.done === true) return { ...plan(v), ...next.value };
  }
}

const absent: readonly (readonly [string, Ask])[] = [
  ["requestAdapter rejects", refuses],
  ["requestAdapter finds none", () => Promise.resolve(null)],
  ["requestDevice rejects", () => Promise.resolve(adapter(refuses))],
];
test.each(absent)("%s: the processor measures alone, and the figure says why", async (_, ask) => {
  const run = await measured(new Gpu({ source: source(ask) }));
  expect(run.absence).toBe("no-adapter");
  expect(run.measured!.map((m) => m.method)).toEqual(["loop", "loop", "loop"]);
  expect(figure.describe(run, settingOf(figure), 0)).toBe("no-adapter");
});

test.each([
  ["an adapter that never answers", never],
  ["a device that never answers", async () => adapter(never)],
])("%s is waited for, but not for ever", async (_, ask) => {
  vi.useFakeTimers();
  const asked = new Gpu({ source: source(ask) }).describe().catch((problem: unknown) => problem);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await asked).toMatchObject({ absence: "no-adapter" });
});

test("a device that answers too late is let go", async () => {
  vi.useFakeTimers();
  const { handle } = device();
  const slow = () => new Promise((resolve) => setTimeout(() => resolve(handle), 60_000));
  const asked = new Gpu({ source: source(async () => adapter(slow)) }).describe();
  const said = asked.catch((problem: unknown) => problem);
  await vi.advanceTimersByTimeAsync(70_000);
  expect(await said).toMatchObject({ absence: "no-adapter" });
  expect(handle.destroy).toHaveBeenCalledOnce();
});

test("a device lost once is asked for again and the job run again; lost twice, it is left", async () => {
  const made: ReturnType<typeof device>[] = [];
  const gpu = new Gpu({
    source: source(async () =>
      adapter(async () => {
        made.push(device());
        return made.at(-1)!.handle;
      }),
    ),
  });
  let runs = 0;
  const job = (times: number) => async () => {
    if (++runs > times) return runs;
    made.at(-1)!.lose();
    throw new Error("the work was dropped");
  };
  expect(await gpu.run(job(1))).toBe(2);
  expect(made.length).toBe(2);
  runs = 0;
  await expect(gpu.run(job(5))).rejects.toMatchObject({ absence: "lost" });
  await expect(gpu.describe()).rejects.toMatchObject({ absence: "lost" });
});

test("with a device lost for good the processor's curves stay, and the figure says so", async () => {
  let last = device();
  const gpu = new Gpu({
    source: source(async () =>
      adapter(async () => {
        last = device();
        setTimeout(last.lose, 5);
        return last.handle;
      }),
    ),
  });
  const run = await measured(gpu);
  expect(run.absence ?? Object.values(run.stopped!)).toBeTruthy();
  expect(run.measured!.filter((m) => m.method === "loop").length).toBe(3);
});

test("a clock of 100 ms still gives times above 0", async () => {
  const real = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => Math.floor(real() / 100) * 100);
  const none = new Gpu({ source: source(async () => null) });
  const coarse = await measured(none);
  expect(coarse.measured!.length).toBe(3);
  for (const { seconds } of coarse.measured!) expect(seconds).toBeGreaterThan(0);
}, 60_000);

test("a clock that stands still gives no time, and neither throws nor hangs", async () => {
  vi.spyOn(performance, "now").mockImplementation(() => 5);
  expect(await patiently(timeOf(() => undefined))).toBe(0);
  expect(await waitOf(async () => undefined, 3)).toBe(0);
  const v = settingOf(figure);
  const still = { method: "loop", L: 256, seconds: 0, away: 0, error: 1e-8 } as const;
  expect(curveOf({ ...plan(v), measured: [still] }, v, "loop")).toEqual([]);
});
