import { knob } from "../../draw/scrub.ts";
import { graspable, tellValue, type Hand } from "../../draw/hand.ts";
import { type Anchor, letter, type Pen, type Root, stroke, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { Rows } from "../../kit/params/matrix.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { mover } from "./reshape.ts";

export interface Square {
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

interface Words {
  readonly label: string;
  readonly stable: string;
}

interface Shown {
  readonly run: Run;
  readonly A: Rows;
  /** Which eigenvalue each handle holds. */
  readonly order: readonly number[];
}

/** Where a handle is: its eigenvalue, the other one where both are real, and the scale of the plane. */
interface Here {
  readonly value: readonly [number, number];
  readonly other: number | undefined;
  readonly unit: number;
  readonly most: number;
}

/** Half the width of the plane shown: the unit circle with room, or more where an eigenvalue is far out. */
const extent = ({ re, im }: Run) => {
  const far = Math.max(...[...re, ...im].map(Math.abs));
  return far <= 1.32 ? 1.4 : far <= 2.8 ? 3 : 9;
};

/** Nearer to the real axis than this (in units), a dragged pair falls onto it. */
const SNAP = 0.04;
const POWERS = 64;

/** The complex plane: unit circle, eigenvalues to take hold of, and the powers of the first one as a faint trail. */
export function plane(
  mute: Pen,
  svg: Root,
  square: Square,
  words: Words,
  set: (A: Rows) => void,
): (run: Run, values: Setting, ghost: Run | undefined) => void {
  const drawStill = still(mute.append("g").attr("data-symbol", "lambda"), square, words.stable);
  let shown: Shown | undefined;
  let held: number | undefined; // the extent while a handle is held: the plane must not move under the hand
  const unit = () => square.size / 2 / (held ?? extent(shown!.run));
  const cx = square.left + square.size / 2;
  const cy = square.top + square.size / 2;
  const most = () => Math.min(4, (0.96 * square.size) / 2 / unit());
  const grips = [0, 1].map((k) => {
    const grip = handle(svg, k);
    const move = mover(() => shown!.A, set);
    graspable(
      grip,
      hand(k, words.label, move, () => {
        const { run, order } = shown!;
        const [i, other] = [order[k]!, order[1 - k]!];
        return {
          value: [run.re[i]!, run.im[i]!],
          other: run.im[i] === 0 ? run.re[other] : undefined,
          unit: unit(),
          most: most(),
        };
      }),
    );
    grip.on("pointerdown.range", () => (held = extent(shown!.run)));
    grip.on("pointerup.range pointercancel.range", () => (held = undefined));
    return grip;
  });
  return (run, { A }, ghost) => {
    shown = { run, A, order: follow(run, shown) };
    const k = unit();
    drawStill(run, ghost, k);
    const apart = Math.abs(run.re[0]! - run.re[1]!) * k;
    grips.forEach((grip, h) => {
      const i = shown!.order[h]!;
      const [re, im] = [run.re[i]!, run.im[i]!];
      const below = im < 0 || (im === 0 && i === 1 && apart < 26);
      grip.attr("transform", `translate(${cx + re * k},${cy - im * k})`);
      grip.select(".letter").attr("y", below ? 25 : -14);
      const spoken = `${fixed(re)} ${im < 0 ? "−" : "+"} ${fixed(Math.abs(im))}i`;
      tellValue(grip, spoken, re, -4, 4);
    });
  };
}

/** One handle, moved by pointer and by key; the pointer keeps its distance from the centre it took hold of. */
function hand(
  k: number,
  label: string,
  { begin, place }: ReturnType<typeof mover>,
  here: () => Here,
): Hand {
  let grabbed: readonly [number, number] = [0, 0];
  return {
    label: `${label} (${k + 1})`,
    free: true,
    move: (px, py, first) => {
      const { value, other, unit, most } = here();
      if (first) {
        begin(other);
        grabbed = [px - unit * value[0], py + unit * value[1]];
        return;
      }
      const clamp = (x: number) => Math.max(-most, Math.min(most, x));
      place(clamp((px - grabbed[0]) / unit), clamp((grabbed[1] - py) / unit), SNAP);
    },
    nudge: (dx, dy) => {
      const { value, other } = here();
      begin(other);
      place(value[0] + dx * 0.01, value[1] + dy * 0.01, 0.005);
    },
  };
}

/** Which eigenvalue each handle holds: the nearest to where it was, so that two crossing do not swap hands. */
function follow({ re, im }: Run, before: Shown | undefined): readonly number[] {
  if (!before) return [0, 1];
  const way = (order: readonly number[]) =>
    order.reduce((sum, i, h) => {
      const b = before.order[h]!;
      return sum + Math.hypot(re[i]! - before.run.re[b]!, im[i]! - before.run.im[b]!);
    }, 0);
  return way([1, 0]) < way([0, 1]) ? [1, 0] : [0, 1];
}

function handle(svg: Root, k: number) {
  const grip = knob(svg, "lambda", 8, 18);
  letter(grip as Pen, "lambda", 0, -14, String(k + 1))
    .attr("text-anchor", "middle")
    .classed("halo", true);
  return grip;
}

/** What one does not take hold of: axes, unit circle, powers of the first eigenvalue, the pinned eigenvalues. */
function still(g: Pen, { left, top, size }: Square, stable: string) {
  const cx = left + size / 2;
  const cy = top + size / 2;
  const disc = g.append("circle").attr("class", "stable").attr("cx", cx).attr("cy", cy);
  stroke(g, "axis").attr("d", `M${left} ${cy}h${size}M${cx} ${top}v${size}`);
  const word = (x: number, y: number, anchor: Anchor, text: string) =>
    write(g, x, y, anchor, text, "tick halo");
  word(left + size, cy + 17, "end", "Re");
  word(cx + 6, top + 11, "start", "Im");
  const trail = stroke(g, "dots later");
  const circle = word(cx, 0, "middle", "|λ| = 1");
  const name = word(cx, 0, "middle", stable);
  const ghosts = [0, 1].map(() => g.append("circle").attr("class", "handle ghost").attr("r", 7));
  return (run: Run, ghost: Run | undefined, k: number) => {
    disc.attr("r", k);
    circle.attr("y", cy + k + 17);
    name.attr("y", cy + k * 0.64).attr("display", k > 50 ? null : "none");
    trail.attr("d", powers(run.re[0]!, run.im[0]!, k, cx, cy, size / 2));
    ghosts.forEach((c, i) =>
      c
        .attr("display", ghost ? null : "none")
        .attr("cx", cx + (ghost?.re[i] ?? 0) * k)
        .attr("cy", cy - (ghost?.im[i] ?? 0) * k),
    );
  };
}

/** Dots at λ, λ², λ³ … as long as they stay in the square. */
function powers(re: number, im: number, unit: number, cx: number, cy: number, half: number) {
  let d = "";
  for (let k = 0, a = 1, b = 0; k < POWERS; k++) {
    [a, b] = [a * re - b * im, a * im + b * re];
    if (Math.max(Math.abs(a), Math.abs(b)) * unit > half) break;
    d += `M${(cx + a * unit).toFixed(1)} ${(cy - b * unit).toFixed(1)}h0`;
  }
  return d;
}
