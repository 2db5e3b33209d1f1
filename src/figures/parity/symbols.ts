import type { SymbolValue } from "../../kit/figure.ts";
import { multipliers } from "../../models/parity/net.ts";
import { softplus } from "../../models/parity/smooth.ts";
import { traceOf } from "../../models/parity/pass.ts";
import type { SymbolId } from "../../notation.ts";
import type { Complex } from "./byHand.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { readingOf } from "./reading.ts";

/** A factor as a matrix of the plane; one that only stretches stays a number, and so do its states. */
const factor = ({ re, im }: Complex): SymbolValue =>
  im === 0
    ? re
    : [
        [re, -im],
        [im, re],
      ];

function ofHand({ hand }: Run, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const now = Math.min(hand.bits.length - 1, Math.floor(t));
  const flat = hand.one.im === 0;
  const at = (k: number): SymbolValue => (flat ? hand.re[k]! : [[hand.re[k]!], [hand.im[k]!]]);
  const a = hand.bits[now] ? hand.one : hand.nought;
  return {
    t: now,
    u: hand.bits[now]!,
    Abar: flat
      ? a.re
      : [
          [a.re, -a.im],
          [a.im, a.re],
        ],
    hbefore: at(now),
    h: at(now + 1),
  };
}

/** The multiplier looked at, at the bit of the playhead. */
function ofNet(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const reading = readingOf(r, v);
  const { net, flip } = reading[v.net];
  const now = Math.min(reading.bits.length - 1, Math.floor(t));
  const bit = reading.bits[now]!;
  const i = bit * multipliers(net.sizes) + flip.place;
  const { maps } = traceOf(net, reading.bits.subarray(0, 1));
  const delta = softplus(net.weights.dt[i]!);
  const common = {
    t: now,
    u: bit,
    L: v.L,
    N: net.sizes.N,
    Deltat: delta,
    A: -Math.exp(net.weights.ALog[flip.place]!),
  };
  const multiplier = factor({ re: maps.re[i]!, im: maps.im[i]! });
  if (v.net === "negative") return { ...common, Aboth: maps.re[i]! };
  if (v.net === "positive") return { ...common, Abar: maps.re[i]! };
  return { ...common, phi: delta * net.weights.theta[i]!, Aturn: matrixOf(multiplier) };
}

const matrixOf = (value: SymbolValue): SymbolValue =>
  typeof value === "number"
    ? [
        [value, 0],
        [0, value],
      ]
    : value;

/** By hand, the factor and the state; of a net, what its factor is made of. */
export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  if (v.show === "hand") return ofHand(r, t);
  return v.show === "own" ? ofNet(r, v, t) : { L: v.L };
}
