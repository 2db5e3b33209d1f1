import { format } from "../../kit/format.ts";
import { products, shares, stateAt, type Run } from "./compute.ts";

const number = (x: number) => (x < 0 ? `(${format(x, 3)})` : format(x, 3));
const join = (terms: readonly string[], count: number, sum: number) =>
  `${terms.join(" + ")}${count > terms.length ? " + …" : ""} = ${format(sum, 8)}`;

/** K₀uₜ + K₁uₜ₋₁ + … with the first `few` products and the whole sum. */
export function convolutionSum(r: Run, t: number, few: number): string {
  const terms: string[] = [];
  for (let i = 0; i < Math.min(few, t + 1); i++)
    terms.push(`${number(r.K[i]!)}·${number(r.u[t - i]!)}`);
  let sum = 0;
  for (const p of products(r, t)) sum += p;
  return join(terms, t + 1, sum);
}

/** c₀h₀ + c₁h₁ + … likewise. */
export function stateSum(r: Run, t: number, few: number): string {
  const h = stateAt(r, t);
  const { C, N } = r.layer;
  const terms = Array.from(C.subarray(0, few), (c, n) => `${number(c)}·${number(h[n]!)}`);
  return join(
    terms,
    N,
    shares(r, t).reduce((sum, x) => sum + x, 0),
  );
}
