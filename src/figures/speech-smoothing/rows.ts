import { box } from "../../draw/box.ts";
import { heat } from "./heat.ts";
import { linear, type Pen, stroke, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import { HOP } from "../../models/speech/enhance.ts";
import { type Run, SECOND } from "./compute.ts";
import { BINS, COLUMNS, type Overview } from "./overview.ts";

export interface Rows {
  readonly left: number;
  readonly right: number;
  /** Top of the first pair, height of a wave, of a spectrogram, and from one pair to the next. */
  readonly top: number;
  readonly wave: number;
  readonly spectrum: number;
  readonly pair: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export const bottomOf = (l: Rows) => l.top + l.pair + l.wave + l.spectrum;

/** Index of the sample that the playhead stands for. */
export const sampleAt = (t: number, length: number) =>
  Math.min(length - 1, Math.round((t + 0.5) * HOP));

/** The noisy and the cleaned sound over one time axis: each a wave over its spectrogram. */
export function rows(under: HTMLElement, pen: Pen, l: Rows, size: Size, words: readonly string[]) {
  const width = l.right - l.left;
  const parts = (["y", "h"] as const).map((symbol, k) => {
    const top = l.top + k * l.pair;
    const g = pen.append("g").attr("data-symbol", symbol);
    const b = box({ left: l.left, top: top + l.wave, width, height: l.spectrum });
    const map = heat(under, g, b, size, symbol);
    stroke(g, "axis").attr("d", `M${l.left} ${b.top}H${l.right}M${l.left} ${b.bottom}H${l.right}`);
    const wave = stroke(g, "speech-wave");
    const mid = top + l.wave / 2 - 2;
    write(g, l.left - 5, b.top + 11, "end", 4);
    write(g, l.left - 5, b.bottom - 1, "end", "0");
    write(g, l.left + 3, top + 11, "start", words[k]!, "tick halo speech-name");
    return { map, wave, mid };
  });
  const end = bottomOf(l);
  const kilo = pen.append("text").attr("class", "tick").attr("text-anchor", "end");
  kilo
    .attr("x", l.left - 5)
    .attr("y", l.top + l.wave + l.spectrum / 2 + 5)
    .text("kHz");
  const cursor = stroke(pen, "cursor speech-cursor");
  const ticks = [0, 0.5, 1].map((share) =>
    write(
      pen,
      l.left + share * width,
      end + 15,
      share === 0 ? "start" : share === 1 ? "end" : "middle",
    ),
  );
  return {
    draw({ noisy, before, after }: Run, t: number) {
      let peak = 1e-9;
      for (const x of before.high) peak = Math.max(peak, x);
      for (const x of before.low) peak = Math.max(peak, -x);
      parts.forEach(({ map, wave, mid }, k) => {
        const o = k === 0 ? before : after;
        map.draw({ columns: COLUMNS, rows: BINS, level: o.level });
        wave.attr("d", outline(o, l, mid, (l.wave / 2 - 4) / peak));
      });
      const x = linear(0, noisy.length, l.left, l.right)(sampleAt(t, noisy.length));
      cursor.attr("d", `M${x.toFixed(2)} ${l.top}V${end}`);
      ticks.forEach((text, k) => {
        const seconds = ((k / 2) * noisy.length) / SECOND;
        text.text(`${format(seconds)} s`);
      });
    },
    destroy: () => parts.forEach(({ map }) => map.destroy()),
  };
}

/** The extremes of each column as one closed path. */
function outline({ low, high, filled }: Overview, l: Rows, mid: number, scale: number): string {
  const x = linear(0, COLUMNS, l.left, l.right);
  let upper = "";
  let lower = "";
  for (let c = 0; c < filled; c++) {
    const at = x(c + 0.5).toFixed(1);
    upper += `${c === 0 ? "M" : "L"}${at} ${(mid - high[c]! * scale).toFixed(1)}`;
    lower = `L${at} ${(mid - low[c]! * scale).toFixed(1)}${lower}`;
  }
  return upper && `${upper}${lower}Z`;
}
