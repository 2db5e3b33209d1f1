import { below, beside, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { framed } from "../../draw/framed.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, type Pen, reach, stems, stroke, tenth, write } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Complex } from "../../numerics/complex.ts";
import { farOf, type Run, seenAt, shareOf, tips, toneAt } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { L, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { arrow, plane } from "./plane.ts";

type Now = Moment<Setting, Run>;
const ZERO: Complex = { re: 0, im: 0 };
const FINE = 8;
const sizeOf = ({ re, im }: Complex) => Math.hypot(re, im);

/** All tones: the kernel's arrows curl as the frequency grows; one tone of the input, out of the kernel; the sum so far. */
export function adding(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const parts = [chain(pen, layout, say), pair(pen, layout, say), rows(pen, layout, say)];
  return (now: Now) => parts.forEach((draw) => draw(now));
}

/** The chain at the playhead's frequency, between two tones too, over the way that its tip has come. */
function chain(pen: Pen, { chain: at }: Layout, say: (word: Phrase) => string) {
  const arrows = plane(pen, at, say("arrows"), { off: say("off"), unit: true });
  const way = arrows.path("line ghost", "Khat");
  const known = arrows.path("dots", "Khat");
  const links = arrows.path("line thin", "K");
  const whole = arrows.path("line", "Khat");
  return ({ result: r, t, held }: Now) => {
    const place = arrows.scaled(farOf(held?.result ?? r));
    const last = Math.min(t, r.n / 2);
    const omega = (j: number) => (2 * Math.PI * j) / r.n;
    const steps = Math.ceil(last * FINE);
    const trail = Array.from({ length: steps + 1 }, (_, i) =>
      place(tips(r.K, omega(steps ? (last * i) / steps : 0)).at(-1)!),
    );
    way.attr("d", trail.map(([x, y], i) => `${i ? "L" : "M"}${tenth(x)} ${tenth(y)}`).join(""));
    known.attr(
      "d",
      r.tones
        .slice(0, Math.floor(last) + 1)
        .map(({ K }) => place(K))
        .map(([x, y]) => `M${tenth(x)} ${tenth(y)}h0`)
        .join(""),
    );
    const path = tips(r.K, omega(last));
    links.attr(
      "d",
      path
        .slice(1)
        .map((tip, k) => arrow(place(path[k]!), place(tip)))
        .join(""),
    );
    whole.attr("d", arrow(place(ZERO), place(path.at(-1)!)));
    arrows.beyond(path.map(place), trail);
  };
}

/** The arrows of the input's tone and of the output's. */
function pair(pen: Pen, { pair: at }: Layout, say: (word: Phrase) => string) {
  const arrows = plane(pen, at, say("pair"), { off: say("off") });
  const into = arrows.path("line", "uarrow");
  const out = arrows.path("line", "yarrow");
  return ({ result: r, values: v, t, held }: Now) => {
    const place = arrows.scaled(
      Math.max(1e-9, ...(held?.result ?? r).tones.flatMap(({ u, y }) => [sizeOf(u), sizeOf(y)])),
    );
    const { u, y } = r.tones[toneAt(r, v, t)]!;
    into.attr("d", arrow(place(ZERO), place(u)));
    out.attr("d", arrow(place(ZERO), place(y)));
    arrows.beyond([place(ZERO), place(u)], [place(ZERO), place(y)]);
  };
}

/** A row in time: its title, its axis, what is behind the L samples that count. */
function frame(pen: Pen, at: Box, title: string, off: string) {
  write(pen, at.left, at.top - 10, "start", title, "tick axis-title");
  const zero = stroke(pen, "axis");
  const edge = stroke(pen, "cursor");
  const numbers = ticks(pen);
  const { inside, beyond } = framed(pen, at, "tones-row", off);
  const scaled = (n: number, most: number) => {
    const end = snug(Math.max(1e-9, most));
    const x = linear(-0.5, n - 0.5, at.left, at.right);
    zero.attr("d", `M${at.left} ${at.cy}H${at.right}`);
    edge.attr("d", n > L ? `M${tenth(x(L - 0.5))} ${at.top}V${at.bottom}` : "");
    numbers([beside(at, at.top + 4, scaleEnd(end))]);
    return { x, y: linear(-end, end, at.bottom, at.top) };
  };
  return { inside, beyond, scaled };
}

/** A tone of n samples, and between them. */
const fine = (arrow: Complex, j: number, n: number) =>
  Float64Array.from(
    { length: FINE * (n - 1) + 1 },
    (_, i) => shareOf(j, n) * seenAt(arrow, j, i / FINE, n),
  );

const RING = "M5.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z";
const ring = (x: number, y: number) =>
  `M${tenth(x - 4.5)} ${tenth(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`;

function rows(pen: Pen, { rows: [a, b, c], type }: Layout, say: (word: Phrase) => string) {
  const frames = {
    input: frame(pen, a, say("input"), say("off")),
    through: frame(pen, b, say("through"), say("off")),
    output: frame(pen, c, say("output"), say("off")),
  };
  const aside = c.left + widthOf(say("output"), type) + 16;
  key(pen, { left: aside, right: c.right + 8, y: c.top - 10, size: type }, [
    { look: "tones-ring", symbol: "y", word: say("direct"), as: RING },
  ]);
  const pens = { u: frames.input.inside, y: frames.output.inside };
  const stem = { u: stroke(pens.u, "stem", "u"), y: stroke(pens.y, "stem", "y") };
  const dots = { u: stroke(pens.u, "dots", "u"), y: stroke(pens.y, "dots", "y") };
  const later = {
    lines: stroke(pens.y, "stem later", "y"),
    dots: stroke(pens.y, "dots later", "y"),
  };
  const tone = {
    u: stroke(pens.u, "line thin", "u"),
    y: stroke(frames.through.inside, "line", "y"),
  };
  const rings = stroke(pens.y, "tones-ring", "y");
  const numbers = ticks(pen);
  return ({ result: r, values: v, t, withheld, held }: Now) => {
    const j = toneAt(r, v, t);
    const { tones, wanted, sums, u: pushes } = held?.result ?? r;
    const made = reach(0, ...tones.map((one) => one.made));
    const input = frames.input.scaled(r.n, reach(0, pushes, ...tones.map((one) => one.heard)));
    const through = frames.through.scaled(r.n, made);
    const output = frames.output.scaled(r.n, reach(0, wanted, ...sums));
    const u = stems(r.u, input.x, input.y);
    stem.u.attr("d", u.lines);
    dots.u.attr("d", u.dots);
    const wave = (arrow: Complex, { x, y }: typeof input) =>
      curve(fine(arrow, j, r.n), (i) => x(i / FINE), y);
    const { u: into, y: from } = r.tones[j]!;
    tone.u.attr("d", wave(into, input));
    tone.y.attr("d", wave(from, through));
    frames.through.beyond([r.tones[j]!.made], through.x, through.y);
    const told = withheld?.has("picture") ? undefined : r.sums[j]!;
    const [kept, rest] = [told?.subarray(0, L) ?? [], told ?? []];
    const counted = stems(kept, output.x, output.y);
    const faint = stems(rest, output.x, output.y, L);
    stem.y.attr("d", counted.lines);
    dots.y.attr("d", counted.dots);
    later.lines.attr("d", faint.lines);
    later.dots.attr("d", faint.dots);
    rings.attr(
      "d",
      Array.from(r.wanted.subarray(0, L), (w, l) => ring(output.x(l), output.y(w))).join(""),
    );
    frames.output.beyond([r.wanted, told ?? []], output.x, output.y);
    numbers([
      below(c, output.x(0), "0"),
      below(c, output.x(L - 1), String(L - 1)),
      ...(r.n > L ? [below(c, output.x(r.n - 1), String(r.n - 1))] : []),
    ]);
  };
}
