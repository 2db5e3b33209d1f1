import type { Readout } from "../../kit/figure.ts";
import { type Receiver, type Run } from "./compute.ts";
import {
  apart,
  askedSoFar,
  heardOf,
  nearest,
  ratioAt,
  shareOf,
  sincePilot,
  stepOf,
  shows,
  turnedSince,
  turnOf,
  wrongSoFar,
} from "./look.ts";
import type { Setting } from "./params.ts";

type Own = Readout<Setting, Run>;
const running = ({ show }: Setting) => show === "run";
const counting = ({ show }: Setting) => show === "curve";

const wrong = (who: Receiver, name: string): Own => ({
  label: `wrong so far, ${name}`,
  foot: true,
  when: (v) => running(v) && shows(v, who),
  of: (r, _, t) => wrongSoFar(r, who, t),
});
const share = (who: Parameters<typeof shareOf>[1], name: string): Own => ({
  label: `wrong at that noise, ${name}, in %`,
  foot: true,
  when: counting,
  of: (r, v) => shareOf(r, who, nearest(v)),
});

export const readouts = {
  now: { label: "symbol", digits: 3, of: (r, _, t) => stepOf(r, t) },
  all: { label: "symbols in all", digits: 3, of: (r) => r.link.L },
  asked: { label: "symbols to be told so far", digits: 3, of: (r, _, t) => askedSoFar(r, t) },
  since: { label: "symbols since the last pilot", of: (r, _, t) => sincePilot(r, stepOf(r, t)) },
  wrongKnown: wrong("known", "known channel"),
  wrongS6: wrong("s6", "S6"),
  wrongKalman: wrong("pilots", "Kalman on the pilots"),
  wrongDirected: wrong("directed", "Kalman on its decisions"),
  wrongNone: wrong("none", "no estimate"),
  turned: {
    label: "the channel has turned since the last pilot, in degrees",
    of: (r, _, t) => Math.abs(turnedSince(r, t)),
  },
  turnKalman: {
    label: "Kalman's estimate is turned by, in degrees",
    symbol: "hhat",
    of: (r, _, t) => Math.abs(turnOf(r, r.before, stepOf(r, t))),
  },
  turnS6: {
    label: "the S6's belief is turned by, in degrees",
    of: (r, _, t) => {
      const heard = heardOf(r);
      return heard ? Math.abs(turnOf(r, heard.believed, stepOf(r, t))) : NaN;
    },
  },
  apart: {
    label: "between the S6's belief and Kalman's estimate, root mean square in degrees",
    of: (r) => apart(r),
  },
  ratio: { label: "signal-to-noise ratio counted at, in dB", of: (_, v) => ratioAt(v) },
  counted: { label: "symbols counted", digits: 5, of: (r, v) => r.counts?.[nearest(v)]?.of ?? NaN },
  shareKnown: share("known", "known channel"),
  shareThree: share("three", "S6 of three layers"),
  shareTwo: share("two", "S6 of two layers"),
  shareKalman: share("pilots", "Kalman on the pilots"),
  shareDirected: share("directed", "Kalman on its decisions"),
  shareNone: {
    label: "wrong at that noise, no estimate, in %",
    of: (r, v) => shareOf(r, "none", nearest(v)),
  },
  spared: {
    label: "errors of the Kalman filter that three layers spare, in %",
    of: (r, v) => 100 * (1 - shareOf(r, "three", nearest(v)) / shareOf(r, "pilots", nearest(v))),
  },
} satisfies Readonly<Record<string, Own>>;
