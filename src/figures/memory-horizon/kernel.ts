import type { Box } from "../../draw/box.ts";
import { calm, scaleEnd } from "../../draw/axis.ts";
import { framed } from "../../draw/framed.ts";
import {
  type Anchor,
  curve,
  letter,
  linear,
  type Pen,
  reach,
  stems,
  stroke,
  write,
} from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { SHOWN, TAKEN, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

interface Words {
  readonly lags: string;
  readonly held: string;
  readonly off: string;
}

/** Decades below its top that a logarithmic axis shows. */
const DECADES = 4;
/** Share of the height above the zero line; below it there is room for weights less than zero. */
const ABOVE = 0.74;

export const lagScale = ({ left, right }: Box) => linear(0, SHOWN - 1, left, right);
export const zeroLine = ({ top, height }: Box) => top + ABOVE * height;

/** From a weight to its height: proportional, or by its logarithm (then the size only, from the zero line up). */
function heights(box: Box, run: Run, ghost: Run | undefined, log: boolean) {
  const zero = zeroLine(box);
  const room = ABOVE * box.height - 4;
  const seen = (r: Run | undefined, sign: number) =>
    r ? r.K.subarray(0, SHOWN).map((x) => Math.max(0, sign * x)) : [];
  const up = reach(
    1e-9,
    seen(run, 1),
    seen(ghost, 1),
    run.goal && run.goal[1] ? [run.goal[0]!] : [],
  );
  const down = reach(0, seen(run, -1), seen(ghost, -1));
  const most = calm(Math.max(up, (down * ABOVE) / (1 - ABOVE)));
  if (!log) return { most, y: (v: number) => zero - (v / most) * room };
  const y = (v: number) => {
    const decades = v === 0 ? Infinity : Math.log10(most / Math.abs(v));
    return zero - room * Math.max(0, Math.min(1, 1 - decades / DECADES));
  };
  return { most, y };
}

/**
 * The kernel as stems against lag over the exponentials it is made of, the goal, and below the share held so far.
 * What draws it returns the height of the goal's edge.
 */
export function kernel(pen: Pen, box: Box, share: Box, words: Words) {
  const x = lagScale(box);
  const zero = zeroLine(box);
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "K");
  const path = (name: string, in_ = g) => stroke(in_, name);
  path("axis").attr("d", `M${box.left} ${zero}H${box.right}`);
  const modes = path("mode", g.append("g").attr("data-symbol", "h"));
  const { inside, beyond } = framed(g, box, "memory-horizon", words.off);
  const ghostLine = stroke(inside, "line ghost");
  const goal = stroke(inside, "goal");
  const lines = stroke(inside, "stem");
  const dots = stroke(inside, "dots");
  letter(g, "K", 2, box.top + box.height * 0.5, "k");
  const word = (wx: number, wy: number, anchor: Anchor, text = "") =>
    write(g, wx, wy, anchor, text, "tick halo");
  const top = word(box.left - 6, box.top + 11, "end");
  const low = share.bottom;
  for (const k of [0, 16, 32, 48])
    if (x(k) < box.right - 84) word(x(k), low + 15, "middle", String(k));
  word(box.right, low + 15, "end", words.lags);
  path("axis").attr(
    "d",
    `M${share.left} ${low}H${share.right}M${share.left} ${share.top}H${share.right}`,
  );
  word(box.left - 6, share.top + 11, "end", "100 %");
  const area = path("share");
  const edge = path("line thin");
  word(share.right, low - 7, "end", words.held);
  return ({ result: run, values: v, ghost, held }: Moment<Setting, Run>) => {
    const { most, y } = heights(box, held?.result ?? run, ghost?.result, v.log);
    beyond([run.K.subarray(0, SHOWN)], x, y);
    top.text(scaleEnd(most));
    const drawn = stems(run.K, x, y, 0, SHOWN - 1);
    // On the logarithmic axis a stem would start nowhere: zero is infinitely far below.
    lines.attr("d", v.log ? "" : drawn.lines);
    dots.attr("d", drawn.dots);
    ghostLine.attr("d", ghost ? curve(ghost.result.K, x, y, 0, SHOWN - 1) : "");
    modes.attr("d", v.N > 1 ? exponentials(run, x, y, box) : "");
    goal.attr("d", goalPath(run, v, x, y, box));
    const level = (s: number) => low - s * share.height;
    const rise = curve(run.held, x, level, 0, SHOWN - 1);
    edge.attr("d", rise);
    area.attr("d", `${rise}V${low}H${x(0)}Z`);
    return run.goal && v.goal === "box" ? y(run.goal[0]!) : box.top + 6;
  };
}

/** Each number's own part cᵢ bᵢ λᵢᵏ, from where it enters the picture. */
function exponentials(
  run: Run,
  x: (k: number) => number,
  y: (v: number) => number,
  box: Box,
): string {
  // Beyond an end of the scale y() stays at the edge; a curve that is out of the picture is not drawn there.
  const inside = (py: number, v: number) =>
    py > box.top + 4.01 && py < box.bottom && (v === 0 || Math.abs(py - zeroLine(box)) > 0);
  let d = "";
  run.C.forEach((c, i) => {
    let pen = "M";
    for (let k = 0; k < SHOWN; k += k < 4 ? 0.25 : 1) {
      const v = c * TAKEN * run.lambda[i]! ** k;
      const py = y(v);
      if (!inside(py, v)) continue;
      d += `${pen}${x(k).toFixed(1)} ${py.toFixed(1)}`;
      pen = "L";
    }
  });
  return d;
}

/** A spike to the upper edge (its weight is 1, far beyond the scale), or the box that is asked for. */
function goalPath(
  run: Run,
  v: Setting,
  x: (k: number) => number,
  y: (v: number) => number,
  box: Box,
): string {
  if (!run.goal) return "";
  if (v.goal === "delay") return `M${x(v.d)} ${zeroLine(box)}V${box.top}`;
  const edge = x(v.d - 0.5);
  return `M${x(0)} ${y(run.goal[0]!)}H${edge}V${zeroLine(box)}`;
}
