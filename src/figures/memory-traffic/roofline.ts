import { ticks, type Tick } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { linear, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import { format, raised } from "../../kit/format.ts";
import { cardOf } from "./cards.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { lineThrough, markAt } from "./marks.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { recordedAt } from "./recorded.ts";
import { ways, type Way } from "./tensors.ts";

/** Decades of both axes: all cards and all settings lie within. */
const ACROSS = [-2, 3] as const;
const UP = [10, 14.5] as const;

/** 4.8 TB/s, 100 GB/s; 67 T/s. */
const perSecond = (x: number, what: string) =>
  x >= 1e12 ? `${format(x / 1e12)} T${what}/s` : `${format(x / 1e9)} G${what}/s`;

type Place = (intensity: number, rate: number) => readonly [number, number];

/** Operations a second against operations for each byte, both logarithmic: the card's roof, and both sides under it. */
export function roofline(pen: Pen, at: Layout, say: (word: Phrase) => string) {
  const { plot } = at;
  const x = linear(ACROSS[0], ACROSS[1], plot.left, plot.right);
  const y = linear(UP[0], UP[1], plot.bottom, plot.top);
  const place: Place = (intensity, rate) => [x(Math.log10(intensity)), y(Math.log10(rate))];
  grid(pen, at, say, x, y);
  const drawRoof = roofOf(pen, at, place);
  const drop = stroke(pen, "cursor");
  const recorded = stroke(pen, "traffic-mark recorded");
  const parts = ways.map((way) => ({
    way,
    mark: stroke(pen, `traffic-mark ${way}`),
    text: write(pen, 0, 0, "start", "", "tick halo traffic-point"),
  }));
  const drawKey = entries(pen, at, say);
  return (r: Run, v: Setting, hides: ReadonlySet<Way>) => {
    const limited = drawRoof(r, v, hides);
    let [drops, times] = ["", ""];
    for (const { way, mark, text } of parts) {
      const { intensity, reach, operations } = r[way];
      for (const part of [mark, text]) part.attr("display", hides.has(way) ? "none" : null);
      if (hides.has(way)) continue;
      const [px, py] = place(intensity, reach);
      mark.attr("d", `M${tenth(px)} ${tenth(py)}${markAt(way)}`);
      drops += `M${tenth(px)} ${tenth(py)}V${plot.bottom}`;
      text
        .attr("x", tenth(px + 9))
        .attr("y", plot.bottom - (way === "apart" ? 8 : 26))
        .text(`${say(way === "apart" ? "apartMark" : "fusedMark")} ${format(intensity, 2)}`);
      const seconds =
        v.card === "h200" && !(way === "apart" && v.scan === "once") ? recordedAt(v, way) : NaN;
      if (!(seconds > 0)) continue;
      const [mx, my] = place(intensity, operations / seconds);
      times += `M${tenth(mx)} ${tenth(my)}${markAt("recorded")}`;
    }
    drop.attr("d", drops);
    recorded.attr("d", times);
    drawKey((k) => (k === 1 ? limited : k === 4 ? times !== "" : true));
  };
}

/** The roof with its two numbers, and the limit that the fused scan's exponentials set; returns whether that is drawn. */
function roofOf(pen: Pen, { plot }: Layout, place: Place) {
  const [roof, limit] = [stroke(pen, "traffic-roof"), stroke(pen, "traffic-limit")];
  const name = write(pen, plot.right, 0, "end", "", "tick halo");
  const slope = write(pen, 0, 0, "end", "", "tick halo");
  return ({ fused }: Run, v: Setting, hides: ReadonlySet<Way>): boolean => {
    const { peak, bandwidth, exps, name: card } = cardOf(v.card);
    const ridge = peak / bandwidth;
    const first = Math.max(10 ** ACROSS[0], 10 ** UP[0] / bandwidth); // where it enters the plot
    const last = 10 ** ACROSS[1];
    const line = [place(first, first * bandwidth), place(ridge, peak), place(last, peak)];
    roof.attr("d", lineThrough(line));
    const rate = exps === undefined ? Infinity : (exps * fused.operations) / fused.exps;
    const seen = !hides.has("fused") && rate < peak;
    const level = [place(rate / bandwidth, rate), place(last, rate)];
    limit.attr("d", seen ? lineThrough(level) : "");
    name.attr("y", tenth(line[1]![1] - 8)).text(`${card}: ${perSecond(peak, " op")}`);
    const [sx, sy] = place(ridge / 4, peak / 4);
    slope.attr("x", tenth(sx - 8)).attr("y", tenth(sy));
    slope.text(perSecond(bandwidth, "B"));
    return seen;
  };
}

function entries(pen: Pen, at: Layout, say: (word: Phrase) => string) {
  return key(pen, { left: at.left, right: at.right, y: at.key, size: at.type }, [
    { look: "traffic-roof", word: say("roof") },
    { look: "traffic-limit", word: say("expRoof") },
    { look: "traffic-mark apart", word: say("apartMark"), as: `M9 0${markAt("apart")}` },
    { look: "traffic-mark fused", word: say("fusedMark"), as: `M9 0${markAt("fused")}` },
    { look: "traffic-mark recorded", word: say("recordedMark"), as: `M9 0${markAt("recorded")}` },
  ]);
}

/** Grid lines at the decades, with their numbers and titles. */
function grid(
  pen: Pen,
  { plot, compact }: Layout,
  say: (word: Phrase) => string,
  x: (power: number) => number,
  y: (power: number) => number,
): void {
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, k) => from + k);
  const [across, up] = [range(...ACROSS), range(...UP)];
  stroke(pen, "axis").attr(
    "d",
    [
      ...across.map((p) => `M${tenth(x(p))} ${plot.top}V${plot.bottom}`),
      ...up.map((p) => `M${plot.left} ${tenth(y(p))}H${plot.right}`),
    ].join(""),
  );
  const told = (p: number) => String(10 ** p);
  const list: Tick[] = [
    ...across.map((p): Tick => ({ x: x(p), y: plot.bottom + 17, text: told(p), anchor: "middle" })),
    ...up.map((p): Tick => ({
      x: plot.left - 7,
      y: y(p) + 4,
      text: `10${raised(String(p))}`,
      anchor: "end",
    })),
  ];
  ticks(pen)(list);
  write(pen, 2, plot.top - 14, "start", say("rate"), "tick axis-title");
  write(
    pen,
    plot.right,
    plot.bottom + (compact ? 36 : 34),
    "end",
    say("intensity"),
    "tick axis-title",
  );
}
