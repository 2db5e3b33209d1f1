import type { Sound } from "../kit/figure.ts";
import { still } from "../kit/still.ts";
import type { Session } from "../session/session.ts";
import type { Voice } from "../session/sound.ts";
import type { State } from "./live.ts";

/** How long (ms) a sound that changes under the reader's hand must rest before the new one is heard. */
const REST = 120;
/** The loudest sample that reaches the loudspeaker. */
const PEAK = 0.8;
/** So many steps away, a playhead was moved by hand. */
const FAR = 3;

/** What a sound is at this moment of the session, where there is one. */
export const soundOf = (
  sound: { of(result: unknown, values: never): Sound | undefined },
  { result, values }: State,
) => sound.of(result, values as never);

/** What plays of a session's sounds, and what keeps it true to the session. `fail` is told where nothing can be heard. */
export function playerOf(session: Session, fail: () => void) {
  const { sounds = {}, rate } = session.figure;
  let now: { name: string; sound: Sound; voice: Voice } | undefined;
  let wanted: string | undefined; // asked for, while its code is on the way
  let leave = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let followed = NaN;

  const begin = async (name: string, from: number) => {
    wanted = name;
    try {
      const { play } = await import("../session/sound.ts");
      const state = session.store.getState();
      const sound = soundOf(sounds[name]!, state);
      if (wanted !== name || !sound) return;
      if (state.playing) session.play(false);
      const voice = play(sound, from, gainOf(session, state), () => {
        if (now?.voice === voice) stop(); // another figure's sound began
      });
      [now, followed] = [{ name, sound, voice }, NaN];
      if (rate !== undefined) leave = eachFrame(follow);
      session.wake();
    } catch {
      fail();
    }
  };
  /** The playhead goes with the sound. */
  const follow = () => {
    const t = now!.voice.at() * rate!;
    followed = still() ? Math.floor(t) : t; // before the store tells everyone, us too
    session.seek(followed);
  };
  const stop = () => {
    const voice = now?.voice;
    wanted = now = undefined;
    clearTimeout(timer);
    leave();
    voice?.stop();
    session.wake();
  };
  return {
    stop,
    name: () => now?.name,
    toggle(name: string) {
      if (now?.name === name) return stop();
      void begin(name, now?.voice.at() ?? placeOf(session));
    },
    /** The session changed: what is heard changes with it. */
    hear(state: State) {
      if (!now) return;
      if (state.playing) return stop();
      const { name, sound, voice } = now;
      if (rate !== undefined && Math.abs(state.t - followed) > FAR) {
        followed = state.t;
        return void begin(name, state.t / rate);
      }
      const next = soundOf(sounds[name]!, state);
      if (next?.samples === sound.samples) return;
      clearTimeout(timer);
      timer = setTimeout(() => now && void begin(name, voice.at()), REST);
    },
  };
}

/** All of a figure's sounds are played alike, the loudest just below the limit: what is louder is heard to be. */
function gainOf(session: Session, state: State): number {
  let most = 0;
  for (const sound of Object.values(session.figure.sounds!))
    for (const x of soundOf(sound, state)?.samples ?? []) most = Math.max(most, Math.abs(x));
  return most === 0 ? 1 : PEAK / most;
}

/** Seconds into the sound where the playhead stands; at its end it begins again. */
function placeOf({ figure: { rate }, store, length }: Session): number {
  const { t } = store.getState();
  return rate === undefined || t >= length() - 1 ? 0 : t / rate;
}

/** Calls `what` with every frame until the returned function is called. */
function eachFrame(what: () => void): () => void {
  let frame = 0;
  const tick = () => {
    frame = requestAnimationFrame(tick);
    what();
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}
