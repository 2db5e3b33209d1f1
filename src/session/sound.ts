import type { Sound } from "../kit/figure.ts";

/** A sound that is being played, over and over. */
export interface Voice {
  /** Seconds into the sound. */
  at(): number;
  stop(): void;
}

/** Seconds of fading in and out, so that nothing clicks. */
const FADE = 0.015;

let context: AudioContext | undefined;
let present: (() => void) | undefined;

/**
 * Plays a sound from a second on, repeated, `gain` times as loud; whatever played before ends. `ended` is told when it is
 * stopped, or ends because another sound begins. Throws where the browser has no sound.
 */
export function play(
  { samples, rate }: Sound,
  from: number,
  gain: number,
  ended: () => void,
): Voice {
  context ??= new AudioContext();
  const audio = context;
  void audio.resume();
  const buffer = audio.createBuffer(1, samples.length, rate);
  buffer.getChannelData(0).set(samples);
  const source = audio.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  const level = audio.createGain();
  const now = audio.currentTime;
  level.gain.setValueAtTime(0, now);
  level.gain.linearRampToValueAtTime(gain, now + FADE);
  source.connect(level).connect(audio.destination);
  const length = samples.length / rate;
  const start = ((from % length) + length) % length;
  present?.();
  source.start(now, start);
  let over = false;
  const stop = () => {
    if (over) return;
    over = true;
    if (present === stop) present = undefined;
    const { currentTime } = audio;
    level.gain.cancelScheduledValues(currentTime);
    level.gain.setTargetAtTime(0, currentTime, FADE / 3);
    source.stop(currentTime + 2 * FADE);
    ended();
  };
  present = stop;
  return { at: () => (start + audio.currentTime - now) % length, stop };
}
