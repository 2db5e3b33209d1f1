import type { Readout } from "../../kit/figure.ts";
import { FRAME, HOP, modelsOf } from "../../models/speech/enhance.ts";
import { fitPower, framePower, framing } from "../../models/speech/fit.ts";
import { decibel, energy, snr } from "../../models/speech/snr.ts";
import { filterBlock, startCompanion } from "../../models/speech/companion.ts";
import { closeUp, resonance } from "./closeUp.ts";
import { loudest, type Run, SECOND, taskOf } from "./compute.ts";
import type { Setting } from "./params.ts";

type Entry = Readout<Setting, Run>;

/** The frame about a hop, as the models see it. */
const frameAt = (hop: number, length: number) =>
  [
    Math.max(0, hop * HOP - (FRAME - HOP) / 2),
    Math.min(length, hop * HOP + (FRAME + HOP) / 2),
  ] as const;

/** SNR of the whole, or of the frame about a hop. NaN where the clean speech is not known, or not cleaned yet. */
function ratio(r: Run, of: Float64Array | undefined, t?: number): number {
  if (!of || r.added === 0) return NaN;
  return t === undefined
    ? snr(r.clean, of)
    : snr(r.clean, of, ...frameAt(Math.floor(t), r.clean.length));
}

/** Share of a frame's power that its model foresees, in percent. */
function foreseen(r: Run, v: Setting, t: number): number {
  const { model, phi } = closeUp(r, v, t);
  let power = phi[0]! / 2 + phi.at(-1)! / 2;
  for (let k = 1; k < phi.length - 1; k++) power += phi[k]!;
  power /= phi.length - 1;
  return power === 0 ? NaN : 100 * (1 - model.q / power);
}

/** The newest estimate at the end of the loudest frame, of a filter that began with it. */
export function alone(r: Run, v: Setting): number {
  const hop = loudest(r);
  const from = hop * HOP - (FRAME - HOP) / 2;
  const y = Float64Array.from({ length: FRAME }, (_, i) => r.noisy[from + i] ?? 0);
  const s = new Float64Array(FRAME);
  filterBlock(startCompanion(v.p), modelsOf(taskOf(r, v))(hop), r.R, y, [0, FRAME], { s });
  return s[FRAME - 1]!;
}

export const readouts: Readonly<Record<string, Entry>> = {
  snrIn: {
    label: "SNR before, dB",
    symbol: "snr",
    foot: true,
    of: (r) => ratio(r, r.noisy),
  },
  snrOut: { label: "after", symbol: "snr", foot: true, of: (r) => ratio(r, r.cleaned) },
  gain: {
    label: "gained, dB",
    foot: true,
    of: (r) => ratio(r, r.cleaned) - ratio(r, r.noisy),
  },
  frameIn: { label: "SNR here, before, dB", of: (r, _, t) => ratio(r, r.noisy, t) },
  frameOut: { label: "SNR here, after, dB", of: (r, _, t) => ratio(r, r.cleaned, t) },
  frameGain: {
    label: "gained here, dB",
    foot: true,
    of: (r, _, t) => ratio(r, r.cleaned, t) - ratio(r, r.noisy, t),
  },
  told: {
    label: "noise as the filter is told, dB over the true one",
    of: (r) => (r.added === 0 ? NaN : decibel(r.R, r.added)),
  },
  power: { label: "the speech's mean power", symbol: "power", of: (r) => powerOf(r) },
  R: { label: "the noise's variance, as the filter is told", symbol: "R", of: (r) => r.R },
  foreseen: { label: "of this frame the past foresees, %", of: foreseen },
  hertz: {
    label: "strongest resonance here, Hz",
    of: (r, v, t) => resonance(closeUp(r, v, t).model),
  },
  wanted: {
    label: "strongest resonance of the clean speech here, Hz",
    of: (r, v, t) => {
      const f = framing(FRAME, v.p);
      const at = Math.floor(t) * HOP - (FRAME - HOP) / 2;
      return resonance(fitPower(framePower(r.clean, at, f), v.p, f));
    },
  },
  seconds: { label: "seconds", of: (r) => r.clean.length / SECOND },
  now: { label: "seconds from the beginning", digits: 2, of: (_r, _v, t) => (t * HOP) / SECOND },
};

export const powerOf = ({ clean }: Run): number => energy(clean) / clean.length;

/** What the NumPy text prints. */
export const answer = { of: alone };
