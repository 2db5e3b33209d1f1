import { keeping } from "../../kit/keeping.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { mambaMap, type Run, transformerMap } from "./compute.ts";
import { MAMBA } from "./model.ts";
import type { Setting } from "./params.ts";
import { type Models, read, type Reading } from "./reading.ts";
import { STEPS } from "./recorded.ts";

const largest = (x: Float64Array) => x.reduce((most, a) => Math.max(most, Math.abs(a)), 1e-9);
const agree = (a: Float64Array, b: Float64Array, near: number): boolean =>
  a.length === b.length && a.every((x, k) => Math.abs(x - b[k]!) <= near);

/** In the channel looked at, or the first one: the row times the inputs, and D u, is the model's own output. */
export function rowsMakeOutputs(r: Run, v: Setting): boolean {
  if (!r.reading) return true;
  const channel = Math.max(1, v.channel) - 1;
  const map = mambaMap(r, { ...v, channel: channel + 1 })!;
  const { u, y, D } = r.reading.layers[v.layer - 1]!;
  const { channels: E } = MAMBA;
  const scale = largest(y.filter((_, k) => k % E === channel));
  return Array.from({ length: map.rows }, (_, t) => {
    let sum = D[channel]! * u[t * E + channel]!;
    for (let s = 0; s <= t; s++) sum += map.data[t * map.cols + s]! * u[s * E + channel]!;
    return Math.abs(sum - y[t * E + channel]!);
  }).every((gap) => gap <= 1e-9 * Math.max(1, scale));
}

/** A record has the weights in steps. */
export function rowsAreShares(r: Run, v: Setting): boolean {
  const map = transformerMap(r, v);
  if (!map) return true;
  const near = r.reading ? 1e-12 : map.rows / STEPS;
  return Array.from({ length: map.rows }, (_, t) => {
    const row = map.data.subarray(t * map.cols, (t + 1) * map.cols);
    return row.every((w) => w >= 0) && Math.abs(row.reduce((sum, w) => sum + w, 0) - 1) <= near;
  }).every(Boolean);
}

const shortened = keeping((models: Models, text: string): Reading => {
  const slices = read(models, [...text].slice(0, -1));
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
});

/** The text without its last character has the same rows, in both. */
export function nothingAhead(r: Run, v: Setting): boolean {
  if (!r.reading || !r.models || r.characters.length < 2) return true;
  const before = { ...r, reading: shortened(r.models, r.characters.join("")) };
  return [mambaMap, transformerMap].every((map) => {
    const [now, then] = [map(r, v)!, map(before, v)!];
    const near = 1e-10 * Math.max(1, largest(now.data));
    return Array.from({ length: then.rows }, (_, t) =>
      agree(rowIn(then, t), rowIn(now, t).subarray(0, then.cols), near),
    ).every(Boolean);
  });
}

const rowIn = ({ cols, data }: Matrix, t: number) => data.subarray(t * cols, (t + 1) * cols);

/** Where this setting was recorded, to half a step of the record. */
export function asRecorded(r: Run, v: Setting): boolean {
  const { recorded } = r;
  if (!recorded || !r.reading) return true;
  return (
    [
      [recorded.mamba, mambaMap(r, v)!],
      [recorded.transformer, transformerMap(r, v)!],
    ] as const
  ).every(([then, now]) => agree(then.data, now.data, HALF * largest(now.data)));
}
const HALF = 0.51 / STEPS + 1e-5;
