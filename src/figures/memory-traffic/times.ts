import { ticks, type Tick } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { linear, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import { linesOf, widthOf } from "../../draw/text.ts";
import { decade, powerOf } from "../../kit/units.ts";
import { nameOf } from "../../gpu/device.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { lineThrough, markAt, marksAt } from "./marks.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { recordedFor, recording } from "./recorded.ts";
import { ways, type Way } from "./tensors.ts";

type Say = (word: Phrase) => string;
type Point = readonly [L: number, seconds: number];

/** Powers of two of the length. */
const ACROSS = [6, 20] as const;
/** Decades of seconds shown at least. */
const LEAST = [-5, -2] as const;

const series = [
  ...ways.map((way) => ({ way, kind: "card" }) as const),
  ...ways.map((way) => ({ way, kind: "processor" }) as const),
  ...ways.map((way) => ({ way, kind: "recorded" }) as const),
];
type Series = (typeof series)[number];

const words: Readonly<Record<Series["kind"], readonly [apart: Phrase, fused: Phrase]>> = {
  card: ["apartCard", "fusedCard"],
  processor: ["apartCpu", "fusedCpu"],
  recorded: ["apartRecorded", "fusedRecorded"],
};

function pointsOf({ measured = [] }: Run, v: Setting, { way, kind }: Series): readonly Point[] {
  if (kind === "recorded") return recordedFor(v, way).map(({ L, seconds }) => [L, seconds]);
  return measured
    .filter((m) => m.where === kind && m.way === way)
    .map(({ L, seconds }): Point => [L, seconds])
    .toSorted(([a], [b]) => a - b);
}

/** Time of a pass against its length: measured here, and recorded on another card. */
export function times(pen: Pen, at: Layout, say: Say) {
  const { plot } = at;
  const across = linear(ACROSS[0], ACROSS[1], plot.left + 8, plot.right - 8);
  const x = (L: number) => across(Math.log2(L));
  const grid = stroke(pen, "axis");
  const drawTicks = ticks(pen);
  const cursor = stroke(pen, "cursor");
  write(pen, 2, plot.top - 9, "start", say("time"), "tick axis-title");
  write(pen, plot.right, plot.bottom + 34, "end", say("length"), "tick axis-title");
  const parts = series.map((one) => ({
    one,
    line: stroke(pen, `traffic-line ${one.way} ${one.kind}`),
    marks: stroke(pen, `traffic-mark ${one.way} ${one.kind}`),
  }));
  const drawKey = entries(pen, at, say);
  const heads = [0, 1].map((k) => write(pen, 2, 13 + 18 * k, "start", "", "tick traffic-machine"));
  const note = [1, 0].map((k) => write(pen, 2, at.height - 6 - 17 * k));
  return (r: Run, v: Setting, hides: ReadonlySet<Way>) => {
    const all = series.map((one) => (hides.has(one.way) ? [] : pointsOf(r, v, one)));
    const powers = all.flat().map(([, seconds]) => Math.log10(seconds));
    const low = Math.min(LEAST[0], ...powers.map((p) => Math.floor(p + 1e-9)));
    const high = Math.max(LEAST[1], ...powers.map((p) => Math.ceil(p - 1e-9)));
    const up = linear(low, high, plot.bottom, plot.top);
    const rows = Array.from({ length: high - low + 1 }, (_, k) => low + k);
    grid.attr("d", rows.map((p) => `M${plot.left} ${tenth(up(p))}H${plot.right}`).join(""));
    const step = at.compact ? 4 : 2;
    const below = Array.from({ length: 8 }, (_, k) => ACROSS[0] + 2 * k).filter(
      (p) => (p - 6) % step === 0,
    );
    drawTicks([
      ...rows.map((p): Tick => ({
        x: plot.left - 7,
        y: up(p) + 4,
        text: decade(p, true),
        anchor: "end",
      })),
      ...below.map((p): Tick => ({
        x: across(p),
        y: plot.bottom + 17,
        text: powerOf(2, p),
        anchor: "middle",
      })),
    ]);
    cursor.attr("d", `M${tenth(x(v.L))} ${plot.top}V${plot.bottom}`);
    parts.forEach(({ one, line, marks }, k) => {
      const places = all[k]!.map(([L, seconds]) => [x(L), up(Math.log10(seconds))] as const);
      line.attr("d", lineThrough(places));
      marks.attr("d", one.kind === "recorded" ? "" : marksAt(one.way, places));
    });
    drawKey((k) => all[k]!.length > 0);
    const told = [machine(r, say), recorded(all, say)].filter(Boolean);
    heads.forEach((text, k) => text.text(cut(told[k] ?? "", at)));
    const lines = linesOf(remark(r, v, say), at.width - 8, at.type);
    note.forEach((text, k) => text.text(lines[k - 2 + lines.length] ?? ""));
  };
}

function entries(pen: Pen, at: Layout, say: Say) {
  return key(
    pen,
    { left: at.left, right: at.right, y: at.key, size: at.type },
    series.map(({ way, kind }) => ({
      look: kind === "recorded" ? `traffic-line ${way} recorded` : `traffic-mark ${way} ${kind}`,
      word: say(words[kind][way === "apart" ? 0 : 1]),
      as: kind === "recorded" ? "line" : `M9 0${markAt(way)}`,
    })),
  );
}

/** As much of a line as fits. */
function cut(line: string, { width, type }: Layout): string {
  let text = line;
  while (widthOf(text, type) > width - 6) text = `${text.slice(0, -2)}…`;
  return text;
}

/** What the times were taken on. */
function machine({ device, absence, measured }: Run, say: Say): string {
  if (!measured) return say("empty");
  const loops = measured.find(({ where }) => where === "processor");
  const processor = loops ? ` · ${say("processor")}: D = ${loops.D}` : "";
  if (!device || absence) return `${say("noCard")}${processor}`;
  return `${say("onThisCard")}: ${nameOf(device) || say("unnamed")}${processor}`;
}

const recorded = (all: readonly (readonly Point[])[], say: Say): string =>
  series.some(({ kind }, k) => kind === "recorded" && all[k]!.length > 0)
    ? `${say("recordedOn")}: ${recording.card}, ${recording.date}, ${recording.engine}`
    : "";

/** What is not shown, and why; the first reason that applies. */
function remark({ fits, measured = [], refused = [] }: Run, v: Setting, say: Say): string {
  if (!fits.fused) return say("notRun");
  if (refused.length > 0) return say("refused");
  if (measured.some(({ hidden }) => hidden > 0)) return say("hidden");
  if (v.pass === "backward") return say("noBackward");
  return fits.apart ? "" : say("tooWide");
}
