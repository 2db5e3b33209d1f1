type Point = readonly [number, number];

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly r: number;
  readonly nodes: Readonly<Record<"u" | "B" | "sum" | "h" | "A" | "C" | "y" | "D", Point>>;
}

export const wide: Layout = {
  width: 680,
  height: 186,
  r: 27,
  nodes: {
    u: [44, 104],
    B: [148, 104],
    sum: [262, 104],
    h: [402, 104],
    A: [332, 26],
    C: [514, 104],
    y: [632, 104],
    D: [338, 166],
  },
};

export const compact: Layout = {
  width: 360,
  height: 158,
  r: 24,
  nodes: {
    u: [24, 90],
    B: [80, 90],
    sum: [132, 90],
    h: [208, 90],
    A: [170, 22],
    C: [270, 90],
    y: [334, 90],
    D: [180, 144],
  },
};

/** One cubic from p to q; its control points stand `bend` away along the given directions. */
export interface Wire {
  readonly path: string;
  at(s: number): Point;
}

function cubic(p: Point, a: Point, b: Point, q: Point): Wire {
  return {
    path: `M${p}C${a} ${b} ${q}`,
    at: (s) => {
      const r = 1 - s;
      const mix = (k: 0 | 1) =>
        r ** 3 * p[k] + 3 * r * r * s * a[k] + 3 * r * s * s * b[k] + s ** 3 * q[k];
      return [mix(0), mix(1)];
    },
  };
}

const straight = (p: Point, q: Point) => {
  const third = (k: number): Point => [
    p[0] + ((q[0] - p[0]) * k) / 3,
    p[1] + ((q[1] - p[1]) * k) / 3,
  ];
  return cubic(p, third(1), third(2), q);
};

export type WireId = "uB" | "Bsum" | "sumh" | "hA" | "Asum" | "hC" | "Cy" | "uD" | "Dy";

/** The wires of a layout; each ends a little before its target so that the arrow head touches the outline. */
export function wires({ nodes: n, r }: Layout): Readonly<Record<WireId, Wire>> {
  const box = r - 4;
  const small = r - 8;
  const right = (p: Point, by: number): Point => [p[0] + by, p[1]];
  const over = (p: Point, by: number): Point => [p[0], p[1] - by];
  return {
    uB: straight(right(n.u, r), right(n.B, -box - 3)),
    Bsum: straight(right(n.B, box), right(n.sum, -small - 3)),
    sumh: straight(right(n.sum, small), right(n.h, -r - 3)),
    hC: straight(right(n.h, r), right(n.C, -box - 3)),
    Cy: straight(right(n.C, box), right(n.y, -r - 3)),
    hA: cubic(over(n.h, r), [n.h[0], n.A[1] + 14], [n.h[0] - 14, n.A[1]], right(n.A, box + 3)),
    Asum: cubic(
      right(n.A, -box),
      [n.sum[0] + 14, n.A[1]],
      [n.sum[0], n.A[1] + 14],
      over(n.sum, small + 3),
    ),
    uD: cubic(
      [n.u[0], n.u[1] + r],
      [n.u[0] + 6, n.D[1]],
      [n.u[0] + 50, n.D[1]],
      right(n.D, -box - 3),
    ),
    Dy: cubic(
      right(n.D, box),
      [n.y[0] - 50, n.D[1]],
      [n.y[0] - 6, n.D[1]],
      [n.y[0], n.y[1] + r + 3],
    ),
  };
}
