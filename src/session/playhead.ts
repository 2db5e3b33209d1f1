import type { StoreApi } from "zustand/vanilla";

/** A way to one moment, at a speed of its own. */
export interface Run {
  readonly to: number;
  readonly speed: number;
}

interface Head {
  readonly t: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly loop: boolean;
  readonly run: Run | undefined;
}

/** Seconds that the way from the beginning to where a picture stands may take. */
const OPENING = 4;

export const clamp = (t: number, end: number) => Math.min(Math.max(0, t), Math.max(0, end));

/** What moves a session's playhead; `last` is the last step of its timeline. A hand on it ends a run. */
export const playheadOf = (
  store: Pick<StoreApi<Head>, "getState" | "setState">,
  last: () => number,
) => ({
  seek: (t: number) => store.setState({ t: clamp(t, last()), run: undefined }),
  glide: (t: number, playing: boolean) =>
    store.setState(playing ? { t, playing } : { t, playing, run: undefined }),
  step: (by: number) => {
    const { t } = store.getState();
    const whole = by > 0 ? Math.floor(t) : Math.ceil(t);
    store.setState({ t: clamp(whole + by, last()), playing: false, run: undefined });
  },
  play: (playing: boolean) => {
    const { t, playing: before } = store.getState();
    // A pause comes to rest on a whole step: between two there is only the way from one to the other.
    const from = before && !playing ? clamp(Math.round(t), last()) : t;
    store.setState({
      playing: playing && last() > 0,
      t: playing && t >= last() ? 0 : from,
      run: undefined,
    });
  },
  replay: () => {
    const { t, speed } = store.getState();
    const run = { to: t, speed: Math.max(speed, t / OPENING) };
    if (t > 0) store.setState({ t: 0, playing: true, run });
  },
  pace: (speed: number) => store.setState({ speed }),
  loop: (loop: boolean) => store.setState({ loop }),
});
