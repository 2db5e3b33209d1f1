import type { Readout } from "../../kit/figure.ts";
import { forgottenByFilter, type Run } from "./compute.ts";
import {
  filterAt,
  fitOf,
  forgottenHere,
  gateAtPilot,
  gateBetween,
  gateOfPart,
  pilotBefore,
  ratioAt,
  stateAt,
  stepOf,
} from "./look.ts";
import type { Part } from "./parts.ts";
import type { Setting } from "./params.ts";

type Own = Readout<Setting, Run>;
const overTime = ({ show }: Setting) => show === "time";
const byRatio = ({ show }: Setting) => show === "ratio";

const at = (part: Part, name: string): Own => ({
  label: `forgotten at that noise, ${name}, in %`,
  foot: true,
  when: byRatio,
  of: (r, v) => stateAt(r, v, part),
});

export const readouts = {
  now: { label: "symbol", digits: 3, of: (r, _, t) => stepOf(r, t) },
  all: { label: "symbols in all", digits: 3, of: (r) => r.link.L },
  gain: {
    label: "Kalman's gain at the last pilot",
    symbol: "gain",
    foot: true,
    when: overTime,
    of: (r, _, t) => r.gain[pilotBefore(r, stepOf(r, t))]!,
  },
  gate: {
    label: "the S6's gate behind it",
    symbol: "gate",
    foot: true,
    when: overTime,
    of: gateAtPilot,
  },
  between: {
    label: "the S6's gate between pilots, mean",
    symbol: "gate",
    foot: true,
    when: overTime,
    of: (r, v) => gateBetween(r, v),
  },
  delta: {
    label: "Δ of the channel now",
    symbol: "Delta",
    of: (r, v, t) => gateOfPart(r, v)?.delta[stepOf(r, t)] ?? NaN,
  },
  A: { label: "A of the state", of: (r, v) => gateOfPart(r, v)?.A ?? NaN },
  together: {
    label: "correlation of the state with Kalman's estimate",
    of: (r, v) => fitOf(r, v).together,
  },
  filterForgets: {
    label: "forgotten from pilot to pilot, Kalman, in %",
    foot: true,
    when: overTime,
    of: (_, v) => 100 * forgottenByFilter(v),
  },
  stateForgets: {
    label: "forgotten from pilot to pilot, S6, in %",
    foot: true,
    when: overTime,
    of: (r, v) => forgottenHere(r, v),
  },
  ratio: { label: "compared at, in dB", of: (_, v) => ratioAt(v) },
  filterAt: {
    label: "forgotten at that noise, Kalman, in %",
    foot: true,
    when: byRatio,
    of: (_, v) => filterAt(v),
  },
  im2At: at("im2", "channel 26, state 2"),
  im3At: at("im3", "channel 26, state 3"),
  im4At: at("im4", "channel 26, state 4"),
  re3At: at("re3", "channel 21, state 3"),
} satisfies Readonly<Record<string, Own>>;
