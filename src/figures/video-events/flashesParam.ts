import type { Label, Param } from "../../kit/param.ts";
import { type Flash, FRAMES, PLACES, SLOTS } from "../../models/film/film.ts";
import { glyphNames } from "../../models/film/glyphs.ts";

export type Flashes = readonly Flash[];

export interface FlashesParam extends Param<Flashes> {
  readonly kind: "flashes";
}

/** Up to six flashes in any order; `plus1.4.5_ring20.9.2` gives glyph, frame, row and column of each, all from 1. */
export function flashes(o: Label & { initial: Flashes }): FlashesParam {
  return { kind: "flashes", ...o, parse, print, nudge, at };
}

function print(list: Flashes): string {
  const one = ({ glyph, t, y, x }: Flash) => `${glyphNames[glyph]}${t + 1}.${y + 1}.${x + 1}`;
  return list.map(one).join("_") || "none";
}

function parse(text: string): Flashes | undefined {
  if (text === "none") return [];
  const list = text.split("_").map(flashOf);
  if (list.length > SLOTS || list.some((f) => !f)) return undefined;
  return list as Flash[];
}

function flashOf(text: string): Flash | undefined {
  const [, name, ...numbers] = /^([a-z]+)(\d{1,2})\.(\d{1,2})\.(\d{1,2})$/.exec(text) ?? [];
  const glyph = (glyphNames as readonly (string | undefined)[]).indexOf(name);
  const [t, y, x] = numbers.map((n) => Number(n) - 1) as [number, number, number];
  const fits = glyph >= 0 && within(t, FRAMES) && within(y, PLACES) && within(x, PLACES);
  return fits ? { glyph, t, y, x } : undefined;
}

const within = (k: number, n: number) => k >= 0 && k < n;

/** All of them earlier or later, as far as there are frames. */
function nudge(list: Flashes, by: number): Flashes {
  const frames = list.map(({ t }) => t);
  const way = Math.max(-Math.min(...frames), Math.min(FRAMES - 1 - Math.max(...frames), by));
  return list.map((f) => ({ ...f, t: f.t + way }));
}

/** None to six flashes, anywhere, two in one frame too. */
function at(u: number): Flashes {
  const count = Math.min(SLOTS, Math.floor(u * (SLOTS + 1)));
  const share = (k: number, p: number) => (u * 97 + (k + 1) * p) % 1;
  return Array.from({ length: count }, (_, k) => ({
    glyph: Math.floor(share(k, 0.618) * glyphNames.length),
    t: Math.floor(share(k, 0.414) * FRAMES),
    y: Math.floor(share(k, 0.732) * PLACES),
    x: Math.floor(share(k, 0.236) * PLACES),
  }));
}
