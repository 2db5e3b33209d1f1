import { beside, scaleEnd, ticks } from "../../draw/axis.ts";
import { type Box, box } from "../../draw/box.ts";
import { cut } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import {
  curve,
  linear,
  type Pen,
  picture,
  spot,
  stroke,
  tenth,
  write,
} from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { raised } from "../../kit/format.ts";
import { MOST, OLDEST, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const layouts = {
  wide: {
    width: 680,
    height: 300,
    type: 12,
    plot: box({ left: 62, right: 668, top: 44, height: 226 }),
  },
  compact: {
    width: 360,
    height: 260,
    type: 13.5,
    plot: box({ left: 52, right: 350, top: 44, height: 180 }),
  },
} as const;

type Draw = (m: Moment<Setting, Run>) => void;

/** One of two plots by ratio: what is missed against N, or what an input still does against time. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const groups = { errors: mute.append("g"), gradients: mute.append("g") };
  const parts = {
    errors: errors(groups.errors, layout.plot, layout.type, say),
    gradients: gradients(groups.gradients, layout.plot, layout.type, say),
  };
  return {
    draw(moment) {
      const { show } = moment.values;
      for (const which of ["errors", "gradients"] as const)
        groups[which].attr("display", which === show ? null : "none");
      parts[show](moment);
    },
    destroy: () => svg.remove(),
  };
}

/** The decades of an axis upwards, each with its line and number; the function returned gives a value its height. */
function decades(pen: Pen, at: Box) {
  const lines = stroke(pen, "axis");
  const numbers = ticks(pen);
  return (low: number, top: number, by: number) => {
    const y = linear(low, top, at.bottom, at.top);
    const all = Array.from({ length: Math.floor((top - low) / by) + 1 }, (_, i) => low + i * by);
    lines.attr("d", all.map((d) => `M${at.left} ${tenth(y(d))}H${at.right}`).join(""));
    const text = (d: number) =>
      low < -4 && Math.abs(d) > 1 ? `10${raised(String(d))}` : scaleEnd(10 ** d);
    numbers(all.map((d) => beside(at, y(d), text(d))));
    return (v: number) => y(Math.log10(Math.max(v, 1e-300)));
  };
}

/** Powers of ten that an axis of errors shows: those of the signal with k bounded derivatives. */
const ranges: Readonly<Record<number, readonly [low: number, top: number, by: number]>> = {
  1: [-3, 1, 1],
  2: [-5, 2, 1],
  4: [-12, 2, 2],
};

const powers = (last: number) => Array.from({ length: Math.log2(last) / 2 + 1 }, (_, i) => 4 ** i);

function errors(pen: Pen, at: Box, type: number, say: (word: Phrase) => string): Draw {
  write(pen, at.left, at.top - 26, "start", say("errors"), "tick axis-title");
  key(pen, { left: at.left, right: at.right, y: at.top - 9, size: type }, [
    { look: "dots", symbol: "uhat", word: say("measured"), as: "dot" },
    { look: "goal", word: say("most") },
  ]);
  const scale = decades(pen, at);
  const x = linear(0, Math.log(MOST), at.left, at.right);
  ticks(pen)(
    powers(MOST).map((n) => ({ x: x(Math.log(n)), y: at.bottom + 16, text: n, anchor: "middle" })),
  );
  const bound = stroke(pen, "goal");
  const dots = stroke(pen, "dots", "uhat");
  const ghosts = stroke(pen, "line ghost", "uhat");
  const now = spot(pen, "uhat", 6);
  const across = (n: number) => x(Math.log(n));
  return ({ result: r, values: v, ghost, withheld }) => {
    const y = scale(...ranges[r.k]!);
    const last = withheld?.has("picture") ? v.N : MOST;
    const seen = (e: number) => e >= 1e-12;
    bound.attr("d", cut(at, across, (n) => y(r.bounds[n]!), Math.max(1, r.k), MOST).d);
    let d = "";
    r.errors.forEach((e, n) => {
      if (n > 0 && n <= last && seen(e)) d += `M${tenth(across(n))} ${tenth(y(e))}h0`;
    });
    dots.attr("d", d);
    const old = ghost?.result.errors;
    ghosts.attr("d", old ? cut(at, across, (n) => y(old[n]!), 1, MOST).d : "");
    const e = r.errors[v.N]!;
    now.attr("display", seen(e) ? null : "none");
    if (seen(e)) now.attr("cx", tenth(across(v.N))).attr("cy", tenth(y(e)));
  };
}

function gradients(pen: Pen, at: Box, type: number, say: (word: Phrase) => string): Draw {
  write(pen, at.left, at.top - 26, "start", say("gradients"), "tick axis-title");
  key(pen, { left: at.left, right: at.right, y: at.top - 9, size: type }, [
    { look: "line", symbol: "coef", word: say("scaled") },
    { look: "line smooth", symbol: "A", word: say("fading") },
    { look: "goal", word: say(at.width < 400 ? "most" : "ends") },
  ]);
  const y = decades(pen, at)(-8, 2, 2);
  const x = linear(0, Math.log(OLDEST), at.left, at.right);
  ticks(pen)(
    powers(OLDEST).map((n) => ({
      x: x(Math.log(n)),
      y: at.bottom + 16,
      text: n,
      anchor: "middle",
    })),
  );
  const law = stroke(pen, "goal");
  const fading = stroke(pen, "line smooth", "A");
  const scaled = stroke(pen, "line", "coef");
  return ({ result: { times, scaled: drawn, fading: out }, values: { N }, withheld }) => {
    const across = (i: number) => x(Math.log(times[i]!));
    const over = (most: number) =>
      curve(
        times.map((t) => most / t),
        across,
        y,
      );
    law.attr("d", over(N) + over(Math.sqrt(N / 2)));
    scaled.attr("d", curve(drawn, across, y));
    const told = !withheld?.has("picture");
    fading.attr("d", told ? cut(at, across, (i) => y(out[i]!), 0, out.length - 1).d : "");
  };
}
