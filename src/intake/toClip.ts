import { CLIP_RATE, LONGEST_MINUTES, type OwnClip, SHORTEST } from "../kit/clip.ts";
import { RATE, type Recording } from "./audio.ts";
import type { Note, Problem } from "./problem.ts";

/** From here on a sample is taken for one that hit the recorder's limit, and at this share of them it is said. */
const FULL = 0.999;
const OVERDRIVEN = 1e-3;

/** A recording as a clip: its first minutes at 8 kHz about their mean, with all that was done to it. */
export function toClip(
  recording: Recording,
  minutes: number = LONGEST_MINUTES,
): { clip: OwnClip; notes: Note[] } | Problem {
  const { values, rate, seconds } = recording;
  if (rate !== RATE)
    throw new RangeError(`toClip: the rate is ${rate}; expected ${RATE}, as decoded`);
  if (seconds < SHORTEST)
    return { problem: "audioShort", ms: Math.round(seconds * 1000), least: SHORTEST * 1000 };
  const notes: Note[] = recording.notes.filter((n) => n.key !== "firstMinutes");
  const used = values.subarray(0, minutes * 60 * rate);
  const longer = recording.notes.find((n) => n.key === "firstMinutes");
  if (used.length < values.length)
    notes.push({
      key: "firstMinutes",
      minutes,
      total: longer?.total ?? Math.round(seconds / 60),
    });
  const full = used.reduce((count, x) => count + Number(Math.abs(x) >= FULL), 0);
  if (full > OVERDRIVEN * used.length)
    notes.push({ key: "overdriven", percent: +((100 * full) / used.length).toPrecision(2) });
  const samples = halved(used);
  let mean = 0;
  for (const x of samples) mean += x / samples.length;
  return { clip: { kind: "own", samples: samples.map((x) => x - mean) }, notes };
}

/** Taps of the low-pass to each side, and where it cuts: what is above half the new rate would come back folded. */
const REACH = 32;
const CUT = (0.45 * CLIP_RATE) / RATE;

/** Every other sample, of a series without what half the rate cannot carry: a windowed sinc of 65 taps. */
export function halved(x: Float64Array): Float64Array {
  const taps = Float64Array.from({ length: REACH + 1 }, (_, k) => {
    const sinc = k === 0 ? 2 * CUT : Math.sin(2 * Math.PI * CUT * k) / (Math.PI * k);
    return sinc * (0.54 + 0.46 * Math.cos((Math.PI * k) / (REACH + 1)));
  });
  const y = new Float64Array(x.length >> 1);
  for (let i = 0; i < y.length; i++) {
    let sum = taps[0]! * x[2 * i]!;
    for (let k = 1; k <= REACH; k++) {
      const [before, after] = [2 * i - k, 2 * i + k];
      if (before >= 0) sum += taps[k]! * x[before]!;
      if (after < x.length) sum += taps[k]! * x[after]!;
    }
    y[i] = sum;
  }
  return y;
}
