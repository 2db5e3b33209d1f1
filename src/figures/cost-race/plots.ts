import { beside, ticks, type Tick } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import { linear, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import { linesOf } from "../../draw/text.ts";
import { decade, powerOf } from "../../kit/units.ts";
import { between, bytesAt, secondsAt, timesHere, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { markAt } from "./marks.ts";
import { racers, TRAINED, type Racer } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { positionAt } from "./readouts.ts";
import { recordedLoss, recordedTimes, recording } from "./recorded.ts";

type Say = (word: Phrase) => string;
type Points = readonly (readonly [position: number, value: number])[];

/** What a question withholds: the time, the bytes, the loss. */
export interface Hidden {
  readonly time: boolean;
  /** Whose. */
  readonly bytes: (racer: Racer) => boolean;
  readonly loss: boolean;
}

/** Decades of the position, of seconds shown at least, of bytes. */
export const ACROSS = [0, 5.06] as const;
const SECONDS = [-4, 0] as const;
const BYTES = [3, 9.2] as const;

/** Where a position lies. */
export const acrossOf = ({ plots }: Layout) =>
  linear(ACROSS[0], ACROSS[1], plots.time.left + 6, plots.time.right - 6);

const most = Math.ceil(
  Math.max(...Object.values(recording.loss).flatMap((all) => all.map(([, nats]) => nats))),
);

/** Time, bytes and loss under one another against the position. */
export function plots(pen: Pen, at: Layout, say: Say) {
  const across = acrossOf(at);
  const x = (position: number) => across(Math.log10(position));
  const { time, bytes, loss } = at.plots;
  const cursor = stroke(pen, "cursor");
  const trained = stroke(pen, "race-trained");
  const down = (px: number) =>
    [time, bytes, loss].map((b) => `M${tenth(px)} ${b.top}V${b.bottom}`).join("");
  trained.attr("d", down(x(TRAINED)));
  const places = [time, bytes, loss].map((b) => row(pen, b));
  (["time", "bytes", "loss"] as const).forEach((word, k) =>
    write(pen, 2, [time, bytes, loss][k]!.top - 8, "start", say(word), "tick axis-title"),
  );
  ticks(pen)(
    [0, 1, 2, 3, 4, 5].map((p): Tick => ({
      x: across(p),
      y: loss.bottom + 16,
      text: p < 4 ? String(10 ** p) : powerOf(10, p),
      anchor: "middle",
    })),
  );
  write(pen, loss.right, loss.bottom + 32, "end", say("position"), "tick axis-title");
  const drawKey = key(pen, { left: at.left, right: at.right, y: at.key, size: at.type }, [
    { look: "race-line here", word: say("here") },
    { look: "race-line once", word: say("once") },
    { look: "race-trained", word: say("trainedTo"), as: "M9 -9V4" },
  ]);
  const notes = at.notes.map((y) => write(pen, 2, y));
  return (r: Run, v: Setting, t: number, hides: Hidden) => {
    const position = positionAt(r, t);
    cursor.attr("d", down(x(position)));
    const [drawTime, drawBytes, drawLoss] = places;
    drawTime!(timesIn(time, r, v, position, hides.time), x, position);
    drawBytes!(bytesIn(bytes, v, position, hides.bytes), x, position);
    drawLoss!(lossIn(loss, v, position, hides.loss), x, position);
    drawKey((k) => k !== 0 || racers.some((racer) => timesHere(r, racer).length > 0));
    const told = linesOf(remark(r, say), at.width - 6, at.type);
    notes.forEach((line, k) => line.text(told[k] ?? ""));
  };
}

/** Decades of seconds, as many as are needed. */
function timesIn(frame: Box, r: Run, v: Setting, position: number, hidden: boolean): Drawn {
  const here = racers.map((racer) => timesHere(r, racer));
  const once = racers.map((racer) => recordedTimes(racer, v));
  const powers = [...here, ...once].flat().map(([, s]) => Math.log10(s));
  const low = Math.min(SECONDS[0], ...powers.map(Math.floor));
  const high = Math.max(SECONDS[1], ...powers.map((p) => Math.ceil(p - 1e-9)));
  const up = linear(low, high, frame.bottom, frame.top);
  return {
    y: (s) => up(Math.log10(s)),
    rungs: Array.from({ length: high - low + 1 }, (_, k) => [
      10 ** (low + k),
      decade(low + k, true),
    ]),
    here: hidden ? [] : here,
    once: hidden ? [] : once,
    now: (racer) => (hidden ? NaN : secondsAt(r, v, racer, position)),
  };
}

function bytesIn(
  frame: Box,
  v: Setting,
  position: number,
  hidden: (racer: Racer) => boolean,
): Drawn {
  const up = linear(BYTES[0], BYTES[1], frame.bottom, frame.top);
  return {
    y: (b) => up(Math.log10(b)),
    rungs: [
      [1e3, "1 kB"],
      [1e6, "1 MB"],
      [1e9, "1 GB"],
    ],
    here: [],
    once: racers.map((racer) => (hidden(racer) ? [] : carried(racer, v))),
    now: (racer) => (hidden(racer) ? NaN : bytesAt(racer, v, position)),
  };
}

function lossIn(frame: Box, v: Setting, position: number, hidden: boolean): Drawn {
  return {
    y: linear(0, most, frame.bottom, frame.top),
    rungs: Array.from({ length: Math.floor(most / 2) + 1 }, (_, k) => [2 * k, String(2 * k)]),
    here: [],
    once: hidden ? [] : racers.map((racer) => recordedLoss(racer, v)),
    now: (racer) => (hidden ? NaN : between(recordedLoss(racer, v), position)),
  };
}

/** What a model carries at every position, as far as it bends. */
function carried(racer: Racer, v: Setting): Points {
  const end = 10 ** ACROSS[1];
  return [1, TRAINED, end].map((p) => [p, bytesAt(racer, v, p)]);
}

function remark(r: Run, say: Say): string {
  const dropped = racers.some((racer) => (r.courses?.[racer]?.dropped ?? 0) > 0);
  return [
    ...(dropped ? [say("hiddenNote")] : []),
    ...(r.strangers > 0 ? [`${say("strangersNote")}: ${r.strangers}`] : []),
    `${say("takenOn")}: ${recording.machine}, ${recording.engine}, ${recording.date}`,
  ].join(" · ");
}

interface Drawn {
  y(value: number): number;
  readonly rungs: readonly (readonly [value: number, text: string])[];
  readonly here: readonly Points[];
  readonly once: readonly Points[];
  now(racer: Racer): number;
}

/** One plot: its rungs, a line for each model as recorded and as measured here, and a mark where it stands. */
function row(pen: Pen, frame: Box) {
  const grid = stroke(pen, "axis");
  const drawTicks = ticks(pen);
  const parts = racers.map((racer) => ({
    once: stroke(pen, `race-line once ${racer}`),
    here: stroke(pen, `race-line here ${racer}`),
    now: stroke(pen, `race-mark ${racer}`),
  }));
  return (
    { y, rungs, here, once, now }: Drawn,
    x: (position: number) => number,
    position: number,
  ) => {
    grid.attr(
      "d",
      rungs.map(([value]) => `M${frame.left} ${tenth(y(value))}H${frame.right}`).join(""),
    );
    drawTicks(rungs.map(([value, text]) => beside(frame, y(value), text)));
    const line = (points: Points = []) =>
      points.map(([at, value], k) => `${k ? "L" : "M"}${tenth(x(at))} ${tenth(y(value))}`).join("");
    parts.forEach((part, k) => {
      part.once.attr("d", line(once[k]));
      part.here.attr("d", line(here[k]));
      const value = now(racers[k]!);
      part.now.attr("d", Number.isNaN(value) ? "" : markAt(racers[k]!, x(position), y(value)));
    });
  };
}
