import { box, type Box } from "../../draw/box.ts";
import type { Strip } from "./seen.ts";
import type { Stage } from "./stages.ts";

/** Where a strip lies; its length tells how many numbers it has. */
export interface Place {
  readonly strip: Strip | "h";
  readonly stage: Stage;
  readonly box: Box;
}

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** Baseline of the text, and the widest that a character's cell may be. */
  readonly text: number;
  readonly cell: number;
  /** Width of one number of a strip, and of its bar. */
  readonly unit: number;
  readonly places: readonly Place[];
  readonly panel: Box;
  /** The line of the stream, of the input u, and between the columns those of B, C and z. */
  readonly rails: Readonly<Record<"stream" | "u" | "B" | "C" | "z", number>>;
  /** Below the last strips, where the stream turns. */
  readonly turn: number;
  readonly key: number;
  readonly size: number;
}

const ROWS = 10;
const STATE = 12;

interface Sizes {
  readonly unit: number;
  readonly left: number;
  readonly right: number;
  readonly bars: number;
  readonly pitch: number;
  readonly top: number;
  readonly small: readonly [low: number, B: number, C: number];
}

function placed({ unit, left, right, bars, pitch, top, small }: Sizes): Place[] {
  const row = (k: number) => top + k * pitch + (k > 6 ? STATE : 0);
  const at = (
    strip: Place["strip"],
    stage: Stage,
    k: number,
    count: number,
    from = left,
    tall = bars,
  ): Place => ({
    strip,
    stage,
    box: box({ left: from, top: row(k), width: count * unit, height: tall }),
  });
  const second = left + 96 * unit + (right > 300 ? 32 : 18);
  return [
    at("input", "norm", 0, 96),
    at("normed", "norm", 0, 96, second),
    at("x", "in", 1, 192),
    at("z", "in", 1, 192, right),
    at("conv", "conv", 2, 192),
    at("u", "silu", 3, 192),
    at("low", "select", 4, 6, left + small[0], bars - 5),
    at("B", "select", 4, 16, left + small[1], bars - 5),
    at("C", "select", 4, 16, left + small[2], bars - 5),
    at("delta", "delta", 5, 192),
    at("h", "scan", 6, 192, left, bars + STATE),
    at("y", "read", 7, 192),
    at("gated", "gate", 8, 192),
    at("out", "out", ROWS - 1, 96),
    at("sum", "add", ROWS - 1, 96, second),
  ];
}

export const placeIn = ({ places }: Pick<Layout, "places">, strip: Place["strip"]): Box =>
  places.find((p) => p.strip === strip)!.box;

function laid(o: Omit<Layout, "places" | "panel" | "turn">, sizes: Sizes): Layout {
  const places = placed(sizes);
  const [conv, gated, out] = (["conv", "gated", "out"] as const).map((s) => placeIn({ places }, s));
  const panel = box({
    left: sizes.right,
    width: 192 * sizes.unit,
    top: conv!.top - 14,
    bottom: gated!.bottom + 10,
  });
  return { ...o, places, panel, turn: out!.bottom + 9 };
}

export const wide = laid(
  {
    narrow: false,
    width: 680,
    height: 546,
    text: 22,
    cell: 27,
    unit: 1.5,
    rails: { stream: 12, u: 32, B: 340, C: 350, z: 362 },
    key: 524,
    size: 12,
  },
  { unit: 1.5, left: 44, right: 384, bars: 25, pitch: 44, top: 62, small: [12, 84, 190] },
);

export const compact = laid(
  {
    narrow: true,
    width: 360,
    height: 540,
    text: 20,
    cell: 20,
    unit: 0.8,
    rails: { stream: 6, u: 17, B: 184, C: 190, z: 196 },
    key: 480,
    size: 13.5,
  },
  { unit: 0.8, left: 24, right: 204, bars: 19, pitch: 39, top: 62, small: [4, 42, 100] },
);
