import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { TEXT } from "./model.ts";
import { knownIn, type Setting } from "./params.ts";
import json from "./recorded.json" with { type: "json" };

/** Both maps of the first text at the settings of the presets, kept by tools/record-attention.ts. */
export interface Recorded {
  readonly mamba: Matrix;
  readonly transformer: Matrix;
}

/** The lower triangle row by row, in steps of a 32,767th of the largest, as base64. */
interface Packed {
  readonly most: number;
  readonly of: string;
}

export const STEPS = 32_767;
const kept = json as Readonly<Record<"mamba" | "transformer", Readonly<Record<string, Packed>>>>;

/** Under which name a map is kept. */
export const nameOf = (layer: number, part: number): string => `${layer}-${part}`;

function unpack({ most, of }: Packed): Matrix {
  const T = knownIn(TEXT).length;
  const bytes = Uint8Array.from(atob(of), (c) => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const map = zeros(T, T);
  let at = 0;
  for (let t = 0; t < T; t++)
    for (let s = 0; s <= t; s++, at += 2)
      map.data[t * T + s] = (view.getInt16(at, true) * most) / STEPS;
  return map;
}

const opened = new Map<string, Matrix>();
function open(which: keyof typeof kept, name: string): Matrix | undefined {
  const packed = kept[which][name];
  const key = `${which} ${name}`;
  if (packed && !opened.has(key)) opened.set(key, unpack(packed));
  return opened.get(key);
}

export function recordedFor(v: Setting): Recorded | undefined {
  if (v.text !== TEXT) return undefined;
  const mamba = open("mamba", nameOf(v.layer, v.channel));
  const transformer = open("transformer", nameOf(v.block, v.head));
  return mamba && transformer && { mamba, transformer };
}
