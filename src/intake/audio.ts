import { megabytes, type Note, type Problem } from "./problem.ts";
import type { Samples } from "./toSignal.ts";

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
    // An offline context holds no device: there is nothing to close.
    return clipOf(await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes));
  } catch {
    return { problem: "audioUnknown" };
  }
}

function clipOf(sound: AudioBuffer): Recording | Problem {
  const rate = sound.sampleRate;
  const length = Math.min(sound.length, MOST_MINUTES * 60 * rate);
  if (length < 2) return { problem: "audioEmpty" };
  const values = new Float64Array(length);
  for (let c = 0; c < sound.numberOfChannels; c++) {
    const channel = sound.getChannelData(c);
    for (let i = 0; i < length; i++) {
      const x = channel[i]!;
      if (Number.isFinite(x)) values[i]! += x / sound.numberOfChannels; // a float WAV may hold NaN
    }
  }
  const notes: Note[] = [];
  if (length < sound.length)
    notes.push({
      key: "firstMinutes",
      minutes: MOST_MINUTES,
      total: Math.round(sound.length / rate / 60),
    });
  if (values.every((x) => Math.abs(x) < SILENCE)) notes.push({ key: "silent" });
  return { values, rate, seconds: length / rate, notes };
}
