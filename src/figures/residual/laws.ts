import { decode, encode, totalBits, type Way } from "../../models/waveform/codec.ts";
import { frameLags } from "../../models/waveform/lpc.ts";
import { bitWriter } from "../../models/waveform/rice.ts";
import { levinson } from "../../models/speech/ar.ts";
import { deltaOf, frameOf, loudest, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Samples on which sending and receiving are tried: a law is checked at every setting. */
const TRIED = 1200;

const trial = ({ x }: Run, v: Setting) => {
  const { from } = loudest(x, frameOf(v.frame));
  return x.slice(from, from + TRIED);
};
const waysOf = ({ p, frame }: Setting): Way[] => [
  { kind: "same" },
  { kind: "sent", p, frame: frameOf(frame) },
  { kind: "past", p },
];

/** Who receives the bits gets the samples, every one. */
export function lossless(r: Run, v: Setting): boolean {
  const x = trial(r, v);
  return waysOf(v).every((way) =>
    decode(encode(x, way), x.length, way).every((s, t) => s === x[t]),
  );
}

/** The bits that are told of what is left are those that its numbers take when they are written. */
export const counted = (r: Run): boolean =>
  Object.values(r.coded).every(({ residual, bits }) => {
    const out = bitWriter();
    let told = 0;
    for (let t = 0; t < Math.min(TRIED, residual.length); t++) {
      out.number(residual[t]!);
      told += bits[t]!;
    }
    return out.length() === told;
  });

/** Levinson's coefficients solve the normal equations Σ_j a_j r_|k−j| = r_k. */
export function normal({ x }: Run, { p, frame }: Setting): boolean {
  const { from, size } = loudest(x, frameOf(frame));
  const r = frameLags(x, from, size, p);
  const { a } = levinson(r, p);
  return a.every((_, i) => {
    const sum = a.reduce((total, c, j) => total + c * r[Math.abs(i - j)]!, 0);
    return Math.abs(sum - r[i + 1]!) <= 1e-7 * r[0]!;
  });
}

/** Δ > 0: no state is ever blown up. */
export const stepsForward = (r: Run, v: Setting): boolean =>
  Array.from(deltaOf(r, v) ?? []).every((d) => d > 0);

/** Where this sound was recorded, the record is what the weights give here. */
export const asRecorded = ({ recorded, s6 }: Run): boolean =>
  !recorded || !s6 || totalBits(s6) === recorded.bits;
