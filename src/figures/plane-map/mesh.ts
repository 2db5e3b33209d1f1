import { type Pen, stroke } from "../../draw/picture.ts";
import type { RuleName } from "../../numerics/discretize.ts";
import { LEFT, mapped, RIGHT, TOP, type Complex } from "./compute.ts";
import type { Setting } from "./params.ts";
import { toPixels, type Square } from "./square.ts";

const range = (from: number, to: number, n: number) =>
  Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n);

/** Lines of equal decay and of equal turning, as points of the s-plane. */
const verticals = [-6, -4, -2, -1, 1].map((a) => range(-TOP, TOP, 80).map((w): Complex => [a, w]));
const horizontals = [-6, -4, -2, 2, 4, 6].map((w) =>
  range(LEFT, RIGHT, 40).map((a): Complex => [a, w]),
);
const border = range(-60, 60, 480).map((w): Complex => [0, w]);

/** What a rule does to the plane: the region that fades in steps, left; the image of the fading half, right; a mesh on both. */
export function mesh(pen: Pen, s: Square, z: Square, stable: string) {
  const [ps, pz] = [toPixels(s), toPixels(z)];
  const [left, right] = [layer(pen, "s", s), layer(pen, "z", z)];
  const region = stroke(left, "stable").attr("fill-rule", "evenodd");
  const strip = stroke(left, "cursor");
  const image = stroke(right, "region").attr("fill-rule", "evenodd");
  right
    .append("circle")
    .attr("class", "circle")
    .attr("cx", pz.x(0))
    .attr("cy", pz.y(0))
    .attr("r", pz.k);
  const lines = (layer: Pen) => ({
    mesh: stroke(layer, "field"),
    edge: stroke(layer, "edge"),
  });
  const [onS, onZ] = [lines(left), lines(right)];
  const word = left
    .append("text")
    .attr("class", "tick halo")
    .attr("text-anchor", "middle")
    .text(stable);
  onS.mesh.attr("d", [...verticals, ...horizontals].map((l) => trace(l, ps)).join(""));
  onS.edge.attr("d", trace(border, ps));
  return ({ rule, dt }: Setting, secret: boolean) => {
    for (const lines of [onZ.mesh, onZ.edge, image]) lines.attr("display", secret ? "none" : null);
    const through = (points: readonly Complex[]) =>
      trace(
        points.map((p) => mapped(rule, p, dt)),
        pz,
      );
    onZ.mesh.attr("d", [...verticals, ...horizontals].map((l) => through(l)).join(""));
    onZ.edge.attr("d", through(border));
    region.attr("d", fading(rule, dt, s));
    image.attr("d", half(rule, z));
    const edge = Math.PI / dt;
    strip.attr(
      "d",
      rule === "zoh"
        ? [1, -1].map((sign) => `M${s.left} ${ps.y(sign * edge)}h${s.size}`).join("")
        : "",
    );
    // Where there is room for the word inside the region.
    const at: Complex = rule === "euler" ? [-1 / dt, 0] : [-4, 0];
    word
      .attr("x", Math.max(s.left + 22, ps.x(at[0])))
      .attr("y", rule === "euler" ? ps.y(0.5 / dt) : ps.y(-6.6));
  };
}

/** The region of s whose image lies in the unit circle. */
function fading(rule: RuleName, dt: number, s: Square): string {
  const { x, y, k } = toPixels(s);
  const { left, top, size } = s;
  const r = k / dt;
  if (rule === "euler") return disc(x(-1 / dt), y(0), r);
  const whole = `M${left} ${top}h${size}v${size}h${-size}z`;
  if (rule === "backward") return whole + disc(x(1 / dt), y(0), r);
  return `M${left} ${top}H${x(0)}V${top + size}H${left}z`;
}

/** The image of the left half-plane. */
function half(rule: RuleName, z: Square): string {
  const { x, y, k } = toPixels(z);
  const { left, top, size } = z;
  if (rule === "euler") return `M${left} ${top}H${x(1)}V${top + size}H${left}z`;
  return rule === "backward" ? disc(x(0.5), y(0), k / 2) : disc(x(0), y(0), k);
}

const disc = (cx: number, cy: number, r: number) =>
  `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** A layer cut to its square; the names belong to this figure alone. */
function layer(pen: Pen, name: string, { left, top, size }: Square): Pen {
  pen
    .append("clipPath")
    .attr("id", `plane-map-${name}`)
    .append("rect")
    .attr("x", left)
    .attr("y", top)
    .attr("width", size)
    .attr("height", size)
    .attr("rx", 6);
  return pen.append("g").attr("clip-path", `url(#plane-map-${name})`);
}

function trace(points: readonly Complex[], at: ReturnType<typeof toPixels>): string {
  let d = "";
  for (const [a, w] of points)
    if (Math.abs(a) < 1e3 && Math.abs(w) < 1e3)
      d += `${d ? "L" : "M"}${at.x(a).toFixed(1)} ${at.y(w).toFixed(1)}`;
  return d;
}
