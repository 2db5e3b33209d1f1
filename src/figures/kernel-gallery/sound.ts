import type { Sound } from "../../kit/figure.ts";
import { kernelOf } from "../../models/s4Layer.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Lags a second, and how many are heard: half a second. */
const RATE = 8000;
const HEARD = 4096;

const made = new WeakMap<Run, Sound>();

/** The kernel, a lag a sample: made only when it is listened to, and once for a result. */
export function kernelSound(r: Run, v: Setting): Sound {
  const known = made.get(r);
  if (known) return known;
  let samples: Float64Array | undefined;
  const sound: Sound = {
    rate: RATE,
    get samples() {
      return (samples ??= kernelOf(r.layer, HEARD, v.dt, v.rule));
    },
  };
  made.set(r, sound);
  return sound;
}
