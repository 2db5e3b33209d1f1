import type { Box } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { p, plate, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";
import { mambaAt } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { cellsOf, CHANNELS, CONTEXT, statesOf, type Student } from "./students.ts";

/** Entries of the cache side by side. */
const SLOTS = 16;

/** A student's memory at a token: the LSTM's cells, the states of a layer of the Mamba, the entries of the Transformer's cache. */
export function page(pen: Pen, at: Box, student: Student, say: (word: Phrase) => string) {
  plate(pen, "student-page", at);
  const none = write(pen, at.cx, at.cy + 4, "middle");
  const entries = stroke(pen, "student-entry");
  const heat = pen.append("g");
  const draw = heatMap(heat, at);
  return (r: Run, v: Setting, now: number, row: Float64Array | undefined) => {
    const held = heldBy(student, r, v, now, row);
    none.text(held ? "" : say("none"));
    heat.attr("display", held ? null : "none");
    if (held) draw(held, { marked: Infinity });
    entries.attr("d", student === "transformer" ? slots(at, Math.min(CONTEXT, now + 1)) : "");
  };
}

function heldBy(
  student: Student,
  r: Run,
  v: Setting,
  now: number,
  row: Float64Array | undefined,
): Matrix | undefined {
  if (student === "transformer") {
    const data = new Float64Array(CONTEXT);
    row?.forEach((share, s) => {
      if (s > now - CONTEXT) data[s % CONTEXT] = share;
    });
    return { rows: CONTEXT / SLOTS, cols: SLOTS, data };
  }
  if (!r.reading) return undefined;
  if (student === "mamba") {
    const N = statesOf(v);
    const { states } = mambaAt(r, v, now)!;
    const data = Float64Array.from(
      states,
      (_, i) => states[(i % CHANNELS) * N + Math.floor(i / CHANNELS)]!,
    );
    return { rows: N, cols: CHANNELS, data };
  }
  const H = cellsOf(v);
  const cols = H === 256 ? 32 : 17;
  return { rows: H / cols, cols, data: r.reading.lstm.cells.slice(now * H, (now + 1) * H) };
}

/** A small square for every entry that there is. */
function slots(at: Box, count: number): string {
  const [w, h] = [at.width / SLOTS, at.height / (CONTEXT / SLOTS)];
  return Array.from({ length: count }, (_, k) => {
    const [x, y] = [at.left + (k % SLOTS) * w, at.top + Math.floor(k / SLOTS) * h];
    return `M${p(x + 0.6)} ${p(y + 0.6)}h${p(w - 1.2)}v${p(h - 1.2)}h${p(1.2 - w)}z`;
  }).join("");
}
