import { toRows, type Matrix } from "../../numerics/matrix.ts";
import { selects, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** What was computed, a step a line. */
export function table(_: Setting, r: Run): string {
  const n = r.system.A.rows;
  const { noisy } = r;
  const names = [
    "t",
    "u",
    ...(r.system.time === "continuous" ? ["delta"] : []),
    ...Array.from({ length: n }, (_, i) => `h${i + 1}`),
    "y",
    ...(noisy ? ["true", "measured"] : []),
    ...(noisy?.estimate ? ["estimate", "sd"] : []),
  ];
  const h = noisy?.states ?? r.states;
  const lines = Array.from({ length: noisy?.truth.length ?? r.finite }, (_, t) => [
    t,
    r.u[t]!,
    ...(r.system.time === "continuous" ? [r.dts[t]!] : []),
    ...h.subarray(t * n, (t + 1) * n),
    r.y[t]!,
    ...(noisy ? [noisy.truth[t]!, noisy.measured[t]!] : []),
    ...(noisy?.estimate ? [noisy.estimate.y[t]!, noisy.estimate.sd[t]!] : []),
  ]);
  return [names, ...lines].map((row) => row.join(",")).join("\n") + "\n";
}

const rows = (m: Matrix) => `fromRows(${JSON.stringify(toRows(m))})`;

/** The run without noise in TypeScript, beside the course's `src`; it prints the last output. */
export function typescript(v: Setting, r: Run): string {
  if (!r.model || r.finite === 0) return 'console.log("no step of this length");\n';
  const { A, B, C, D, time } = r.system;
  const step =
    time === "discrete"
      ? "const step = () => ({ A, B });"
      : v.rule === "mamba"
        ? `// Mamba: a hold for A, Euler for B
const step = (dt: number) => ({ A: discretize(A, B, dt, "zoh").A, B: scale(B, dt) });`
        : `const step = (dt: number) => discretize(A, B, dt, "${v.rule}");`;
  const pace = selects(v) ? `softplus(${v.gw} * x + ${v.gb})` : v.dt;
  const at = time === "discrete" ? "" : selects(v) ? "dt(x)" : String(v.dt);
  const move = selects(v)
    ? `const dt = (x: number) => ${pace};
let h = new Float64Array(A.rows);
const y = u.map((x) => {
  const { states, outputs } = simulate({ ...step(${at}), C, D }, fromRows([[x], [0]]), { h0: h, readout: "${v.readout}" });
  h = states.data.slice(${v.readout === "delayed" ? "A.rows" : "0, A.rows"});
  return outputs.data[0]!;
});`
    : `const model = { ...step(${at}), C, D };
const y = simulate(model, fromRows(u.map((x) => [x])), { readout: "${v.readout}" }).outputs.data;
console.log("gain in dB at 0.01, 0.1 and 1 radians a step:", ...decibels(frequencyResponse(model, Float64Array.of(0.01, 0.1, 1), "${v.readout}")));`;
  const uses = [
    ['import { fromRows } from "./src/numerics/matrix.ts";', true],
    ['import { discretize } from "./src/numerics/discretize.ts";', time === "continuous"],
    [
      'import { scale } from "./src/numerics/linalg.ts";',
      time === "continuous" && v.rule === "mamba",
    ],
    ['import { simulate } from "./src/models/ssm.ts";', true],
    ['import { softplus } from "./src/models/s6Gate.ts";', selects(v)],
    ['import { decibels, frequencyResponse } from "./src/models/frequency.ts";', !selects(v)],
  ] as const;
  return `// In the course's repository: node playground.ts (Node 22.18), or npx tsx playground.ts
${uses
  .filter(([, used]) => used)
  .map(([line]) => line)
  .join("\n")}

const A = ${rows(A)};
const B = ${rows(B)};
const C = ${rows(C)};
const D = ${rows(D)};
const u = ${JSON.stringify(Array.from(r.u))};
${step}
${move}
console.log(y[${r.finite - 1}]);
`;
}
