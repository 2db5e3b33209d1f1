import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import { levelsOf, type Drawing } from "./drawing.ts";
import { fitted } from "./fit.ts";
import { orderOf, type OrderName } from "./orders.ts";
import type { Setting } from "./params.ts";
import { CLASSES, columnOf, heard, probabilities, STATES, type Reading } from "./reading.ts";
import { recordedFor, type Recorded } from "./recorded.ts";
import { inkOf, type Levels } from "./sheet.ts";

export interface Run {
  /** What is read: the drawing as it lies on the sheet, how much ink there is, and the pixel of each step. */
  readonly sheet: Levels;
  readonly ink: number;
  readonly order: Uint8Array;
  /** A run of the shipped model that was kept; only of the setting that the figure opens with. */
  readonly recorded?: Recorded;
  /** What the tasks add. */
  readonly model?: Shipped;
  readonly reading?: Reading;
}

/** The step that has been read last when `t` pixels have been: −1 before the first. */
export const lastRead = (t: number): number => Math.floor(t) - 1;

const sheetOf = keeping((d: Drawing, fit: boolean) =>
  fit && d.kind === "own" ? fitted(d.levels) : levelsOf(d),
);
const ordered = keeping((name: OrderName) => orderOf(name));

export function run(v: Setting): Run {
  const sheet = sheetOf(v.digit, v.fit);
  const recorded = recordedFor(v);
  return { sheet, ink: inkOf(sheet), order: ordered(v.order), ...(recorded && { recorded }) };
}

const spread = keeping((reading: Reading) => probabilities(reading.logits));

/** The probability of each class after each step, of the reading made here or of the recorded one; nothing before there is any. */
export const sharesOf = ({ reading, recorded }: Run): Float64Array | undefined =>
  reading ? spread(reading) : recorded?.shares;

const column = keeping((reading: Reading, layer: number, channel: number) => ({
  delta: columnOf(reading.layers[layer - 1]!.delta, channel - 1),
}));

/** Δ of the chosen channel at each step. */
export function deltaOf({ reading, recorded }: Run, v: Setting): Float64Array | undefined {
  if (reading) return column(reading, v.layer, v.channel).delta;
  return recorded && chosen(recorded, v) ? recorded.delta : undefined;
}

const listen = keeping((reading: Reading, layer: number, channel: number, t: number) =>
  heard(reading.layers[layer - 1]!, channel - 1, t),
);

/** What the chosen channel still hears at a step of each one up to it. */
export function heardAt({ reading, recorded }: Run, v: Setting, step: number) {
  if (reading) return step < 0 ? undefined : listen(reading, v.layer, v.channel, step);
  return recorded && chosen(recorded, v) && recorded.t === step ? recorded.heard : undefined;
}

const chosen = (recorded: Recorded, v: Setting) =>
  recorded.layer === v.layer && recorded.channel === v.channel;

/** The class that is most probable at a step, and by how much. */
export function saidAt(r: Run, step: number): { readonly digit: number; readonly share: number } {
  const at = step * CLASSES;
  const row = at < 0 ? undefined : sharesOf(r)?.subarray(at, at + CLASSES);
  if (!row) return { digit: NaN, share: NaN };
  const share = Math.max(...row);
  return { digit: row.indexOf(share), share };
}

/** How few pixels make half of all that is still heard, signs apart. */
export function halfOf(heard: Float64Array): number {
  const sizes = heard.map(Math.abs).toSorted((a, b) => b - a);
  const all = sizes.reduce((a, b) => a + b, 0);
  let sum = 0;
  return sizes.findIndex((x) => (sum += x) >= all / 2) + 1;
}

/** One state of the chosen channel between a step s and the step t: what the equation of the effective influence is about. */
export interface Link {
  readonly s: number;
  /** Δ summed over the steps after s, up to t. */
  readonly clock: number;
  readonly A: number;
  readonly Bbar: number;
  readonly C: number;
}

/** The earlier step that is heard most at step t, by the state that carries most of it. */
export function linkAt(r: Run, v: Setting, step: number): Link | undefined {
  const loud = heardAt(r, v, step);
  if (!r.reading || !loud) return loud && r.recorded?.link;
  const before = loud.subarray(0, step).map(Math.abs);
  const s = step === 0 ? 0 : before.indexOf(Math.max(...before));
  const { A, B, C, delta } = r.reading.layers[v.layer - 1]!;
  const steps = columnOf(delta, v.channel - 1);
  const clock = steps.subarray(s + 1, step + 1).reduce((sum, x) => sum + x, 0);
  const links = Array.from({ length: STATES }, (_, n): Link => {
    const Bbar = steps[s]! * B[s * STATES + n]!;
    return { s, clock, A: A[(v.channel - 1) * STATES + n]!, Bbar, C: C[step * STATES + n]! };
  });
  const size = (l: Link) => Math.abs(carried(l));
  return links.reduce((best, l) => (size(l) > size(best) ? l : best));
}

/** What one state still carries of the step s. */
export const carried = ({ C, A, clock, Bbar }: Link): number => C * Math.exp(A * clock) * Bbar;
