import { given, type Drawing } from "./drawing.ts";
import type { Label, Param } from "../../kit/param.ts";
import { stroked } from "./pen.ts";
import { blank, FULL, PIXELS, SIDE, type Levels } from "./sheet.ts";

export interface DrawingParam extends Param<Drawing> {
  readonly kind: "drawing";
}

/** A digit on the sheet; `own~…` carries the reader's own in 131 letters, four bits a cell. */
export function drawing({
  options,
  ...o
}: Label & { initial: Drawing; options: Readonly<Record<string, string>> }): DrawingParam {
  return { kind: "drawing", ...o, options, parse, print, nudge, at };
}

function print(d: Drawing): string {
  return d.kind === "own" ? `own~${pack(d.levels)}` : d.id;
}

function parse(text: string): Drawing | undefined {
  if (given.some(({ id }) => id === text)) return { kind: "given", id: text };
  const [, packed] = /^own~([\w-]{131})$/.exec(text) ?? [];
  const levels = packed === undefined ? undefined : unpack(packed);
  return levels && { kind: "own", levels };
}

/** The next given digit; one's own has no neighbour. */
function nudge(d: Drawing, by: number): Drawing {
  if (d.kind === "own") return d;
  const n = given.length;
  const k = given.findIndex(({ id }) => id === d.id) + by;
  return { kind: "given", id: given[((k % n) + n) % n]!.id };
}

/** Every given digit; then own ones: nothing at all, a stroke of the pen, cells full of noise. */
function at(u: number): Drawing {
  const k = Math.floor(u * (given.length + 3));
  const one = given[k];
  if (one) return { kind: "given", id: one.id };
  const share = u * (given.length + 3) - k;
  const place = (p: number) => ({ x: SIDE * ((share * p) % 1), y: SIDE * ((share * p * 1.7) % 1) });
  const noise = (i: number) => Math.floor((share * 97 * (i + 1)) % (FULL + 1));
  const own: readonly Levels[] = [
    blank(),
    stroked(blank(), place(3), place(7)),
    Uint8Array.from({ length: PIXELS }, (_, i) => noise(i)),
  ];
  return { kind: "own", levels: own[k - given.length] ?? blank() };
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Three cells are two letters of six bits, in an alphabet that addresses leave alone. */
function pack(levels: Levels): string {
  let text = "";
  for (let i = 0; i < PIXELS; i += 3) {
    const bits = (levels[i]! << 8) | ((levels[i + 1] ?? 0) << 4) | (levels[i + 2] ?? 0);
    text += letters[bits >> 6]! + letters[bits & 63]!;
  }
  return text.slice(0, 131);
}

function unpack(text: string): Levels | undefined {
  const levels = blank();
  for (let i = 0; i < PIXELS; i += 3) {
    const at = (k: number) => letters.indexOf(text[k] ?? "A");
    const bits = at((i / 3) * 2) * 64 + at((i / 3) * 2 + 1);
    for (let k = 0; k < 3 && i + k < PIXELS; k++) levels[i + k] = (bits >> (8 - 4 * k)) & 15;
  }
  return pack(levels) === text ? levels : undefined;
}
