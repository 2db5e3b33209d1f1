import { calm, scaleEnd } from "../../draw/axis.ts";
import { box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { brush, spot, tenth, write } from "../../draw/picture.ts";
import { knob } from "../../draw/scrub.ts";
import { fixed } from "../../kit/format.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import { polesAt, radiusOf, restDt, type Run } from "./compute.ts";
import { timeOf } from "./families.ts";
import type { Setting } from "./params.ts";
import { MOST_STATES, polesOf, printPoles, type Pole } from "./poleText.ts";
import { cameFrom, sent } from "./steps.ts";
import { head, measure, squareOf, type Draw, type Panel } from "./panel.ts";

const cross = (x: number, y: number) => `M${tenth(x - 5)} ${tenth(y - 5)}l10 10m-10 0l10 -10`;

/** Half the width of the plane shown: the unit circle with room, or more where an eigenvalue is far out. */
const extent = (z: ComplexVector) => {
  const far = radiusOf(z);
  return far <= 1.32 || !Number.isFinite(far) ? 1.4 : calm(far * 1.05);
};

/** Where the eigenvalues stand after a step: unit circle, powers of the largest one with that of the present step marked. */
export function poles(panel: Panel): Draw {
  const { pen, cell, stage } = panel;
  const { say } = stage;
  const keyOf = head(panel, "poles", [
    { look: "dots later", symbol: "lambda", word: say("powers"), as: "dot" },
  ]);
  const b = squareOf(cell);
  const g = pen.append("g").attr("data-symbol", "lambda");
  const path = brush(g);
  const disc = g.append("circle").attr("class", "stable").attr("cx", b.cx).attr("cy", b.cy);
  path("axis").attr("d", `M${b.left} ${b.cy}h${b.width}M${b.cx} ${b.top}v${b.height}`);
  const trail = path("dots later");
  const now = spot(g, null, 4.5);
  const old = path("line ghost");
  const marks = path("line");
  const edge = write(g, b.right, b.bottom - 2, "end", "", "tick halo");
  const stable = write(g, b.cx, 0, "middle", say("stable"), "tick halo");
  write(g, b.cx + 10, b.top + 11, "start", "Im", "tick halo");
  const grips = handles(panel, b);
  return (m) => {
    const { result: r, values, t, ghost } = m;
    const ref = measure(m);
    const z = polesAt(r, values, t);
    const half = extent(polesAt(ref.result, ref.values, t));
    const k = b.width / 2 / half;
    const place = (re: number, im: number) => [b.cx + re * k, b.cy - im * k] as const;
    const inside = ([x, y]: readonly [number, number]) =>
      x >= b.left - 1 && x <= b.right + 1 && y >= b.top - 1 && y <= b.bottom + 1;
    disc.attr("r", k);
    stable.attr("y", b.cy + k * 0.62).attr("display", k > 44 ? null : "none");
    edge.text(`±${scaleEnd(half)}`);
    const crosses = (of: ComplexVector) =>
      Array.from(of.re, (re, i) => place(re, of.im[i]!))
        .filter(inside)
        .map(([x, y]) => cross(x, y))
        .join("");
    marks.attr("d", crosses(z));
    old.attr("d", ghost ? crosses(polesAt(ghost.result, ghost.values, t)) : "");
    const step = Math.floor(t);
    const powers = powersOf(z, Math.max(64, step));
    const seen = powers.map(([re, im]) => place(re, im));
    trail.attr(
      "d",
      seen
        .slice(0, 64)
        .filter(inside)
        .map(([x, y]) => `M${tenth(x)} ${tenth(y)}h0`)
        .join(""),
    );
    const here = step === 0 ? place(1, 0) : seen[step - 1];
    const shown = here !== undefined && z.re.length > 0 && inside(here);
    now
      .attr("display", shown ? null : "none")
      .attr("cx", here?.[0] ?? b.cx)
      .attr("cy", here?.[1] ?? b.cy);
    keyOf(() => z.re.length > 0);
    grips(m, k);
  };
}

/** The first powers of the largest eigenvalue, until they are beyond Float64. */
function powersOf({ re, im }: ComplexVector, count: number): (readonly [number, number])[] {
  let most = 0;
  re.forEach((x, i) => {
    if (Math.hypot(x, im[i]!) > Math.hypot(re[most]!, im[most]!)) most = i;
  });
  const [a, w] = [re[most] ?? NaN, im[most] ?? NaN];
  const out: (readonly [number, number])[] = [];
  for (let k = 0, x = 1, y = 0; k < count; k++) {
    [x, y] = [x * a - y * w, x * w + y * a];
    if (!Number.isFinite(x) || !Number.isFinite(y)) break;
    out.push([x, y]);
  }
  return out;
}

/** Nearer to the real axis than this, a dragged eigenvalue falls onto it. */
const SNAP = 0.03;

/** Handles on the reader's own eigenvalues, the upper one of each pair: what is dragged is where they stand after a step. */
function handles({ svg, stage, now }: Panel, b: ReturnType<typeof box>) {
  let unit = 1;
  const own = () => polesOf(now().values.poles)!;
  const stepped = ({ re, im }: Pole, v: Setting) =>
    timeOf(v) === "discrete" ? { re, im } : sent({ re, im }, restDt(v), v.rule);
  const put = (k: number, re: number, im: number) => {
    const { values } = now();
    const near = Math.abs(im) < SNAP;
    const z = { re, im: near ? 0 : Math.abs(im) };
    const from = timeOf(values) === "discrete" ? z : cameFrom(z, restDt(values), values.rule);
    if (!from) return;
    const tidy = (x: number) => +Math.max(-1000, Math.min(1000, x)).toPrecision(5) + 0;
    const pole = { re: tidy(from.re), im: Math.abs(tidy(from.im)) };
    const poles = own().map((p, i) => (i === k ? pole : p));
    const states = poles.reduce((n, p) => n + (p.im === 0 ? 1 : 2), 0);
    if (states <= MOST_STATES) stage.set({ poles: printPoles(poles) });
  };
  let grabbed: readonly [number, number] = [0, 0];
  const grips = Array.from({ length: MOST_STATES }, (_, k) => {
    const grip = knob(svg, "lambda", 7, 15);
    const at = () => stepped(own()[k]!, now().values);
    graspable(grip, {
      label: `${stage.say("pole")} (${k + 1})`,
      free: true,
      move: (px, py, first) => {
        const { re, im } = at();
        if (first) grabbed = [px - re * unit, py + im * unit];
        else put(k, (px - grabbed[0]) / unit, (grabbed[1] - py) / unit);
      },
      nudge: (dx, dy) => {
        const { re, im } = at();
        // Off the real axis in one go.
        const rise = im === 0 && dy > 0 ? SNAP : 0;
        put(k, re + dx * 0.01, im + dy * 0.01 + rise);
      },
    });
    return grip;
  });
  return ({ values, result }: { values: Setting; result: Run }, k: number) => {
    unit = k;
    const poles = values.family === "poles" ? own() : [];
    grips.forEach((grip, i) => {
      const pole = poles[i];
      const z = pole && stepped(pole, values);
      const [x, y] = z ? [b.cx + z.re * k, b.cy - z.im * k] : [0, 0];
      const seen =
        z &&
        result.z.re.length > 0 &&
        Math.abs(x - b.cx) <= b.width / 2 + 4 &&
        Math.abs(y - b.cy) <= b.width / 2 + 4;
      grip
        .attr("display", seen ? null : "none")
        .attr("transform", `translate(${tenth(seen ? x : 0)},${tenth(seen ? y : 0)})`);
      if (z && Number.isFinite(z.re))
        tellValue(grip, `${fixed(z.re)} ± ${fixed(Math.abs(z.im))}i`, z.re, -4, 4);
    });
  };
}
