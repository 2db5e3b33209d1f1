import { below, snug, ticks } from "../../draw/axis.ts";
import { type Box, grown } from "../../draw/box.ts";
import { clipped, framed } from "../../draw/framed.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, type Pen, reach, spot, stroke, tenth, write } from "../../draw/picture.ts";
import { offScale } from "../../draw/cut.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Complex } from "../../numerics/complex.ts";
import { farOf, type Run, seenAt, tips, toneAt } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { arrow, plane } from "./plane.ts";

const ZERO: Complex = { re: 0, im: 0 };
const ONE: Complex = { re: 1, im: 0 };
/** Points of a curve between two samples. */
const FINE = 8;

/** One tone: arrows that turn as one, their height in time, and the copies of the tone that add up to it. */
export function turning(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { waves: at, type } = layout;
  const arrows = plane(pen, layout.turning, say("turning"), { off: say("off"), unit: true });
  const chain = arrows.path("line thin", "K");
  const tone = arrows.path("line", "u");
  const out = arrows.path("line", "y");
  const leads = stroke(pen, "cursor");
  write(pen, at.left, layout.turning.top - 12, "start", say("waves"), "tick axis-title");
  key(pen, { ...layout.key, size: type }, [
    { look: "line", symbol: "u", word: say("before") },
    { look: "line thin", symbol: "K", word: say("copies") },
    { look: "line", symbol: "y", word: say("after") },
  ]);
  stroke(pen, "axis").attr("d", `M${at.left} ${at.cy}H${at.right}`);
  const numbers = ticks(pen);
  const { inside, beyond } = framed(pen, at, "tones-waves", say("off"));
  const lines = { u: stroke(inside, "line", "u"), y: stroke(inside, "line", "y") };
  const dots = { u: stroke(inside, "dots", "u"), y: stroke(inside, "dots", "y") };
  const ends = { u: spot(inside, "u"), y: spot(inside, "y") };
  const drawCopies = copies(pen, layout.copies, say);
  return (now: Moment<Setting, Run>) => {
    const { result: r, values: v, t } = now;
    const j = toneAt(r, v, t);
    const omega = (2 * Math.PI * j) / r.n;
    const most = farOf(now.held?.result ?? r);
    const place = arrows.scaled(most);
    const path = tips(r.K, omega, omega * t);
    chain.attr(
      "d",
      path
        .slice(1)
        .map((tip, k) => arrow(place(path[k]!), place(tip)))
        .join(""),
    );
    const here = { u: turned(j, t, r.n), y: path.at(-1)! };
    tone.attr("d", arrow(place(ZERO), place(here.u)));
    out.attr("d", arrow(place(ZERO), place(here.y)));
    arrows.beyond(path.map(place));
    const x = linear(0, r.n, at.left, at.right);
    const y = linear(-snug(most), snug(most), at.bottom, at.top);
    numbers([below(at, at.left, "0", "start"), below(at, at.right, String(r.n), "end")]);
    const { K } = r.tones[j]!;
    for (const [id, x0] of [["u", ONE] as const, ["y", K] as const]) {
      const seen = (s: number) => seenAt(x0, j, s, r.n);
      lines[id].attr("d", wave(seen, r.n, x, y));
      dots[id].attr("d", points(seen, Math.min(r.n, Math.floor(t)), x, y));
      ends[id].attr("cx", tenth(x(t))).attr("cy", tenth(y(seen(t))));
    }
    leads.attr(
      "d",
      (["u", "y"] as const)
        .map((id) => place(here[id]))
        .map(([px, py]) => `M${tenth(px)} ${tenth(py)}H${tenth(x(t))}`)
        .join(""),
    );
    beyond([fine((s) => seenAt(K, j, s, r.n), r.n)], (i) => x(i / FINE), y);
    drawCopies(now);
  };
}

/** What each lag adds: the tone, weighted and late. */
function copies(pen: Pen, at: Box, say: (word: Phrase) => string) {
  write(pen, at.left, at.top - 10, "start", say("parts"), "tick axis-title");
  stroke(pen, "axis").attr("d", `M${at.left} ${at.cy}H${at.right}`);
  const inside = clipped(pen, grown(at, 4, 4), `tones-copies-${at.left}-${at.top}`);
  const lines = stroke(inside, "line thin", "K");
  const cursor = stroke(pen, "cursor");
  const marks = offScale(pen, say("off"));
  return ({ values: v, result: r, t, held }: Moment<Setting, Run>) => {
    const { K, n } = r;
    const [j, end] = [toneAt(r, v, t), snug(reach(1e-9, (held?.result ?? r).K))];
    const y = linear(-end, end, at.bottom, at.top);
    const x = linear(0, n, at.left, at.right);
    const copy = (k: number, lag: number) =>
      k === 0 ? "" : wave((s) => k * seenAt(ONE, j, s - lag, n), n, x, y);
    lines.attr("d", Array.from(K, copy).join(""));
    const higher = K.some((k) => Math.abs(k) > 1.001 * end);
    marks(higher ? `M${at.left + 4} ${at.top + 7}l4 -7l4 7z` : "", { x: at.right, y: at.top - 10 });
    cursor.attr("d", `M${tenth(x(t))} ${at.top}V${at.bottom}`);
  };
}

/** The tone's own arrow at sample s. */
const turned = (j: number, s: number, n: number): Complex => ({
  re: seenAt(ONE, j, s, n),
  im: seenAt({ re: 0, im: -1 }, j, s, n),
});

type Map = (x: number) => number;

/** A tone of n samples, and between them. */
const fine = (seen: Map, n: number) =>
  Float64Array.from({ length: FINE * n + 1 }, (_, i) => seen(i / FINE));

const wave = (seen: Map, n: number, x: Map, y: Map) => curve(fine(seen, n), (i) => x(i / FINE), y);

const points = (seen: Map, last: number, x: Map, y: Map) =>
  Array.from({ length: last + 1 }, (_, s) => `M${tenth(x(s))} ${tenth(y(seen(s)))}h0`).join("");
