interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export type Point = readonly [x: number, y: number];
type Move = (p: Point) => Point;

/** What an element's transforms, and those around it, do to a point. */
export function placing(node: Element): Move {
  const moves: Move[] = [];
  for (
    let at: Element | null = node;
    at && at.nodeName.toLowerCase() !== "svg";
    at = at.parentElement
  )
    for (const [, kind, inside] of [
      ...(at.getAttribute("transform") ?? "").matchAll(/(\w+)\(([^)]*)\)/g),
    ].toReversed()) {
      const [a = 0, b = 0] = inside!.split(/[ ,]+/).map(Number);
      if (kind === "translate") moves.push(([x, y]) => [x + a, y + b]);
      else if (kind === "scale") moves.push(([x, y]) => [x * a, y * a]);
      else if (kind === "rotate") {
        const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
        moves.push(([x, y]) => [c * x - s * y, s * x + c * y]);
      }
    }
  return (p) => moves.reduce((q, move) => move(q), p);
}

/** The polygons of a path; of a bend, its ends and its control points, of an arc its ends and the two sides of its circle. */
export function polygons(d: string): Point[][] {
  const out: Point[][] = [];
  let [x, y] = [0, 0];
  const to = (px: number, py: number) => {
    [x, y] = [px, py];
    out.at(-1)!.push([x, y]);
  };
  for (const [, letter, rest] of d.matchAll(/([MLHVCQSTAZ])([^MLHVCQSTAZ]*)/gi)) {
    const n = (rest!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const own = letter !== letter!.toUpperCase();
    const [ox, oy] = own ? [x, y] : [0, 0];
    switch (letter!.toUpperCase()) {
      case "M":
        out.push([]);
        for (let i = 0; i < n.length; i += 2) to((own ? x : 0) + n[i]!, (own ? y : 0) + n[i + 1]!);
        break;
      case "H":
        to(ox + n[0]!, y);
        break;
      case "V":
        to(x, oy + n[0]!);
        break;
      case "A": {
        const r = n[0]!;
        out.at(-1)!.push([x + Math.sign(n[5]!) * r, y - r], [x + Math.sign(n[5]!) * r, y + r]);
        to(ox + n[5]!, oy + n[6]!);
        break;
      }
      case "Z":
        if (out.at(-1)?.length) out.at(-1)!.push(out.at(-1)![0]!);
        break;
      default: {
        const [sx, sy] = own ? [x, y] : [0, 0];
        for (let i = 0; i < n.length; i += 2)
          if (letter === "l") to(x + n[i]!, y + n[i + 1]!);
          else to(sx + n[i]!, sy + n[i + 1]!);
      }
    }
  }
  return out;
}

export function extent(points: readonly Point[]): Area {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, right, top, bottom };
}

/** How many straight pieces stand for a bend. */
const PIECES = 8;
const pieces = Array.from({ length: PIECES }, (_, k) => (k + 1) / PIECES);
const LENGTH: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7 };

/** The lines of a path, its bends and arcs as short straight pieces. */
export function flat(d: string): Point[][] {
  const out: Point[][] = [];
  let [x, y] = [0, 0];
  const to = ([px, py]: Point) => {
    [x, y] = [px, py];
    out.at(-1)!.push([x, y]);
  };
  for (const [, letter, rest] of d.matchAll(/([MLHVCQAZ])([^MLHVCQAZ]*)/gi)) {
    const kind = letter!.toUpperCase();
    if (kind === "Z" && out.at(-1)?.length) to(out.at(-1)![0]!);
    const n = (rest!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const size = LENGTH[kind] ?? 1;
    for (let i = 0; i < n.length; i += size) {
      const [ox, oy] = letter === kind ? [0, 0] : [x, y];
      const v = n.slice(i, i + size);
      const end: Point = [ox + v.at(-2)!, oy + v.at(-1)!];
      if (kind === "M" && i === 0) out.push([]);
      if (kind === "H") to([ox + v[0]!, y]);
      else if (kind === "V") to([x, oy + v[0]!]);
      else if (kind === "C")
        bend([x, y], [ox + v[0]!, oy + v[1]!], [ox + v[2]!, oy + v[3]!], end).forEach(to);
      else if (kind === "Q") {
        // A bend with one control point is one with two, each two thirds of the way to it.
        const near = ([px, py]: Point): Point => [
          (px + 2 * (ox + v[0]!)) / 3,
          (py + 2 * (oy + v[1]!)) / 3,
        ];
        bend([x, y], near([x, y]), near(end), end).forEach(to);
      } else if (kind === "A") arc([x, y], v, end).forEach(to);
      else to(end);
    }
  }
  return out;
}

const bend = (a: Point, b: Point, c: Point, d: Point): Point[] =>
  pieces.map((s) => {
    const r = 1 - s;
    const at = (k: 0 | 1) =>
      r ** 3 * a[k] + 3 * r * r * s * b[k] + 3 * r * s * s * c[k] + s ** 3 * d[k];
    return [at(0), at(1)];
  });

/** An arc of a circle or of an upright ellipse. */
function arc(a: Point, [rx = 1, ry = 1, , large, sweep]: readonly number[], b: Point): Point[] {
  // On the unit circle: half the way between the ends, and the middle of the circle square to it.
  const [hx, hy] = [(a[0] - b[0]) / rx / 2, (a[1] - b[1]) / ry / 2];
  const half = Math.hypot(hx, hy);
  if (half === 0) return [b];
  const away = Math.sqrt(Math.max(0, 1 - half ** 2)) / half;
  const side = large === sweep ? -1 : 1;
  const [cx, cy] = [hy * away * side, -hx * away * side];
  const from = Math.atan2(hy - cy, hx - cx);
  const whole = 2 * Math.PI;
  const turn = (((Math.atan2(-hy - cy, -hx - cx) - from) % whole) + whole) % whole;
  const angle = sweep ? turn : turn - whole;
  const scale = Math.max(1, half);
  const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return pieces.map((s) => {
    const t = from + s * angle;
    return [mx + rx * scale * (cx + Math.cos(t)), my + ry * scale * (cy + Math.sin(t))];
  });
}
