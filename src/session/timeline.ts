import type { Session } from "./session.ts";

/** Steps a second at speed 1×, of a figure that declares no rate of its own. */
export const CALM = 4;
/** Steps a second to choose from, at that rate. */
export const speeds = [1, 2, 4, 8, 16, 32] as const;

/** Where the playhead is `seconds` later: past the end it stops, or starts again where `loop` is on. */
export function advance(t: number, seconds: number, speed: number, end: number, loop: boolean) {
  const next = t + seconds * speed;
  if (next < end) return { t: next, playing: true };
  return loop && end > 0 ? { t: next % end, playing: true } : { t: end, playing: false };
}

/**
 * Moves the playhead of a playing session with the display's frames. `still` (reduced motion) jumps from step to
 * step instead of gliding. Returns a function that stops and forgets everything.
 */
export function runTimeline(
  session: Session,
  visible: () => boolean,
  still: () => boolean,
): () => void {
  let frame = 0;
  let then: number | undefined;
  let exact = 0;
  const tick = (now: number) => {
    const { playing, speed, loop, t, run } = session.store.getState();
    if (!playing) {
      frame = 0;
      return;
    }
    // `frame` stays set while the store is told, or its listener below would ask for a second one.
    if (then === undefined || Math.floor(exact) !== Math.floor(t)) exact = t; // started, or moved by hand
    if (visible() && then !== undefined) {
      // A tab that slept does not leap: at most a tenth of a second passes between two frames.
      const next = advance(
        exact,
        Math.min(0.1, (now - then) / 1000),
        run?.speed ?? speed,
        Math.min(run?.to ?? Infinity, session.length() - 1),
        loop && !run,
      );
      exact = next.t;
      session.glide(still() && next.playing ? Math.floor(exact) : exact, next.playing);
    }
    then = now;
    frame = requestAnimationFrame(tick);
  };
  const stop = session.store.subscribe(({ playing }) => {
    if (playing && frame === 0) {
      then = undefined;
      frame = requestAnimationFrame(tick);
    }
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}
