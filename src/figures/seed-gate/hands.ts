import { grown, type Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import type { Root } from "../../draw/picture.ts";
import { scrub, surface } from "../../draw/scrub.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { tokenAt, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { MOST_TOKEN, TOKENS, withGate, withToken } from "./row.ts";

type Now = Moment<Setting, Run>;
type Put = (k: number, y: number) => Partial<Setting>;

const tokenUnder = ({ left, width }: Box, px: number): number =>
  Math.max(0, Math.min(TOKENS - 1, Math.floor(((px - left) / width) * TOKENS)));

/** The tokens and the gate to draw on, both states to scrub over; keys move along and change the present token. */
export function hands(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>, now: () => Now) {
  const { tokens, gates, seed, s6 } = layout;
  const drawn = [
    drawing(svg, tokens, stage, now, "drawTokens", (k, y) => ({
      tokens: withToken(
        now().values.tokens,
        k,
        ((tokens.cy - y) / (tokens.height / 2 - 5)) * MOST_TOKEN,
      ),
    })),
    drawing(svg, gates, stage, now, "drawGates", (k, y) => ({
      gates: withGate(now().values.gates, k, (gates.bottom - y) / gates.height),
    })),
  ];
  const states = { ...seed, bottom: s6.bottom, height: s6.bottom - seed.top };
  const tell = scrub(svg, grown(states, 0, 4), {
    label: stage.say("scrub"),
    at: (px) => tokenUnder(seed, px),
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { result: r, t } = now();
    const k = tokenAt(t);
    const heights = [r.u[k]! / MOST_TOKEN, r.gate[k]!];
    drawn.forEach((put, i) => put(k, [fixed(r.u[k]!, 1), fixed(r.gate[k]!)][i]!, heights[i]!));
    tell(k, `${k}: ${fixed(r.seed[k]!)}; S6 ${fixed(r.s6[k]!)}`, TOKENS - 1);
  };
}

function drawing(
  svg: Root,
  at: Box,
  { say, set, seek }: Stage<Setting, Phrase>,
  now: () => Now,
  label: Phrase,
  put: Put,
) {
  const ground = surface(svg, grown(at, 0, 4), "drawing");
  const digit = 1 / 9;
  let height = 0;
  graspable(ground, {
    label: say(label),
    strokes: true,
    move: (px, py) => {
      const k = tokenUnder(at, px);
      set(put(k, py));
      seek(k);
    },
    nudge: (dx, dy) => {
      const k = tokenAt(now().t);
      if (dx) return seek(k + dx);
      const wanted = height + dy * digit;
      const y =
        label === "drawTokens"
          ? at.cy - wanted * (at.height / 2 - 5)
          : at.bottom - wanted * at.height;
      return set(put(k, y));
    },
  });
  return (k: number, spoken: string, share: number) => {
    height = share;
    tellValue(ground, `${k}: ${spoken}`, k, 0, TOKENS - 1);
  };
}
