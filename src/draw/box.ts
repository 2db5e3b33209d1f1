/** A panel in the picture's units: its edges, its size, its middle across and down. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  readonly cx: number;
  readonly cy: number;
}

/** As much of a box as an element of SVG takes. */
export type Area = Pick<Box, "left" | "top" | "width" | "height">;

export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right?: number;
  readonly width?: number;
  readonly bottom?: number;
  readonly height?: number;
}

/** A box from two edges of each direction, or an edge and a size. */
export function box({ left, top, ...o }: Edges): Box {
  const [right, bottom] = [o.right ?? left + o.width!, o.bottom ?? top + o.height!];
  const [width, height] = [right - left, bottom - top];
  return { left, right, top, bottom, width, height, cx: left + width / 2, cy: top + height / 2 };
}

/** The same box with more room at the sides and, where given, above and below. */
export function grown(edges: Edges, aside: number, above = 0): Box {
  const { left, right, top, bottom } = box(edges);
  return box({
    left: left - aside,
    right: right + aside,
    top: top - above,
    bottom: bottom + above,
  });
}
