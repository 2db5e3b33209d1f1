import { type Entry, key } from "../../draw/key.ts";
import { picture, type Root } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import { box } from "../../draw/box.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { adjustable, partScale } from "./bars.ts";
import type { Run } from "./compute.ts";
import { gateScale } from "./gateScale.ts";
import { handView } from "./handView.ts";
import {
  columns,
  compact,
  type Frame,
  handRows,
  trainedColumns,
  trainedRows,
  wide,
} from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { STEPS } from "./reading.ts";
import { setAt, type Which, withSet } from "./sets.ts";
import { trainedView } from "./trainedView.ts";

type Now = Moment<Setting, Run>;

/** Tokens with what each brings, and what the state makes of it: by rule and hand, or in a trained model. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const f = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, f.width, f.height, say("whole"));
  const [hand, trained] = [mute.append("g"), mute.append("g")];
  const drawHand = handView(hand, f, say);
  const drawTrained = trainedView(trained, f, say);
  const entry = (word: Phrase, look: string, more: Partial<Entry>): Entry => ({
    look,
    word: say(word),
    ...more,
  });
  const lay = key(
    mute.append("g").attr("class", "heat"),
    {
      left: f.left,
      right: f.width - 2,
      y: f.height - (f.narrow ? 24 : 12),
      ...(f.narrow && { line: 18, size: 13.5 }),
    },
    [
      entry("inState", "sel-bar", { symbol: "h", as: "area" }),
      entry("theGate", "sel-gate", { symbol: "gate" }),
      entry("positive", "cell plus", { as: "area" }),
      entry("negative", "cell minus", { as: "area" }),
      entry("byHand", "handle by-hand", {
        symbol: "Deltat",
        as: "M4.5 -0.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0",
      }),
    ],
  );
  let now: Now;
  const drawHands = hands(svg, f, stage, () => now);
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v } = moment;
      hand.attr("display", r.hand ? null : "none");
      trained.attr("display", r.trained ? null : "none");
      if (r.hand) drawHand(moment);
      if (r.trained) drawTrained(moment);
      lay(
        (k) =>
          [
            r.hand !== undefined,
            r.hand !== undefined && v.gate,
            r.trained !== undefined,
            r.trained !== undefined,
            v.sets.length > 0,
          ][k]!,
      );
      drawHands(moment);
    },
    destroy: () => svg.remove(),
  };
}

/** The rows to take hold of: Δ, where they change B and C, and below them the playhead. */
function hands(svg: Root, f: Frame, stage: Stage<Setting, Phrase>, now: () => Now) {
  const layout = () => {
    const { result: r, values: v } = now();
    if (r.trained) return { ...trainedRows(f), cols: trainedColumns(f), values: r.trained };
    const hand = r.hand!;
    return { ...handRows(f, v), cols: columns(f.left, f.right, hand.tokens.length), values: hand };
  };
  const rowOf = (which: Which, label: Phrase, symbol: "Deltat" | "Bt" | "Ct") => {
    const values = () => {
      const { result: r } = now();
      if (r.trained || which === "d") return layout().values.delta;
      return which === "b" ? r.hand!.B : r.hand!.C;
    };
    const scale = () => {
      const rows = layout();
      return which === "d" ? gateScale(rows.delta) : partScale((which === "b" ? rows.B : rows.C)!);
    };
    return adjustable(svg, which === "d" ? STEPS : 12, {
      which,
      symbol,
      label: stage.say(label),
      value: (step) => values()[step] ?? 0,
      at: (py) => scale().at(py),
      of: (value) => scale().of(value),
      set: (step, value) => stage.set({ sets: withSet(now().values.sets, which, step, value) }),
      t: () => now().t,
      seek: stage.seek,
      spoken: (step) => `t = ${step}, ${format(values()[step] ?? 0)}`,
    });
  };
  const tell = playhead(svg, f, stage, now);
  const [d, b, c] = [
    rowOf("d", "dragDelta", "Deltat"),
    rowOf("b", "dragB", "Bt"),
    rowOf("c", "dragC", "Ct"),
  ];
  return ({ values: v, result: r }: Now) => {
    const { cols, ...rows } = layout();
    d(rows.delta, cols, (step) => setAt(v.sets, "d", step) !== undefined);
    b(r.hand ? rows.B : undefined, cols, (step) => setAt(v.sets, "b", step) !== undefined);
    c(r.hand ? rows.C : undefined, cols, (step) => setAt(v.sets, "c", step) !== undefined);
    tell();
  };
}

/** The states are a place to move the playhead, and speak what they hold. */
function playhead(svg: Root, f: Frame, stage: Stage<Setting, Phrase>, now: () => Now) {
  const count = () => now().result.hand?.tokens.length ?? STEPS;
  const cols = () => columns(f.left, now().result.hand ? f.right : f.far, count());
  const tell = scrub(svg, box({ left: f.left, top: 0, right: f.right, height: 1 }), {
    label: stage.say("scrub"),
    at: (px) => cols().at(px),
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { result: r, values: v, t } = now();
    const at = Math.floor(t);
    const rows = r.hand ? handRows(f, v).states : [trainedRows(f).h];
    const [top, foot] = [rows[0]!.top, rows.at(-1)!.bottom];
    tell.grip
      .attr("y", top)
      .attr("height", foot - top)
      .attr("width", (r.hand ? f.right : f.far) - f.left);
    tell(
      at,
      `t = ${at}, h: ${r.hand ? heldText(r.hand, at) : columnText(r.trained!.h.data, at)}`,
      count() - 1,
    );
  };
}

/** What the first state holds most of. */
function heldText({ held, tokens }: NonNullable<Run["hand"]>, at: number): string {
  const shares = tokens.map((token, s) => ({ token, share: held[at]!.data[s]! }));
  return shares
    .filter(({ share }) => share >= 0.05)
    .toSorted((p, q) => q.share - p.share)
    .map(({ token, share }) => `${token} ${fixed(share)}`)
    .join(", ");
}

const columnText = (h: Float64Array, at: number): string =>
  Array.from(h.subarray(at * 8, at * 8 + 8), (x) => fixed(x)).join(", ");
