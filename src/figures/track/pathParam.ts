import { placeAt, MOST_POINTS, ownPath, pointsOf, ROUND, lineAt } from "./path.ts";
import type { Path, PathId } from "./path.ts";
import type { Label, Param } from "../../kit/param.ts";

export interface PathParam extends Param<Path> {
  readonly kind: "path";
}

const options = {
  eight: "A figure of eight",
  circle: "A circle",
  zigzag: "A zigzag with sharp turns",
  stops: "Stop and go",
  line: "A straight line",
  own: "My own: I steer",
} as const;

const ids = Object.keys(options).filter((k) => k !== "own") as PathId[];

/** The way of a target; `own~0~…` carries the reader's own points, four characters each. */
export function path(o: Label & { initial: Path }): PathParam {
  return { kind: "path", ...o, options, parse, print, nudge, at };
}

function print(p: Path): string {
  return p.kind === "own" ? `own~${p.first}~${pack(p.data)}` : p.kind;
}

function parse(text: string): Path | undefined {
  if (text.length > 4 * MOST_POINTS + 10) return undefined;
  const id = ids.find((k) => k === text);
  if (id) return { kind: id };
  const [, first, points] = /^own~(0|[1-9]\d{0,3})~((?:[\w-]{4})+)$/.exec(text) ?? [];
  if (first === undefined || points === undefined || +first >= ROUND) return undefined;
  return points.length > 4 * MOST_POINTS ? undefined : ownPath(unpack(points), +first);
}

/** The next bundled path; one's own has no neighbour. */
function nudge(p: Path, by: number): Path {
  if (p.kind === "own") return p;
  const n = ids.length;
  return { kind: ids[(((ids.indexOf(p.kind) + by) % n) + n) % n]! };
}

function at(u: number): Path {
  const k = Math.min(ids.length, Math.floor(u * (ids.length + 1)));
  if (k < ids.length) return { kind: ids[k]! };
  // One's own, of any length: a piece of a bundled path, and at the longest more than is kept.
  const way = pointsOf({ kind: "eight" });
  const share = u * (ids.length + 1) - k;
  const length = 1 + Math.floor(share * MOST_POINTS);
  return ownPath(Float64Array.from({ length: 2 * length }, (_, i) => way[i % way.length]!));
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Two letters a coordinate, twelve bits, in an alphabet that addresses leave alone. */
function pack(data: Float64Array): string {
  let text = "";
  data.forEach((x, i) => {
    const line = lineAt(x, i % 2);
    text += letters[line >> 6]! + letters[line & 63]!;
  });
  return text;
}

function unpack(text: string): Float64Array {
  const letter = (i: number) => letters.indexOf(text[i]!);
  return Float64Array.from({ length: text.length / 2 }, (_, i) =>
    placeAt(letter(2 * i) * 64 + letter(2 * i + 1), i % 2),
  );
}
