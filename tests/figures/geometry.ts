interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
type Point = readonly [x: number, y: number];
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
