import type { Readout } from "../../kit/figure.ts";
import type { Core } from "../../models/mamba/shape.ts";
import { curveOf, type Run } from "./compute.ts";
import { answersOf, cores, POINT, type Spacing, spacingsOf, V } from "./pair.ts";
import type { Setting } from "./params.ts";
import { readingOf } from "./reading.ts";
import { passing } from "./state.ts";

type Out = Readout<Setting, Run>;

/** Where a training is shown: points of the longest curve. */
export const pointsOf = (r: Run, v: Setting): number =>
  Math.max(1, ...spacingsOf(v).flatMap((s) => cores.map((c) => shownOf(r, c, s))));
const shownOf = (r: Run, core: Core, spacing: Spacing) =>
  curveOf(r, core, spacing)?.right.length ?? 0;

const learning = (v: Setting) => v.show === "learning";
const own = (v: Setting) => v.show === "own";

/** The last point of a curve that is not beyond the playhead; −1 where there is none. */
export function pointAt(r: Run, core: Core, spacing: Spacing, t: number): number {
  return Math.min(shownOf(r, core, spacing) - 1, Math.floor(t));
}

/** Right answers at the playhead, in %. */
const right = (core: Core, spacing: Spacing, label: string): Out => ({
  label,
  foot: true,
  when: (v) => learning(v) && spacingsOf(v).includes(spacing),
  of: (r, v, t) => {
    if (!learning(v) || !spacingsOf(v).includes(spacing)) return NaN;
    const k = pointAt(r, core, spacing, t);
    return k < 0 ? NaN : (100 * curveOf(r, core, spacing)!.right[k]!) / answersOf(v);
  },
});

/** The task of which the losses are told: the random one where there are both. */
export const focusOf = (v: Setting): Spacing => spacingsOf(v).at(-1)!;

const loss = (core: Core, label: string): Out => ({
  label,
  of: (r, v, t) => {
    if (!learning(v)) return NaN;
    const k = pointAt(r, core, focusOf(v), t);
    return k < 0 ? NaN : curveOf(r, core, focusOf(v))!.loss[k]!;
  },
});

const ofReading = (
  label: string,
  of: (reading: ReturnType<typeof readingOf>, v: Setting, t: number) => number,
): Out => ({ label, of: (r, v, t) => (own(v) ? of(readingOf(r, v), v, t) : NaN) });

/** The probability of the letter that is wanted, at the marker of the playhead; NaN before the first. */
const sure = (core: Core, label: string) =>
  ofReading(label, (reading, _, t) => {
    const k = Math.floor(t) - reading.text.length;
    const { data, cols } = reading[core].shares;
    return k < 0 ? NaN : 100 * (data[k * cols + (reading.wanted[k] ?? NaN)] ?? NaN);
  });

const ofState = (label: string, of: (p: ReturnType<typeof passing>) => number): Out => ({
  label,
  when: own,
  foot: true,
  of: (r, v, t) => (own(v) ? of(passing(r, v, t)) : NaN),
});

export const readouts = {
  s4dFixed: right("s4d", "fixed", "S4D, fixed spacing, % right"),
  s6Fixed: right("s6", "fixed", "S6, fixed spacing, % right"),
  s4dRandom: right("s4d", "random", "S4D, random spacing, % right"),
  s6Random: right("s6", "random", "S6, random spacing, % right"),
  step: {
    label: "training steps shown",
    digits: 4,
    of: (r, v, t) => (learning(v) ? POINT * Math.min(pointsOf(r, v), Math.floor(t) + 1) : NaN),
  },
  s4dLoss: loss("s4d", "loss of S4D, nats"),
  s6Loss: loss("s6", "loss of S6, nats"),
  chance: { label: "chance, %", of: () => 100 / V },
  blind: { label: "loss of a guess, nats", of: () => Math.log(V) },
  s4dParameters: { label: "parameters of S4D", digits: 5, of: (r) => r.parameters.s4d },
  s6Parameters: { label: "parameters of S6", digits: 5, of: (r) => r.parameters.s6 },
  s4dFirst: { label: "loss of S4D at its first sequence", of: (r) => r.first.s4d },
  s6First: { label: "loss of S6 at its first sequence", of: (r) => r.first.s6 },
  broke: {
    label: "steps done when a number was not finite",
    of: (r, v) => {
      const steps = cores.flatMap((core) => brokenIn(r, v, core));
      return learning(v) && steps.length > 0 ? Math.min(...steps) : NaN;
    },
  },
  letters: ofReading("letters in the sequence", ({ wanted }) => wanted.length),
  s4dRight: {
    ...ofReading("letters S4D names right", ({ s4d }) => s4d.right),
    when: own,
    foot: true,
  },
  s6Right: {
    ...ofReading("letters S6 names right", ({ s6 }) => s6.right),
    when: own,
    foot: true,
  },
  s4dSure: sure("s4d", "S4D: probability of the letter asked for, %"),
  s6Sure: sure("s6", "S6: probability of the letter asked for, %"),
  opens: ofReading("channels of S6 that open at letters", ({ opens }) => opens),
  shuts: ofReading("channels of S6 that shut at letters", ({ shuts }) => shuts),
  delta: {
    ...ofState("Δ of the channel", ({ Deltat }) => Deltat),
    symbol: "Deltat",
  },
  kept: ofState("kept of its slowest state, %", ({ Deltat, A }) => 100 * Math.exp(Deltat * A)),
} satisfies Readonly<Record<string, Out>>;

const brokenIn = (r: Run, v: Setting, core: Core): number[] =>
  spacingsOf(v).flatMap((s) => curveOf(r, core, s)?.broke ?? []);

/** The sides of which a training of this setting broke, here or recorded. */
export const broken = (r: Run, v: Setting): Core[] =>
  cores.filter((core) => brokenIn(r, v, core).length > 0);
