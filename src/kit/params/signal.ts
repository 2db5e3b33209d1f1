import { isSeries } from "../series.ts";
import { fromGrid, GAP, MOST, own, toGrid, type Given, type Own, type Signal } from "../signal.ts";
import type { Label, Param } from "../param.ts";

export interface SignalParam extends Param<Signal> {
  readonly kind: "signal";
  /** Missing values of the reader's own data stay missing (NaN); elsewhere they are filled on the way in. */
  readonly gaps: boolean;
}

const known = {
  impulse: "Impulse",
  step: "Step",
  sine: "Sine wave",
  noise: "Noise",
  nile: "Nile flow 1871–1970",
  speech: "A spoken sentence",
  own: "My own",
} as const;

type Known = keyof typeof known;

interface Offer extends Label {
  readonly initial: Signal;
  /** Which of the course's own sources there are; all of them where not given. */
  readonly offer?: readonly Known[];
  /** The figure's own series with their words, ahead of the others. */
  readonly given?: readonly (readonly [Given, string])[];
  readonly gaps?: true;
}

/** The input signal; `sine~16` and `noise~7` carry their period and seed, `own~…` the reader's samples. */
export function signal({ offer, given = [], gaps, ...o }: Offer): SignalParam {
  const kinds = offer ?? (Object.keys(known) as Known[]);
  const series = given.map(([s]) => s);
  const options = Object.fromEntries([
    ...given.map(([s, words]) => [s.id, words]),
    ...kinds.map((k) => [k, known[k]]),
  ]) as Readonly<Record<string, string>>;
  const parse = (text: string) => {
    const found = series.find((s) => s.id === text) ?? read(text);
    if (!found || !Object.hasOwn(options, nameOf(found))) return undefined;
    return found.kind === "own" && !gaps ? whole(found) : found;
  };
  const at = (u: number) => {
    const all = [...series, ...samplers(gaps).filter(([k]) => kinds.includes(k))];
    const one = all[Math.min(all.length - 1, Math.floor(u * all.length))]!;
    return "kind" in one ? one : one[1](u);
  };
  return {
    kind: "signal",
    ...o,
    gaps: gaps ?? false,
    options,
    parse,
    print: printSignal,
    nudge,
    at,
  };
}

/** The option that a signal is. */
export const nameOf = (s: Signal): string =>
  s.kind === "series" || s.kind === "given" ? s.id : s.kind;

/** A signal as an address has it. */
export function printSignal(s: Signal): string {
  if (s.kind === "sine") return `sine~${s.period}`;
  if (s.kind === "noise") return `noise~${s.seed}`;
  // No number of this size is written with a "+", so that one may part two.
  if (s.kind === "own")
    return `own~${s.middle === undefined ? "" : `${s.middle}+`}${s.scale}~${pack(toGrid(s))}`;
  return nameOf(s);
}

function read(text: string): Signal | undefined {
  const [kind, a, b, ...rest] = text.split("~");
  if (kind === undefined || rest.length > 0 || text.length > 2000) return undefined;
  if (a === undefined) {
    if (kind === "impulse" || kind === "step") return { kind };
    return isSeries(kind) ? { kind: "series", id: kind } : undefined;
  }
  if (b !== undefined) return kind === "own" ? readOwn(a, b) : undefined;
  const n = numberOf(a);
  if (kind === "sine" && n >= 2 && n <= MOST) return { kind, period: n };
  if (kind === "noise" && Number.isInteger(n) && n >= 1 && n <= 9999) return { kind, seed: n };
  return undefined;
}

const numberOf = (text: string) => (/^[\d.e-]{1,24}$/.test(text) ? +text : NaN);

function readOwn(where: string, packed: string): Own | undefined {
  const [a, b, ...rest] = where.split("+").map(numberOf);
  const [middle, scale] = b === undefined ? [0, a!] : [a!, b];
  const sound = rest.length === 0 && Math.abs(middle) < 1e12 && scale > 0 && scale < 1e12;
  const grid = sound ? unpack(packed) : undefined;
  return grid && fromGrid(grid, scale, middle);
}

/** For a figure that knows no gaps, a gap in a link is the lowest value. */
function whole(s: Own): Own {
  const grid = toGrid(s);
  return grid.includes(GAP)
    ? fromGrid(
        grid.map((g) => Math.max(g, GAP + 1)),
        s.scale,
        s.middle ?? 0,
      )
    : s;
}

/** One of each kind by a number in [0, 1], for the tests; with gaps also series that hold next to nothing. */
function samplers(gaps: true | undefined): readonly (readonly [Known, (u: number) => Signal])[] {
  const wave = (u: number, value: (x: number, t: number) => number, length = 48) =>
    own(Float64Array.from({ length }, (_, t) => value(Math.sin(t * (1 + 9 * u)) * 3, t)));
  const plain = (x: number) => x;
  const holes: readonly ((u: number) => Signal)[] = [
    (u) => wave(u, (x, t) => ((t * 7) % 10 < 10 * u ? NaN : x * 10 ** (12 * u - 4))),
    (u) => wave(u, (x, t) => (t > 30 && t < 36 ? NaN : x + t)),
    (u) => wave(u, () => u),
    (u) => wave(u, () => NaN),
    (u) => wave(u, plain, 2 + Math.floor(8 * ((u * 97) % 1))),
  ];
  return [
    ["impulse", () => ({ kind: "impulse" })],
    ["step", () => ({ kind: "step" })],
    ["sine", (u) => ({ kind: "sine", period: 2 + Math.round(u * 60) })],
    ["noise", (u) => ({ kind: "noise", seed: 1 + Math.round(u * 9998) })],
    ["nile", () => ({ kind: "series", id: "nile" })],
    ["speech", () => ({ kind: "series", id: "speech" })],
    ["own", (u) => wave(u, plain)],
    ...(gaps ? holes.map((make) => ["own", make] as const) : []),
  ];
}

function nudge(s: Signal, by: number): Signal {
  if (s.kind === "sine") return { ...s, period: Math.min(MOST, Math.max(2, s.period + by)) };
  if (s.kind === "noise") return { ...s, seed: Math.min(9999, Math.max(1, s.seed + by)) };
  return s;
}

/** Sixteen-bit samples as base64 in the alphabet that addresses leave alone. */
function pack(grid: Int16Array): string {
  const bytes = new Uint8Array(grid.buffer, grid.byteOffset, grid.byteLength);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function unpack(text: string): Int16Array | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const n = raw.length / 2;
    if (!Number.isInteger(n) || n < 2 || n > MOST) return undefined;
    return new Int16Array(Uint8Array.from(raw, (c) => c.charCodeAt(0)).buffer);
  } catch {
    return undefined; // not base64: as malformed as any other text
  }
}
