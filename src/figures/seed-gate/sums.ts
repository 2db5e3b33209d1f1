import { sum } from "../../draw/sum.ts";
import type { Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Activation } from "../../models/seedGate.ts";
import { before, tokenAt, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

const names: Readonly<Record<Activation, string>> = {
  relu: "ReLU",
  sigmoid: "σ",
  tanh: "tanh",
  silu: "SiLU",
  identity: "",
};

/** Both steps of the present token with their numbers. */
export function sums(
  pen: Pen,
  { sums: lines, narrow, tokens }: Layout,
): (now: Moment<Setting, Run>) => void {
  const left = narrow ? 2 : tokens.left;
  const all = Object.keys(names) as Activation[];
  const seeds = all.map((f) => {
    const g = pen.append("g");
    const formula = `{h} = ${names[f]}({A} {h}₋ + {B} {u}) · {gate}`;
    const numbers = `= ${names[f]}(# · # + # · #) · # = #`;
    if (narrow) sum(g, left, lines[0]!, formula);
    return {
      f,
      g,
      put: sum(g, left, lines[narrow ? 1 : 0]!, narrow ? numbers : `${formula} ${numbers}`),
    };
  });
  const formula = "{h} = (1 − {gate}) {h}₋ + {gate} {u}";
  const numbers = "= # · # + # · # = #";
  if (narrow) sum(pen, left, lines[2]!, formula);
  const s6 = sum(pen, left, lines[narrow ? 3 : 1]!, narrow ? numbers : `${formula} ${numbers}`);
  return ({ result: r, values: v, t }) => {
    const k = tokenAt(t);
    const [u, gate] = [r.u[k]!, r.gate[k]!];
    for (const { f, g, put } of seeds) {
      g.attr("display", f === v.f ? null : "none");
      put([v.a, before(r.seed, k), v.b, u, gate, r.seed[k]!]);
    }
    s6([1 - gate, before(r.s6, k), gate, u, r.s6[k]!]);
  };
}
