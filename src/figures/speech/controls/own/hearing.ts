import { shipped } from "../../../../tasks/shipped.ts";
import { openTagger } from "../../../../models/shipped/open.ts";
import type { Stack } from "../../../../models/mamba/stack.ts";
import { BANDS, HOP, SPEECH_RATE, WINDOW } from "../../../../models/speech/bands.ts";
import { CLASSES, openListener, type Heard } from "../../../../models/speech/listener.ts";
import { openResampler, type Resampler } from "../../../../models/speech/resampler.ts";
import { SHOWN } from "../../layout.ts";

/** The shipped model, from this browser or the site. Throws a Refusal where it does not come. */
export async function modelFor(stop: AbortSignal): Promise<Stack> {
  const coming = shipped("speech", stop);
  for (;;) {
    const { value, done } = await coming.next();
    if (done) return openTagger(value.card, value.bytes);
  }
}

/** Seconds of the microphone that are kept to be looked at afterwards. */
export const KEPT = 20;
/** At this size a sample is taken for one at the limit; below this, all of them, for silence. */
const [FULL, SILENT] = [0.99, 1e-4];

/** A voice heard live: its last four seconds as the model heard them, its last twenty as samples, and how loud it is. */
export interface Live {
  take(samples: Float32Array, rate: number): void;
  heard(): Heard;
  samples(): Float64Array;
  /** Largest sample of the last blocks, whether many stand at the limit, and how long (s) nothing but silence has come. */
  level(): { readonly peak: number; readonly full: boolean; readonly silentFor: number };
}

/** Listens with a model to whatever comes, at any rate; a rate that changes on the way begins a new resampling. */
export function openLive(model: Stack): Live {
  const listener = openListener(model);
  const { E, layers } = model.shape;
  let resampler: { rate: number; by: Resampler } | undefined;
  let kept: Heard = {
    frames: 0,
    bands: new Float64Array(0),
    logits: new Float64Array(0),
    delta: Array.from({ length: layers }, () => new Float64Array(0)),
  };
  let sound: Float64Array<ArrayBuffer> = new Float64Array(0);
  let [peak, full, silentFor] = [0, 0, 0];
  return {
    take(samples, rate) {
      if (resampler?.rate !== rate) resampler = { rate, by: openResampler(rate, SPEECH_RATE) };
      let most = 0;
      let limit = 0;
      for (const x of samples) {
        most = Math.max(most, Math.abs(x));
        if (Math.abs(x) >= FULL) limit++;
      }
      peak = Math.max(most, peak * 0.8);
      full = limit > samples.length / 200 ? 40 : Math.max(0, full - 1); // said for a while
      silentFor = most < SILENT ? silentFor + samples.length / rate : 0;
      const fresh = resampler.by.take(samples);
      sound = last(joined(sound, fresh), KEPT * SPEECH_RATE);
      kept = grown(kept, listener.hear(fresh), E);
    },
    heard: () => kept,
    samples: () => sound,
    level: () => ({ peak, full: full > 0, silentFor }),
  };
}

/** The last frames that a picture shows. */
function grown(a: Heard, b: Heard, E: number): Heard {
  if (b.frames === 0) return a;
  const rows = (x: Float64Array, y: Float64Array, width: number) =>
    last(joined(x, y), SHOWN * width);
  return {
    frames: Math.min(SHOWN, a.frames + b.frames),
    bands: rows(a.bands, b.bands, BANDS),
    logits: rows(a.logits, b.logits, CLASSES),
    delta: a.delta.map((x, l) => rows(x, b.delta[l]!, E)),
  };
}

function joined(a: Float64Array, b: Float64Array) {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

const last = (x: Float64Array<ArrayBuffer>, n: number) =>
  x.length > n ? x.slice(x.length - n) : x;

/** The shortest sound that is taken: a frame and a bit, in ms. */
export const LEAST_MS: number = Math.ceil(((WINDOW + HOP) * 1000) / SPEECH_RATE);
