import { below, beside, rule, ticks } from "../../draw/axis.ts";
import { type Box, box } from "../../draw/box.ts";
import { cut, cutStems, offScale } from "../../draw/cut.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, picture, reach, spot, stroke, write } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { decibels, unwrappedPhase } from "../../models/frequency.ts";
import { LAGS, type Run } from "./compute.ts";
import { compact, type Layout, wide } from "./layout.ts";
import { FASTEST, type Setting, SLOWEST } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Now = Moment<Setting, Run>;
type Say = Stage<Setting, Phrase>["say"];

const across = ({ left, right }: Box) => {
  const x = linear(Math.log(SLOWEST), Math.log(FASTEST), left, right);
  return (w: number) => x(Math.log(w));
};

/** Gain and phase by frequency, of a system and of its steps, and the kernel that the steps are. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const group = () => mute.append("g");
  heading(group(), layout, say);
  const parts = [
    bode(group(), layout.gain, say("gainAxis"), gains, say("off"), layout),
    bode(group(), layout.phase, say("phaseAxis"), phases, say("off"), layout),
    kernel(group(), layout, say),
  ];
  write(group(), layout.phase.cx, layout.phase.bottom + 32, "middle", say("across"));
  let moment: Now | undefined;
  const area = box({ ...layout.gain, bottom: layout.phase.bottom });
  const grip = surface(svg, area);
  const x = across(area);
  const perUnit = (Math.log(FASTEST / SLOWEST) / area.width) as number;
  const set = (w: number) => stage.set({ w: +Math.min(FASTEST, Math.max(SLOWEST, w)).toFixed(2) });
  graspable(grip, {
    label: say("drag"),
    move: (px) => set(SLOWEST * Math.exp((px - x(SLOWEST)) * perUnit)),
    nudge: (dx, dy) => set(moment!.values.w * 1.03 ** (dx + dy) + 0.01 * Math.sign(dx + dy)),
  });
  return {
    draw(next) {
      moment = next;
      for (const draw of parts) draw(next);
      const { w } = next.values;
      tellValue(grip, format(w), w, SLOWEST, FASTEST);
    },
    destroy: () => svg.remove(),
  };
}

function heading(pen: Pen, { gain, keyY, size, width }: Layout, say: Say): void {
  const place = { left: width < 500 ? 4 : gain.left, right: width - 4, y: keyY, size };
  key(pen, place, [
    { look: "line", symbol: "K", word: say("stepped") },
    { look: "line thin later", symbol: "K", word: say("again") },
    { look: "goal", word: say("smooth") },
    { look: "frequency-bound", word: "π/Δ", as: "M9 -8V6" },
    { look: "cursor", word: say("looked"), as: "M9 -8V6" },
  ]);
}

/** What is drawn of a response, and its axis: from … to, in steps. */
interface Curves {
  readonly smooth: Float64Array;
  readonly stepped: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

const linesOf = ({ smooth, stepped }: Curves) => ({ smooth, stepped });

/** Decibels in twenties: what is deeper than a hundred under the top is off the scale. */
function gains({ smooth, stepped, omega }: Run, { dt }: Setting): Curves {
  const b = decibels(stepped).map((x, k) => (omega[k]! <= (2 * Math.PI) / dt ? x : NaN));
  const a = decibels(smooth);
  const finite = [...a, ...b].filter(Number.isFinite);
  const to = 20 * Math.ceil(Math.max(...finite) / 20 + 1e-9);
  const from = Math.max(to - 80, Math.min(to - 40, 20 * Math.floor(Math.min(...finite) / 20)));
  return { smooth: a, stepped: b, from, to, by: 20 };
}

/** Degrees in quarter turns; beyond π/Δ the phase is mirrored, too, and says nothing new. */
function phases({ smooth, stepped, omega }: Run, { dt }: Setting): Curves {
  const turned = (H: Run["smooth"]) => unwrappedPhase(H).map((x) => (180 / Math.PI) * x);
  const a = turned(smooth);
  const b = turned(stepped).map((x, k) => (omega[k]! <= Math.PI / dt ? x : NaN));
  const finite = [...a, ...b].filter(Number.isFinite);
  const by = Math.max(...finite) - Math.min(...finite) > 720 ? 360 : 90;
  const from = by * Math.floor(Math.min(...finite) / by + 1e-6);
  return {
    smooth: a,
    stepped: b,
    from,
    to: Math.max(from + by, by * Math.ceil(Math.max(...finite) / by - 1e-6)),
    by,
  };
}

const DECADES = [0.1, 1, 10, FASTEST];

/** One of the two plots over frequency; the numbers stand under the lower one. */
function bode(
  pen: Pen,
  at: Box,
  title: string,
  curvesOf: (r: Run, v: Setting) => Curves,
  off: string,
  { size }: Layout,
) {
  write(pen, at.left, at.top - 8, "start", title, "tick axis-title");
  rule(pen, at, at.bottom);
  const grid = stroke(pen, "axis promised");
  const words = ticks(pen);
  const [bound, cursor] = [stroke(pen, "frequency-bound"), stroke(pen, "cursor")];
  const smooth = stroke(pen, "goal");
  const g = pen.append("g").attr("data-symbol", "K");
  const [again, stepped] = [stroke(g, "line thin later"), stroke(g, "line")];
  const dot = spot(pen, "K", 4.5);
  const beyond = offScale(pen, off, size);
  const x = across(at);
  return ({ result: r, values: v, held }: Now) => {
    const now = curvesOf(r, v);
    const c = held ? { ...curvesOf(held.result, held.values), ...linesOf(now) } : now;
    const y = linear(c.from, c.to, at.bottom, at.top);
    const fastest = Math.PI / v.dt;
    const places = (w: number) => r.omega.findLastIndex((o) => o <= w);
    const line = (values: Float64Array, from: number, to: number) =>
      cut(
        at,
        (k) => x(r.omega[k]!),
        (k) => y(values[k]!),
        from,
        to,
      );
    const last = places(fastest);
    const drawn = [
      line(c.smooth, 0, r.omega.length - 1),
      line(c.stepped, 0, last),
      line(c.stepped, last, places(2 * fastest)),
    ];
    [smooth, stepped, again].forEach((node, i) => node.attr("d", drawn[i]!.d));
    beyond(drawn.map((part) => part.off).join(""), { x: at.right - 4, y: at.top + 14 });
    const rungs = rungsOf(c);
    grid.attr("d", rungs.map((value) => `M${at.left} ${y(value).toFixed(1)}H${at.right}`).join(""));
    words([
      ...rungs
        .filter((_, k) => rungs.length <= 5 || k % 2 === 0)
        .map((value) => beside(at, y(value), String(value).replace("-", "−"))),
      ...(curvesOf === phases ? DECADES : []).map((w) =>
        below(at, x(w), w, w === FASTEST ? "end" : "middle"),
      ),
    ]);
    bound.attr("d", `M${x(fastest).toFixed(1)} ${at.top}V${at.bottom}`);
    cursor.attr("d", `M${x(v.w).toFixed(1)} ${at.top}V${at.bottom}`);
    const k = places(v.w + 1e-9);
    const height = y(c.stepped[Math.max(0, k)]!);
    const seen = v.w <= 2 * fastest && height >= at.top && height <= at.bottom;
    dot.attr("display", seen ? null : "none");
    if (seen) dot.attr("cx", x(v.w)).attr("cy", height);
  };
}

const rungsOf = ({ from, to, by }: Curves) =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, k) => from + k * by);

/** What a push makes of the steps, lag by lag. */
function kernel(pen: Pen, { kernel: at, size }: Layout, say: Say) {
  write(pen, at.left, at.top - 8, "start", say("kernelAxis"), "tick axis-title");
  const zero = rule(pen, at, at.cy);
  const g = pen.append("g").attr("data-symbol", "K");
  const [lines, dots] = [stroke(g, "stem"), stroke(g, "dots fine")];
  const words = ticks(pen);
  const beyond = offScale(pen, say("off"), size);
  const x = linear(0, LAGS - 1, at.left, at.right);
  return ({ result: { K }, held }: Now) => {
    const scale = held?.result.K ?? K;
    const most = reach(1e-9, scale);
    const low = Math.min(0, ...scale) < -0.02 * most ? -most : 0;
    const y = linear(low, most, at.bottom, at.top);
    zero.attr("d", `M${at.left} ${y(0)}H${at.right}`);
    const found = cutStems(at, K, x, y, 0, LAGS - 1);
    lines.attr("d", found.lines);
    dots.attr("d", found.dots);
    beyond(found.off, { x: at.right, y: at.top });
    words([
      beside(at, at.top + 4, format(most, 2)),
      below(at, at.left, "0", "start"),
      below(at, at.right, String(LAGS - 1), "end"),
    ]);
  };
}
