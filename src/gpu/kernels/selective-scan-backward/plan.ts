import type { Piece } from "../../submit.ts";
import { SUBMIT } from "../../submit.ts";
import { flat } from "../../pairs.ts";
import { limits } from "../../work.ts";
import type { Step, Work } from "../../work.ts";
import { carryCode, carrySegments, carrySide } from "../selective-scan/carry.ts";
import { cutSlices } from "../selective-scan/plan.ts";
import type { Sizes, Slice } from "../selective-scan/plan.ts";
import { walkCode } from "../selective-scan/walk.ts";
import type { Layout as WalkLayout } from "../selective-scan/wgsl.ts";
import type { SliceBuffers } from "./buffers.ts";
import { floatsOf } from "./buffers.ts";
import { fold } from "./fold.ts";
import { gateCode, gateSlopeCode } from "./gate.ts";
import { gradientCode } from "./gradients.ts";
import type { Layout } from "./layout.ts";

const ceil = (a: number, b: number) => Math.ceil(a / b);

/** Cuts the sequences so that every buffer of a slice fits into a binding. */
export function slices(all: Sizes, layout: Layout, binding: number = limits.binding): Slice[] {
  return cutSlices(
    all,
    layout.chunk,
    (batch, L) =>
      batch <= limits.groups &&
      Math.max(...Object.values(floatsOf({ ...all, batch, L }, layout))) * 4 <= binding,
  );
}

/** How the walks K1 and B1 are laid out, and B3. */
export interface Layouts {
  readonly walk: WalkLayout;
  readonly back: Layout;
}

/** The shaders that run, in order. */
export const codes = ({ walk, back }: Layouts) => ({
  summary: walkCode("summary", walk),
  adjoint: walkCode("adjoint", walk),
  gradients: gradientCode(back),
});

/** Work of the backward pass for each state update of the scan, in walks: K1, then B1 and B3, which counts three times. */
export const WALKS = { forward: 1, back: 4 } as const;

/** A slice on the device. */
export interface Loaded {
  readonly slice: Slice;
  readonly buffers: SliceBuffers;
}

/**
 * What the slices run at a pace of so many walked state updates a second, cut into pieces well under 50 ms: the states that
 * enter each stretch from the first slice to the last, then the gradients from the last to the first.
 */
export async function pieces(
  work: Work,
  all: readonly Loaded[],
  layouts: Layouts,
  pace: number,
): Promise<Piece[]> {
  const budget = pace * SUBMIT;
  const out: Step[][] = [];
  for (const [i, part] of all.entries()) {
    const before = part.slice.token > 0 ? all[i - 1] : undefined;
    out.push(...(await states(work, part, before, layouts, budget)));
  }
  for (const [i, part] of all.toReversed().entries()) {
    const after = all[all.length - i];
    const goesOn = after !== undefined && after.slice.token > 0;
    out.push(...(await gradients(work, part, goesOn ? after : undefined, layouts, budget)));
  }
  const walked = (sum: number, { slice: { batch, L, channels, states } }: Loaded) =>
    sum + batch * L * channels * states * (WALKS.forward + WALKS.back);
  return all.reduce(walked, 0) <= budget ? [out.flat()] : out;
}

/** B0, K1 and K2: row k of `state` becomes the state that enters stretch k, the row after the last what leaves the slice. */
async function states(
  work: Work,
  { slice, buffers }: Loaded,
  before: Loaded | undefined,
  { walk, back }: Layouts,
  budget: number,
): Promise<Step[][]> {
  const { batch, L, channels } = slice;
  const width = batch * channels * slice.states;
  const { stretch } = back;
  const most = Math.min(limits.groups, Math.floor(budget / WALKS.forward / width / stretch));
  const span = Math.max(1, most) * stretch;
  const out: Step[][] = [];
  for (let origin = 0; origin < L; origin += span) {
    const steps: Step[] = [];
    if (origin === 0) steps.push(...(await opening(work, slice, buffers, before)));
    const limit = Math.min(L, origin + span);
    const row = origin / stretch;
    const ends = ceil(limit - origin, stretch) - (limit < L || buffers.onward ? 0 : 1);
    const job = work.uniform(
      [L, channels, stretch, ends + 1, origin, limit, 0, stretch].concat([
        0,
        batch,
        width,
        row,
        0,
        row,
      ]),
    );
    if (ends > 0) {
      const { u, delta, channel, BC, state, time } = buffers;
      const across = ceil(channels, walk.lanes * walk.wide);
      const bindings = [job, u, delta, channel, BC, state, time];
      steps.push(
        await work.dispatch(walkCode("summary", walk), bindings, [across, ends, batch]),
        await carry(work, slice, buffers, job, ends),
      );
    }
    out.push(steps);
  }
  return out;
}

/** B0 where there is a gate, and the state that the slice before left. */
async function opening(
  work: Work,
  { batch, L, channels, states }: Slice,
  { dy, z, slope, state }: SliceBuffers,
  before: Loaded | undefined,
): Promise<Step[]> {
  const steps: Step[] = [];
  const floats = batch * L * channels;
  if (z)
    steps.push(
      await work.dispatch(gateCode, [work.uniform([floats, 0]), dy, z, slope], flat(floats)),
    );
  if (before) {
    const width = batch * channels * states;
    const fromFloat = before.buffers.stretches * width;
    steps.push({ from: before.buffers.state, to: state, fromFloat, floats: width });
  }
  return steps;
}

async function carry(
  work: Work,
  { batch, channels, states }: Slice,
  { time, channel, state }: SliceBuffers,
  job: GPUBuffer,
  ends: number,
): Promise<Step> {
  const series = batch * channels * states;
  const segments = carrySegments(series, ends + 1);
  const groups = ceil(series, carrySide(segments));
  const bindings = [job, time, channel, state];
  return work.dispatch(carryCode(states, segments), bindings, [groups, 1, 1]);
}

/** B1, K2 and B3, chunks counted from the last; then the sums over workgroups, and B4. */
async function gradients(
  work: Work,
  { slice, buffers }: Loaded,
  after: Loaded | undefined,
  { walk, back }: Layouts,
  budget: number,
): Promise<Step[][]> {
  const { batch, L, channels, states } = slice;
  const { u, delta, channel, BC, state, time, slope, out: grads, parts, stretches } = buffers;
  const width = batch * channels * states;
  const { chunk, lanes } = back;
  const chunks = ceil(L, chunk);
  const rows = stretches + 1; // of the states; then those of the adjoints
  const most = Math.min(limits.groups, Math.floor(budget / WALKS.back / width / chunk));
  const span = Math.max(1, most);
  const across = ceil(channels, lanes);
  const C = { buffer: BC, offset: buffers.far * 4 };
  const out: Step[][] = [];
  for (let origin = 0; origin < chunks; origin += span) {
    const steps: Step[] = [];
    if (origin === 0 && after) {
      const fromFloat = (after.buffers.stretches + 1 + after.buffers.chunks) * width;
      const toFloat = rows * width;
      steps.push({ from: after.buffers.state, to: state, fromFloat, toFloat, floats: width });
    }
    const count = Math.min(span, chunks - origin);
    const row = rows + origin;
    const ends = origin + count < chunks || slice.token > 0 ? count : count - 1;
    if (ends > 0) {
      const job = (n: number) =>
        work.uniform(
          [L, channels, chunk, n, origin, L, 0, chunk].concat([0, batch, width, row, 0, row]),
        );
      const columns = ceil(channels, walk.lanes * walk.wide);
      const bindings = [job(chunks), slope, delta, channel, C, state, time];
      steps.push(
        await work.dispatch(walkCode("adjoint", walk), bindings, [columns, ends, batch]),
        await carry(work, slice, buffers, job(ends + 1), ends),
      );
    }
    const rest = across * batch * L * 2 * states;
    const far = buffers.far / back.width;
    const job = work.uniform([L, channels, chunk, chunks, origin, row, batch, far, rest]);
    const bindings = [job, u, delta, slope, channel, BC, state, grads, parts];
    steps.push(await work.dispatch(gradientCode(back), bindings, [across, count, batch]));
    out.push(steps);
  }
  out.push(await closing(work, slice, buffers, across, chunks));
  return out;
}

/** Sums dB and dC over the workgroups across, dA, dD and dbias over the chunks; B4 where there is a gate. */
async function closing(
  work: Work,
  { batch, L, channels, states }: Slice,
  { parts, sums, between, dBC, dy, z, out, dz }: SliceBuffers,
  across: number,
  chunks: number,
): Promise<Step[]> {
  const tokens = batch * L * 2 * states;
  const rows = { buffer: parts, begin: across * tokens };
  const steps = [
    ...(await fold(work, { buffer: parts, begin: 0 }, across, tokens, dBC, undefined)),
    ...(await fold(work, rows, batch * chunks, (states + 2) * channels, sums, between)),
  ];
  const floats = batch * L * channels;
  if (z && dz) {
    const job = work.uniform([floats, 2 * floats]);
    steps.push(await work.dispatch(gateSlopeCode, [job, dy, z, out, dz], flat(floats)));
  }
  return steps;
}
