import { printSignal } from "../../kit/params/signal.ts";
import { MOST, own } from "../../kit/signal.ts";
import { run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** λ as a pair of eigenvalues of which the real part is read, on the held values as they are; not where those are too many. */
export function playground(v: Setting) {
  const { u } = run(v);
  if (u.length < 2 || u.length > MOST) return undefined;
  const w = Math.abs(v.w);
  return {
    family: "poles",
    kind: "continuous",
    poles: w === 0 ? `${v.a}` : `${v.a}+${w}i`,
    dt: String(v.dt),
    rule: v.rule,
    input: printSignal(own(u)),
    views: "time.poles.frequency",
  };
}
