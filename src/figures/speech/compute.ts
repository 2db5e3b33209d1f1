import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import { BANDS, bandsOf, framesIn } from "../../models/speech/bands.ts";
import { CLASSES, sharesOf as softmax, type Heard } from "../../models/speech/listener.ts";
import { addNoise, energy } from "../../models/speech/snr.ts";
import { wordsIn, type Word } from "../../models/speech/verdict.ts";
import { generator } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";
import { recordedFor, type Recorded } from "./recorded.ts";
import { layOut, type Sound } from "./sound.ts";

export interface Run {
  /** What is listened to, at 8 kHz; nothing of what the microphone hears just now. */
  readonly samples: Float64Array;
  readonly frames: number;
  /** frames × BANDS. */
  readonly bands: Float64Array;
  /** The digits said and the sample behind each, where that is known. */
  readonly digits: readonly number[];
  readonly ends: readonly number[];
  /** Mean power of the sound (where nobody speaks, a voice's), and the variance of the noise that was added. */
  readonly power: number;
  readonly R: number;
  readonly recorded?: Recorded;
  /** What the tasks add, or the microphone. */
  readonly model?: Shipped;
  readonly heard?: Heard;
}

/** The power that a voice would have: what the noise is measured by where nobody speaks. */
const VOICE = 1e-2;

const unit = keeping((seed: number, length: number) => {
  const random = generator(seed);
  return Float64Array.from({ length }, () => random.normal());
});

interface Mixed extends Pick<Run, "samples" | "digits" | "ends" | "power" | "R"> {}

const mixed = keeping((sound: Sound, part: number, snr: number, seed: number): Mixed => {
  if (sound.kind === "live")
    return { samples: new Float64Array(0), digits: [], ends: [], power: 0, R: 0 };
  const { samples, digits, ends } =
    sound.kind === "own"
      ? { samples: sound.samples, digits: [], ends: [] }
      : layOut(sound.kind, part);
  const power = energy(samples) / Math.max(1, samples.length);
  if (power === 0 && sound.kind === "nobody") {
    const R = VOICE / 10 ** (snr / 10);
    const noise = unit(seed, samples.length).map((x) => x * Math.sqrt(R));
    return { samples: noise, digits, ends, power: VOICE, R };
  }
  if (power === 0) return { samples, digits, ends, power, R: 0 };
  const { y, R } = addNoise(samples, unit(seed, samples.length), snr);
  return { samples: y, digits, ends, power, R };
});

const bandsOfSound = keeping((samples: Float64Array) => bandsOf(samples));

export function run(v: Setting): Run {
  const made = mixed(v.sound, v.part, v.snr, v.seed);
  if (v.sound.kind === "live") {
    const { heard } = v.sound;
    return { ...made, frames: heard.frames, bands: heard.bands, heard };
  }
  const recorded = recordedFor(v);
  const bands = bandsOfSound(made.samples);
  const frames = framesIn(made.samples.length);
  return { ...made, frames, bands, ...(recorded && { recorded }) };
}

const spread = keeping((heard: Heard) => softmax(heard.logits));

/** frames × classes: how probable each was after each frame; nothing before there is any. */
export const sharesOf = ({ heard, recorded }: Run): Float64Array | undefined =>
  heard ? spread(heard) : recorded?.shares;

const found = keeping((shares: Float64Array) => wordsIn(shares));

/** The digits heard, in their order. */
export function wordsOf(r: Run): readonly Word[] {
  const shares = sharesOf(r);
  return shares ? found(shares) : [];
}

/** Frames that have been heard when the playhead stands at t. */
export const heardBy = (r: Run, t: number): number =>
  Math.max(0, Math.min(r.frames, Math.floor(t)));

/** The most probable class after a frame (0-based), and how probable. */
export function saidAt(r: Run, frame: number): { readonly said: number; readonly share: number } {
  const row = frame < 0 ? undefined : sharesOf(r)?.subarray(frame * CLASSES, (frame + 1) * CLASSES);
  if (!row || row.length === 0) return { said: NaN, share: NaN };
  const share = Math.max(...row);
  return { said: row.indexOf(share), share };
}

const column = keeping((heard: Heard, layer: number, channel: number) => {
  const rows = heard.delta[layer - 1]!;
  const width = rows.length / Math.max(1, heard.frames);
  return Float64Array.from({ length: heard.frames }, (_, t) => rows[t * width + channel - 1]!);
});

/** Δ of the chosen channel at each frame. */
export function deltaOf({ heard, recorded }: Run, v: Setting): Float64Array | undefined {
  if (heard) return column(heard, v.layer, v.channel);
  return recorded?.layer === v.layer && recorded.channel === v.channel ? recorded.delta : undefined;
}

/** The loudest frame, and its band that is loudest of all. */
export function loudest({ bands, frames }: Run): { readonly frame: number; readonly band: number } {
  let [best, most] = [0, -Infinity];
  for (let i = 0; i < frames * BANDS; i++) if (bands[i]! > most) [best, most] = [i, bands[i]!];
  return { frame: Math.floor(best / BANDS), band: best % BANDS };
}
