import { isSeries } from "../series.ts";
import { fromGrid, MOST, own, toGrid, type Signal } from "../signal.ts";
import type { Label, Param } from "../param.ts";

export interface SignalParam extends Param<Signal> {
  readonly kind: "signal";
}

const options = {
  impulse: "Impulse",
  step: "Step",
  sine: "Sine wave",
  noise: "Noise",
  nile: "Nile flow 1871–1970",
  speech: "A spoken sentence",
  own: "My own",
} as const;

/** The input signal; `sine~16` and `noise~7` carry their period and seed, `own~…` the reader's samples. */
export function signal(o: Label & { initial: Signal }): SignalParam {
  return { kind: "signal", ...o, options, parse, print, nudge, at };
}

function print(s: Signal): string {
  if (s.kind === "sine") return `sine~${s.period}`;
  if (s.kind === "noise") return `noise~${s.seed}`;
  if (s.kind === "series") return s.id;
  if (s.kind === "own") return `own~${s.scale}~${pack(toGrid(s))}`;
  return s.kind;
}

function parse(text: string): Signal | undefined {
  const [kind, a, b, ...rest] = text.split("~");
  if (kind === undefined || rest.length > 0 || text.length > 2000) return undefined;
  if (a === undefined) {
    if (kind === "impulse" || kind === "step") return { kind };
    return isSeries(kind) ? { kind: "series", id: kind } : undefined;
  }
  const n = /^[\d.e+-]{1,20}$/.test(a) ? +a : NaN;
  if (b !== undefined) {
    const grid = kind === "own" && n > 0 && n < 1e12 ? unpack(b) : undefined;
    return grid && fromGrid(grid, n);
  }
  if (kind === "sine" && n >= 2 && n <= MOST) return { kind, period: n };
  if (kind === "noise" && Number.isInteger(n) && n >= 1 && n <= 9999) return { kind, seed: n };
  return undefined;
}

function at(u: number): Signal {
  const kinds: Signal[] = [
    { kind: "impulse" },
    { kind: "step" },
    { kind: "sine", period: 2 + Math.round(u * 60) },
    { kind: "noise", seed: 1 + Math.round(u * 9998) },
    { kind: "series", id: "nile" },
    { kind: "series", id: "speech" },
    own(Float64Array.from({ length: 48 }, (_, t) => Math.sin(t * (1 + 9 * u)) * 3)),
  ];
  return kinds[Math.min(kinds.length - 1, Math.floor(u * kinds.length))]!;
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
