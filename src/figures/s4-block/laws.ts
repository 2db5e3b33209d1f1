import { keeping } from "../../kit/keeping.ts";
import { generator } from "../../numerics/random.ts";
import { type Net, newNet } from "../../models/s4Block/net.ts";
import { convolved, stepped } from "../../models/s4Block/recur.ts";
import { fillSigns } from "../../models/s4Block/rows.ts";
import type { Run } from "./compute.ts";
import type { Curve } from "./course.ts";
import type { Setting } from "./params.ts";

const ROW = 96;
const row = (): Int8Array => {
  const u = new Int8Array(ROW);
  fillSigns(u, generator(17));
  return u;
};

const begun = keeping((H: number, N: number, beginning: Setting["beginning"], seed: number) =>
  newNet({ H, N }, beginning, seed),
);
const netOf = (v: Setting): Net => begun(v.H, v.N, v.beginning, v.seed);

const apart = keeping((net: Net): number => {
  const [one, other] = [convolved(net, row()).y, stepped(net, row())];
  const most = one.reduce((m, x) => Math.max(m, Math.abs(x)), 1);
  return one.reduce((m, x, i) => Math.max(m, Math.abs(x - other[i]!)), 0) / most;
});

/** As a convolution and as a recurrence a block gives the same, to 10⁻⁹ of its largest number. */
export const sameTwice = (_: Run, v: Setting): boolean => apart(netOf(v)) < 1e-9;

/** No answer hangs on what comes later. */
export function looksBack(_: Run, v: Setting): boolean {
  const net = netOf(v);
  const [u, other] = [row(), row()];
  other[60] = -other[60]!;
  const [one, two] = [convolved(net, u).logits, convolved(net, other).logits];
  return one.every((x, t) => t >= 60 || x === two[t]);
}

/** All numbers are H (2N + 2) in the channels, 2H (H + 1) in the mixing and 3H + 1 at both ends. */
export const countsAdd = ({ counts, begun }: Run, { H, N }: Setting): boolean =>
  counts.all === H * (2 * N + 2) + 2 * H * (H + 1) + 3 * H + 1 &&
  begun.weights.flat.length === counts.all;

/** What this machine trained is what was recorded, wherever both have come. */
export function sameCurve({ course, recorded }: Run): boolean {
  if (!course || !recorded) return true;
  const both = Math.min(course.loss.length, recorded.loss.length);
  const near = (name: "loss" | "right", k: number) =>
    Math.abs(course[name][k]! - recorded[name][k]!) <= 5.1e-5;
  return Array.from({ length: both }, (_, k) => k).every(
    (k) => near("loss", k) && near("right", k),
  );
}

/** No loss is below 0, and no share of right answers beyond 0 to 1. */
export const withinScale = ({ course, recorded }: Run): boolean =>
  [course, recorded].every(
    (curve: Curve | undefined) =>
      !curve || (curve.loss.every((x) => x >= 0) && curve.right.every((x) => x >= 0 && x <= 1)),
  );
