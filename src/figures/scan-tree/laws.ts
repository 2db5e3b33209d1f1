import { pairs as operator, sequentialScan, type Pair } from "../../numerics/scan.ts";
import { scalesOf, scanBy, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const near = (p: Pair, q: Pair, scale: number, share = 1e-12) =>
  Math.abs(p[0] - q[0]) <= share * scale && Math.abs(p[1] - q[1]) <= share * scale;

/** With the operands in order, every algorithm gives what one pair after the other gives. */
export function sameResult(r: Run, v: Setting): boolean {
  const scales = scalesOf(r.xs);
  const results = v.swap ? scanBy(v, r.xs, operator).values : r.results;
  return results.every((x, t) => near(x, r.truth[t]!, scales[t]!));
}

export const costIsFormula = ({ counted, formula }: Run): boolean =>
  counted.work === formula.work && counted.depth === formula.depth;

/** The drawing holds as many joins as were counted, on as many levels. */
export function drawnIsCounted({ network, counted }: Run): boolean {
  const joins = network.nodes.filter((x) => x.kind === "join");
  const levels = new Set(joins.map((x) => x.level)).size;
  return joins.length === counted.work && levels === counted.depth;
}

export function associative({ xs }: Run): boolean {
  const { combine } = operator;
  return xs.every((x, i) => {
    const [y, z] = [xs[(i + 1) % xs.length]!, xs[(i + 2) % xs.length]!];
    const scale = scalesOf([x, y, z])[2]!;
    return near(combine(combine(x, y), z), combine(x, combine(y, z)), scale);
  });
}

/** Turning two neighbours round changes b by (a₂ − 1)·b₁ − (a₁ − 1)·b₂, and a not at all. */
export function orderMatters({ xs }: Run): boolean {
  const { combine } = operator;
  return xs.slice(1).every((later, i) => {
    const earlier = xs[i]!;
    const [right, turned] = [combine(earlier, later), combine(later, earlier)];
    const gap = (later[0] - 1) * earlier[1] - (earlier[0] - 1) * later[1];
    const scale = scalesOf([earlier, later])[1]! + scalesOf([later, earlier])[1]!;
    return near([right[0] - turned[0], right[1] - turned[1]], [0, gap], scale);
  });
}

/** A join's left operand ends where its right one begins, and each result begins at 0. */
export function inOrder({ network }: Run): boolean {
  const span = (i: number) => network.nodes[i]!.span;
  const joins = network.nodes.every(({ kind, wires }) => {
    if (kind !== "join") return true;
    const [earlier, later] = wires.map((w) => span(w.from)) as [
      ReturnType<typeof span>,
      ReturnType<typeof span>,
    ];
    return earlier === null || later === null || earlier.to + 1 === later.from;
  });
  return joins && network.results.every((i) => (span(i)?.from ?? 0) === 0);
}

/** The sums are the states of h ← a·h + b from h = 0. */
export function sumsAreStates({ xs, truth }: Run, { algorithm }: Setting): boolean {
  const scales = scalesOf(xs);
  let h = 0;
  const states = xs.map(([a, b]) => (h = a * h + b));
  const inclusive = algorithm === "blelloch" ? sequentialScan(xs, operator).values : truth;
  return inclusive.every(([, b], t) => Math.abs(b - states[t]!) <= 1e-12 * scales[t]!);
}
