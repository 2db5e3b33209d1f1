import type { Readout } from "../../kit/figure.ts";
import { chances, largest } from "../../models/sampling.ts";
import { layerOf } from "./places.ts";
import { lengthOf, readingOf, textOf, type Run } from "./compute.ts";
import {
  chancesAt,
  channelOf,
  chosenOf,
  deltaOf,
  hearingOf,
  medianStepOf,
  ratiosOf,
  sharesOf,
  statesOf,
  topOf,
} from "./look.ts";
import { isOwn, sizesOf } from "./models.ts";
import type { Setting } from "./params.ts";
import { halfLife, slowFirst } from "./statesView.ts";

type Own = Readout<Setting, Run>;

const at = (r: Run, v: Setting, t: number) => Math.min(Math.floor(t), lengthOf(r, v) - 1);
/** The character that stands behind the playhead, as an id: the reader's, or what was written there. */
function standsAt(r: Run, v: Setting, t: number): number | undefined {
  const next = at(r, v, t) + 1;
  return next < lengthOf(r, v) ? readingOf(r)?.ids[next] : undefined;
}

/** How few of some numbers make half of all, signs apart. */
export function halfOf(parts: ArrayLike<number>, besides = 0): number {
  const sizes = Float64Array.from(parts, Math.abs).toSorted().toReversed();
  const all = sizes.reduce((a, b) => a + b, Math.abs(besides));
  let sum = 0;
  const k = sizes.findIndex((x) => (sum += x) >= all / 2);
  return k < 0 ? NaN : k + 1;
}

/** Where a change is looked at; elsewhere there is none. */
const moved = (r: Run, v: Setting) =>
  v.show === "whatif" && v.change !== "none" ? r.changed : undefined;

export const readouts: Readonly<Record<string, Own>> = {
  tokens: { label: "characters read", digits: 6, of: (r, v, t) => at(r, v, t) + 1 },
  next: {
    label: "most probable next at this temperature, in %",
    symbol: "y",
    foot: true,
    of: (r, v, t) => 100 * (topOf(r, v, at(r, v, t), 1)?.[0]?.share ?? NaN),
  },
  delta: {
    label: "Δ of this character",
    symbol: "Deltat",
    foot: true,
    of: (r, v, t) => deltaOf(r, v)?.[at(r, v, t)] ?? NaN,
  },
  median: { label: "its median", of: (r, v) => ratiosOf(r, v)?.median ?? NaN },
  ratio: {
    label: "Δ by its median",
    foot: true,
    of: (r, v, t) => 2 ** (ratiosOf(r, v)?.ratio[at(r, v, t)] ?? NaN),
  },
  largest: {
    label: "largest Δ by its median",
    of: (r, v) => {
      const found = ratiosOf(r, v);
      return found ? 2 ** found.ratio.reduce((a, b) => Math.max(a, b), -Infinity) : NaN;
    },
  },
  varies: { label: "variation of the channel's Δ", of: (r, v) => chosenOf(r, v)?.varies ?? NaN },
  index: { label: "the channel's number", of: (r, v) => chosenOf(r, v)?.index ?? NaN },
  layerNow: { label: "layer", of: (_, v) => layerOf(v) + 1 },
  stands: {
    label: "probability of what stands next, in %",
    of: (r, v, t) => {
      const id = standsAt(r, v, t);
      return id === undefined ? NaN : 100 * (chancesAt(r, v, at(r, v, t))?.[id] ?? NaN);
    },
  },
  rank: {
    label: "its place in the order of probability",
    of: (r, v, t) => {
      const [id, shares] = [standsAt(r, v, t), chancesAt(r, v, at(r, v, t))];
      return id === undefined || !shares ? NaN : largest(shares, shares.length).indexOf(id) + 1;
    },
  },
  surprise: {
    label: "nats of what stands next, at temperature 1",
    of: (r, v, t) => {
      const [id, reading] = [standsAt(r, v, t), readingOf(r)];
      if (id === undefined || !reading) return NaN;
      const width = reading.logits.length / reading.ids.length;
      const from = at(r, v, t) * width;
      return -Math.log(
        chances(Float64Array.from(reading.logits.subarray(from, from + width)), 1)[id]!,
      );
    },
  },
  slow: { label: "characters till half is left, slowest state", of: paceOf(0) },
  quick: { label: "the same, quickest", of: paceOf(-1) },
  y: {
    label: "output of the channel",
    symbol: "y",
    of: (r, v, t) => statesOf(r, v)?.y[at(r, v, t)] ?? NaN,
  },
  half: {
    label: "characters that make half of what is heard",
    symbol: "h",
    foot: true,
    when: (v) => v.show === "hears",
    of: (r, v, t) => {
      const now = at(r, v, t);
      if (v.channel === 0) {
        const all = sharesOf(r, v, now);
        return all ? halfOf(all.share, all.before) : NaN;
      }
      const [heard, channel] = [hearingOf(r, v, now), channelOf(r, v)];
      return heard
        ? halfOf(
            heard.row.map((k, s) => k * channel!.u[s]!),
            heard.before,
          )
        : NaN;
    },
  },
  moved: {
    label: "probability that the change moves, in %",
    foot: true,
    when: (v) => v.show === "whatif" && v.change !== "none",
    of: (r, v, t) => 100 * (moved(r, v)?.moved[at(r, v, t)] ?? NaN),
  },
  first: {
    label: "behind the changed character, in %",
    of: (r, v) => {
      const changed = moved(r, v);
      return changed ? 100 * changed.moved[changed.at]! : NaN;
    },
  },
  lasts: {
    label: "characters further on, 1 % is moved for the last time",
    of: (r, v) => {
      const changed = moved(r, v);
      if (!changed) return NaN;
      const seen = changed.moved.subarray(0, lengthOf(r, v));
      return Math.max(0, seen.findLastIndex((x) => x >= 0.01) - changed.at);
    },
  },
  adds: {
    label: "what the layer adds, in % of the stream",
    of: (r, v, t) => 100 * (readingOf(r)?.layers[layerOf(v)]?.adds[at(r, v, t)] ?? NaN),
  },
  layers: { label: "layers", of: (_, v) => sizesOf(v.model).layers },
  channels: { label: "channels", of: (_, v) => sizesOf(v.model).channels },
  states: { label: "states of a channel", of: (_, v) => sizesOf(v.model).states },
  width: { label: "numbers of the stream", of: (_, v) => sizesOf(v.model).channels / 2 },
  memory: {
    label: "numbers of the state",
    digits: 5,
    of: (_, v) => sizesOf(v.model).channels * sizesOf(v.model).states,
  },
  whole: {
    label: "numbers of all states",
    digits: 6,
    of: (_, { model }) => sizesOf(model).channels * sizesOf(model).states * sizesOf(model).layers,
  },
  skipped: { label: "characters skipped", digits: 6, of: (r, v) => textOf(r, v).skipped },
  passed: {
    label: "characters before the drawn ones",
    digits: 6,
    of: (r, v) => textOf(r, v).passed,
  },
  far: { label: "of them read", digits: 6, of: (r) => r.reading?.passed ?? NaN },
  parameters: {
    label: "parameters of the model",
    digits: 7,
    of: (r, v) =>
      isOwn(v.model)
        ? v.model.plan.parameters
        : Number(r.model?.card.training["parameters"] ?? NaN),
  },
  nats: {
    label: "nats a character on held-out text",
    digits: 4,
    of: (r) => r.model?.card.heldOut.value ?? NaN,
  },
};

function paceOf(k: number): Own["of"] {
  return (r, v) => {
    const channel = channelOf(r, v);
    return channel ? halfLife(channel.A[slowFirst(channel).at(k)!]!, medianStepOf(r, v)) : NaN;
  };
}
