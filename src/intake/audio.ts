import { megabytes, type Note, type Problem } from "./problem.ts";
import type { Samples } from "./toSignal.ts";
import { atRate, readWav } from "./wav.ts";

/** A recording as one channel. */
export interface Recording extends Samples {
  readonly rate: number;
  readonly seconds: number;
}

/** The largest sound file that is decoded, in bytes, and the minutes of it that are used. */
export const MOST_AUDIO_BYTES = 100e6;
export const MOST_MINUTES = 10;
/** Samples per second after decoding: enough for speech, a third of the memory. */
export const RATE = 16000;
/** −80 dB: below this a recording is silence. */
const SILENCE = 1e-4;

/** Any sound that the browser decodes, mixed to one channel at 16 kHz; the first 10 minutes of it. Nothing throws. */
export async function readAudio(file: Blob): Promise<Recording | Problem> {
  if (file.size === 0) return { problem: "empty" };
  if (file.size > MOST_AUDIO_BYTES)
    return { problem: "tooBig", size: megabytes(file.size), most: megabytes(MOST_AUDIO_BYTES) };
  if (typeof OfflineAudioContext === "undefined") return { problem: "audioUnsupported" };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { problem: "unreadable" }; // moved, changed or forbidden since it was chosen
  }
  try {
    // An offline context holds no device: there is nothing to close. The decoder takes the bytes away: it gets a copy.
    const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes.slice(0));
    const channels = Array.from({ length: sound.numberOfChannels }, (_, c) =>
      sound.getChannelData(c),
    );
    return recordingOf({ rate: sound.sampleRate, length: sound.length, channels });
  } catch {
    return uncommon(bytes) ?? { problem: "audioUnknown" };
  }
}

/** A WAV that the browser refuses: 64-bit floats, or rates that it does not play. */
function uncommon(bytes: ArrayBuffer): Recording | Problem | undefined {
  const wav = readWav(bytes);
  if (!wav) return undefined;
  const most = MOST_MINUTES * 60 * wav.rate;
  const channels = wav.channels.map((x) => atRate(x.subarray(0, most).map(sane), wav.rate, RATE));
  const length = Math.floor((wav.channels[0]!.length * RATE) / wav.rate);
  return recordingOf({ rate: RATE, length, channels });
}

/** A float WAV may hold NaN. */
const sane = (x: number) => (x - x === 0 ? x : 0);

interface Sound {
  readonly rate: number;
  /** Of the whole; the channels may be shorter. */
  readonly length: number;
  readonly channels: readonly ArrayLike<number>[];
}

function recordingOf(sound: Sound): Recording | Problem {
  const { rate } = sound;
  const length = Math.min(sound.length, MOST_MINUTES * 60 * rate);
  if (length < 2) return { problem: "audioEmpty" };
  const notes: Note[] = [];
  const values = mixed(sound.channels, length, notes);
  if (length < sound.length)
    notes.push({
      key: "firstMinutes",
      minutes: MOST_MINUTES,
      total: Math.round(sound.length / rate / 60),
    });
  if (values.every((x) => Math.abs(x) < SILENCE)) notes.push({ key: "silent" });
  return { values, rate, seconds: length / rate, notes };
}

/** How much less power the mean of the channels may have than the loudest of them: −12 dB. */
const CANCELS = 1 / 16;

/** The mean of all channels; the loudest alone where they cancel each other, as with a plug that inverts one of them. */
function mixed(sound: readonly ArrayLike<number>[], length: number, notes: Note[]): Float64Array {
  const channels = sound.map((x) => Float64Array.from({ length }, (_, i) => sane(x[i] ?? 0)));
  const mean = new Float64Array(length);
  for (const channel of channels)
    for (let i = 0; i < length; i++) mean[i]! += channel[i]! / channels.length;
  const powers = channels.map(power);
  const most = Math.max(...powers);
  // A channel that is silent takes half of the other: that is no cancelling, whatever it does to the power.
  const heard = powers.filter((p) => p > most / 100).length;
  if (heard < 2 || power(mean) >= CANCELS * most) return mean;
  notes.push({ key: "cancelled" });
  return channels[powers.indexOf(most)]!;
}

const power = (x: Float64Array) => x.reduce((sum, v) => sum + v * v, 0);
