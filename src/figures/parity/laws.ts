import { mapsOf } from "../../models/parity/maps.ts";
import { kinds } from "../../models/parity/net.ts";
import { traceOf } from "../../models/parity/pass.ts";
import { askedIn } from "../../models/parity/trainer.ts";
import { byHand } from "./byHand.ts";
import { bitsOf, flipped } from "./bits.ts";
import { type Curve, netOf, type Run } from "./compute.ts";
import { LEAST } from "./nets.ts";
import type { Setting } from "./params.ts";

/** One number that a 1 turns over is the parity, of any stream. */
export const exact = ({ hand }: Run, v: Setting): boolean =>
  [
    { one: -1, angle: 0 },
    { one: 1, angle: 180 },
  ].every((turn) => byHand({ bits: v.bits, nought: 1, ...turn }).right === hand.bits.length);

/** One more 1 in front multiplies all that follows by what a 1 multiplies by. */
export function ahead({ hand }: Run, v: Setting): boolean {
  const { one, re, im } = hand;
  const other = byHand({ ...v, bits: `1${v.bits}` });
  return re.every(
    (x, t) =>
      Math.abs(one.re * x - one.im * im[t]! - other.re[t + 1]!) < 1e-12 &&
      Math.abs(one.im * x + one.re * im[t]! - other.im[t + 1]!) < 1e-12,
  );
}

/** Factors between 0 and 1 never change the sign of h: it says “even” at every bit. */
export function neverOdd(_: Run, v: Setting): boolean {
  const { re } = byHand({ ...v, one: Math.abs(v.one), nought: Math.abs(v.nought), angle: 0 });
  return re.every((x) => x >= 0);
}

/** In the net of factors between 0 and 1, two streams that differ in their first bit keep every state in its order, though their parities differ at each step. */
export function keepsOrder(r: Run, v: Setting): boolean {
  const { net } = netOf(r, v, "positive");
  const { N } = net.sizes;
  const [one, other] = [v.bits, flipped(v.bits, 0)].map((text) => traceOf(net, bitsOf(text)).h);
  return one!.every((x, i) => {
    const [gap, first] = [x - other![i]!, one![N + (i % N)]! - other![N + (i % N)]!];
    return i < N || gap * Math.sign(first) >= 0;
  });
}

/** Every factor of a net lies in the range of its kind. */
export const inRange = (r: Run, v: Setting): boolean =>
  kinds.every((kind) => {
    const { net } = netOf(r, v, kind);
    const { re, im } = mapsOf(net.sizes, net.weights);
    return re.every(
      (x, i) => Math.hypot(x, im[i]!) <= 1 + 1e-12 && (kind !== "positive" || x >= 0),
    );
  });

/** What this machine trained is what was recorded, wherever both have come: counts to the last one, losses to four decimals. */
export const sameCurve = (r: Run): boolean =>
  kinds.every((kind) => {
    const [mine, theirs] = [r[kind], r.recorded?.[kind]];
    if (!mine || !theirs) return true;
    const both = Math.min(mine.loss.length, theirs.loss.length);
    return Array.from({ length: both }, (_, k) => k).every(
      (k) =>
        mine.right[k]!.every((n, w) => n === theirs.right[k]![w]) &&
        Math.abs(mine.loss[k]! - theirs.loss[k]!) <= 5.1e-5,
    );
  });

/** No window has more right answers than were asked for, and no loss is below what the doubt leaves. */
export const withinScale = (r: Run, v: Setting): boolean => {
  const all: (Curve | undefined)[] = kinds.flatMap((kind) => [r[kind], r.recorded?.[kind]]);
  const asked = askedIn(v.L);
  return all.every(
    (curve) =>
      !curve ||
      (curve.right.every((row) => row.every((n, w) => n >= 0 && n <= asked[w]!)) &&
        curve.loss.every((x) => x >= LEAST - 5.1e-5)),
  );
};
