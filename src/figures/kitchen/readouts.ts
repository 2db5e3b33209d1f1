import type { Readout } from "../../kit/figure.ts";
import type { Timetable } from "../../models/recipe.ts";
import { cards } from "./cards.ts";
import { clockAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { finished, standAt } from "./stand.ts";

type Told = Readout<Setting, Run>;
const onCard = ({ story }: Setting) => story === "gpu";
const atHome = (v: Setting) => !onCard(v);
const corridor = ({ story }: Setting) => story === "kitchen";

/** GiB moved: each dish carried is its share of the tensor. */
const moved = (table: Timetable, v: Setting) => (onCard(v) ? table.carried / v.dishes : NaN);
const only = (when: (v: Setting) => boolean, x: (r: Run, v: Setting) => number) => ({
  when,
  of: (r: Run, v: Setting) => (when(v) ? x(r, v) : NaN),
});

/** Of a mixed spice all steps are one. */
const stand = (which: "two" | "one", r: Run, v: Setting, t: number) =>
  standAt(
    r[which],
    v.dishes,
    clockAt(r, v, t),
    v.story === "seed" && which === "one" ? v.steps : 1,
  );
const doneAt = (which: "two" | "one") => (r: Run, v: Setting, t: number) =>
  finished(stand(which, r, v, t), v.steps);
/** Of all work on all dishes, in %. */
const shareAt = (which: "two" | "one") => (r: Run, v: Setting, t: number) =>
  (100 * stand(which, r, v, t).done.reduce((sum, k) => sum + k, 0)) / (v.dishes * v.steps);

export const readouts = {
  two: { label: "step by step, in min", foot: true, ...only(atHome, (r) => r.two.total) },
  one: { label: "fused, in min", foot: true, ...only(atHome, (r) => r.one.total) },
  twoMs: { label: "by many programs, in ms", foot: true, ...only(onCard, (r) => r.two.total) },
  oneMs: { label: "by one, in ms", foot: true, ...only(onCard, (r) => r.one.total) },
  saved: {
    label: "saved, in %",
    foot: true,
    of: (r) => Math.max(0, 100 * (1 - r.one.total / r.two.total)),
  },
  times: { label: "times as fast", of: (r) => r.two.total / r.one.total },
  walksTwo: { label: "walks", foot: true, ...only(corridor, (r) => r.two.walks) },
  walksOne: { label: "walks, fused", foot: true, ...only(corridor, (r) => r.one.walks) },
  walksSaved: { label: "walks saved", ...only(corridor, (r) => r.two.walks - r.one.walks) },
  walkingTwo: { label: "walking, in min", ...only(corridor, (r) => r.two.walking) },
  walkingOne: { label: "walking, fused", ...only(corridor, (r) => r.one.walking) },
  cooking: { label: "cooking, in min", foot: true, ...only(corridor, (r) => r.two.cooking) },
  computeMs: { label: "computing, in ms", foot: true, ...only(onCard, (r) => r.two.cooking) },
  movedTwo: { label: "GiB moved", foot: true, ...only(onCard, (r, v) => moved(r.two, v)) },
  movedOne: { label: "GiB moved by one", foot: true, ...only(onCard, (r, v) => moved(r.one, v)) },
  leastTwo: {
    label: "at best, in ms",
    ...only(onCard, ({ two }) => Math.max(two.walking, two.cooking)),
  },
  leastOne: {
    label: "at best by one, in ms",
    ...only(onCard, ({ one }) => Math.max(one.walking, one.cooking)),
  },
  balance: {
    label: "operations in the time of a number’s way there and back",
    ...only(onCard, (_, { card }) => (8 / cards[card].bandwidth) * cards[card].operations),
  },
  loads: { label: "counterfuls", of: ({ recipe }) => Math.ceil(recipe.dishes / recipe.counter) },
  now: { label: "clock, in min", of: (r, v, t) => (atHome(v) ? clockAt(r, v, t) : NaN) },
  nowMs: { label: "clock, in ms", of: (r, v, t) => (onCard(v) ? clockAt(r, v, t) : NaN) },
  doneTwo: { label: "dishes done", of: doneAt("two") },
  doneOne: { label: "dishes done, fused", of: doneAt("one") },
  shareTwo: { label: "done, in %", of: shareAt("two") },
  shareOne: { label: "done by one, in %", of: shareAt("one") },
} satisfies Readonly<Record<string, Told>>;
