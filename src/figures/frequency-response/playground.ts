import { run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The most states that are shown there. */
const STATES = 8;

/** The same system and its steps, with the frequency response beside kernel and eigenvalues. */
export function playground(v: Setting) {
  const shared = {
    dt: String(v.dt),
    rule: v.rule,
    input: "impulse",
    steps: "64",
    readout: "immediate",
    views: "frequency.kernel.poles",
  };
  if (v.system === "resonator")
    return { ...shared, family: "spring", w: String(v.own), zeta: String(v.damping) };
  const { A, B, C } = run(v).model;
  const n = A.rows;
  if (n > STATES) return undefined;
  const rows = Array.from({ length: n }, (_, i) => [
    ...A.data.subarray(i * n, (i + 1) * n),
    B.data[i]!,
  ]);
  const own = [...rows, [...C.data, 0]]
    .map((row) => row.map((x) => String(+x.toPrecision(15))).join())
    .join(";");
  return { ...shared, family: "own", kind: "continuous", own };
}
