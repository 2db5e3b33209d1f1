import type { Readout } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

type One = Readout<Setting, Run>;

/** The token that is done at a moment, forward and then backward. */
export const tokenAt = ({ L }: Run, t: number): number => {
  const s = Math.ceil(t);
  return s <= L ? Math.max(0, s - 1) : 2 * L - s;
};

const gateAt = ({ L }: Run, { gate }: Setting) => Math.min(gate, L - 1);

export const readouts = {
  first: { label: "gradient at the first state", foot: true, of: (r) => r.g[0]! },
  slope: {
    label: "gradient by the gate’s a",
    foot: true,
    of: (r, v) => r.da[gateAt(r, v)]!,
  },
  before: {
    label: "gradient just before the gate",
    of: (r, v) => r.g[Math.max(0, gateAt(r, v) - 1)]!,
  },
  loss: { label: "loss", foot: true, of: (r) => r.loss },
  reach: {
    label: "states that get more than a hundredth",
    of: ({ g }) => {
      const most = g.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
      return g.reduce((n, x) => n + (Math.abs(x) > 0.01 * most ? 1 : 0), 0);
    },
  },
  now: { label: "token", of: (r, _, t) => tokenAt(r, t) },
} satisfies Readonly<Record<string, One>>;
