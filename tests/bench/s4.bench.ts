/** The S4 kernel against our own dense one, and what a figure of HiPPO memory costs. Run: npx tsx tests/bench/s4.bench.ts */
import { middles, remember } from "../../src/models/hippo.ts";
import { denseKernel, legsKernel } from "../../src/models/s4.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { legs } from "../../src/numerics/hippo.ts";
import { compare, measure } from "./compare.ts";

const [N, L] = [64, 16_384];
const C = Float64Array.from({ length: N }, (_, n) => Math.cos(n + 1));
const { A, B } = legs(N);

// dt = 1/L is the usual step (the kernel spans one unit of time). dt = 0.01 is the hardest one: every frequency lies
// among the poles, so each costs all 32 pole pairs and the far series never helps.
for (const [dt, name, aim] of [
  [1 / L, "1/L", 100],
  [0.01, "0.01 (hardest)", 50],
] as const) {
  compare(`S4 kernel N = 64, L = 16,384, dt = ${name}`, {
    ours: () => legsKernel(C, L, dt),
    peer: () => {
      const bar = discretize(A, { rows: N, cols: 1, data: B }, dt, "bilinear");
      return denseKernel(bar.A, bar.B.data, C, L);
    },
    peerName: "our dense kernel",
    aim,
    rounds: 15,
  });
}

const f = middles(1024).map((x) => Math.sin(6 * x) + 0.3 * Math.cos(17 * x));
for (const rule of ["bilinear", "zoh"] as const)
  measure(`remember N = 64, 1,024 samples, ${rule}`, () => remember(f, 64, { rule }), {
    of: (seconds) => 8e-3 / seconds,
    unit: "× within 8 ms",
    aim: 1,
  });
