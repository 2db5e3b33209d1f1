import { fail } from "../../numerics/check.ts";
import { complexZeros, type ComplexVector } from "../../numerics/complex.ts";
import { realFft } from "../../numerics/fft.ts";
import { exp, log } from "../../numerics/portable.ts";

/** Samples a second that the bands are made of, samples of a frame and from one to the next (32 and 10 ms), and bands of a frame. */
export const SPEECH_RATE = 8000;
export const WINDOW = 256;
export const HOP = 80;
export const BANDS = 24;
export const FRAMES_A_SECOND: number = SPEECH_RATE / HOP;
/** The first band begins and the last one ends here, in Hz. */
const [LOW, HIGH] = [60, 3900];
/** In nats of power: the least that the loudest band is taken to be, how fast it is forgotten, and what is heard below it. */
const QUIETEST = -5.5;
const FADE = 0.01;
const RANGE = 9;
const LEAST = 1e-10;

const mel = (f: number) => 2595 * Math.log10(1 + f / 700);
const hertz = (m: number) => 700 * (exp((m / 2595) * Math.LN10) - 1);

/** Where the bands begin, peak and end, in Hz: BANDS + 2 edges, evenly spaced in mel (2595 log₁₀(1 + f/700)). */
export const EDGES: Float64Array = Float64Array.from({ length: BANDS + 2 }, (_, k) =>
  hertz(mel(LOW) + ((mel(HIGH) - mel(LOW)) * k) / (BANDS + 1)),
);

interface Triangle {
  readonly first: number;
  readonly weights: Float64Array;
}

/** The weights of the frequencies in a band: a triangle between its neighbours' peaks. */
const TRIANGLES: readonly Triangle[] = Array.from({ length: BANDS }, (_, m) => {
  const [from, peak, to] = [EDGES[m]!, EDGES[m + 1]!, EDGES[m + 2]!];
  const step = SPEECH_RATE / WINDOW;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  const weights = Float64Array.from({ length: count }, (__, i) => {
    const f = (first + i) * step;
    return Math.min((f - from) / (peak - from), (to - f) / (to - peak));
  });
  return { first, weights };
});

const HANN = Float64Array.from(
  { length: WINDOW },
  (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / WINDOW),
);

/** Frames that begin and end within `samples`. */
export const framesIn = (samples: number): number =>
  Math.max(0, Math.floor((samples - WINDOW) / HOP) + 1);

/** An ear that hears samples as they come. */
export interface Ear {
  /** Takes samples (8 kHz, −1 … 1), any number of them; returns the frames that are whole now, BANDS numbers each. */
  hear(samples: Float64Array): Float64Array;
}

/**
 * 24 log-mel bands every 10 ms, each against the loudest band lately: 1 is as loud as that, −1 is 39 dB or more below. That
 * loudest is forgotten by 4.3 dB a second and is never under some −60 dB of full scale. Nothing looks ahead. Throws on a sample
 * that is not finite.
 */
export function openEar(): Ear {
  const [frame, spectrum] = [new Float64Array(WINDOW), complexZeros(WINDOW / 2 + 1)];
  let waiting = new Float64Array(0);
  let peak = QUIETEST;
  return {
    // #region hear
    hear(samples) {
      const all = joined(waiting, samples);
      const count = framesIn(all.length);
      const out = new Float64Array(count * BANDS);
      for (let t = 0; t < count; t++) {
        for (let n = 0; n < WINDOW; n++) frame[n] = all[t * HOP + n]! * HANN[n]!;
        const row = out.subarray(t * BANDS, (t + 1) * BANDS);
        peak = Math.max(QUIETEST, peak - FADE, bandsOfFrame(frame, spectrum, row));
        for (let m = 0; m < BANDS; m++) row[m] = Math.max(row[m]! - peak, -RANGE) / (RANGE / 2) + 1;
      }
      waiting = all.slice(count * HOP);
      return out;
    },
    // #endregion
  };
}

/** The bands of a whole recording, frames × BANDS; nothing where it is shorter than a frame. */
export const bandsOf = (samples: Float64Array): Float64Array => openEar().hear(samples);

/** ln of the power in each band, into `row`; returns the largest. */
function bandsOfFrame(frame: Float64Array, spectrum: ComplexVector, row: Float64Array): number {
  const { re, im } = realFft(frame, spectrum);
  let most = -Infinity;
  TRIANGLES.forEach(({ first, weights }, m) => {
    let power = LEAST;
    for (let i = 0; i < weights.length; i++) {
      const k = first + i;
      power += weights[i]! * (re[k]! * re[k]! + im[k]! * im[k]!);
    }
    row[m] = log(power);
    most = Math.max(most, row[m]!);
  });
  return most;
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  if (!(b instanceof Float64Array)) fail("samples", "a Float64Array", b);
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
