import { box, grown } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { type Pen, stroke } from "../../draw/picture.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { curveOf, recordedCurve, type Point, type Scales } from "./scales.ts";
import { shownOf, type Run } from "./compute.ts";
import { lineThrough, marksAt } from "./marks.ts";
import { methods, onCard, type Method } from "./methods.ts";
import { focusOf } from "./readouts.ts";

const placed = (points: readonly Point[], s: Scales) =>
  points.map(([L, value]) => [s.x(L), s.y(value)] as const);

/** The curves of all methods, the one in focus above the others; recorded ones and a pinned one behind. */
export function curves(pen: Pen, { left, right, top, bottom }: Layout, off: string) {
  const frame = box({ left, right, top, bottom });
  const inside = clipped(pen, grown(frame, 6, 6), `scan-gpu-${left}-${top}`);
  const beyond = offScale(pen, off);
  const ghost = stroke(inside, "mode ghost");
  const parts = methods.map((method) => {
    const look = `scan-curve ${method in onCard ? "card" : "cpu"}`;
    const [g, below] = [inside, pen].map((at) => at.append("g").attr("class", look)) as [Pen, Pen];
    return {
      method,
      both: [g, below],
      recorded: stroke(g, "recorded"),
      line: stroke(g, "through"),
      marks: stroke(g, "marks"),
      errors: stroke(below, "marks"),
      recordedErrors: stroke(below, "recorded"),
    };
  });
  return (r: Run, v: Setting, s: Scales, pinned: readonly Point[]) => {
    ghost.attr("d", lineThrough(placed(pinned, s)));
    const shown = shownOf(v);
    const focus = focusOf(r, v);
    let gone = "";
    for (const { method, both, recorded, line, marks, errors, recordedErrors } of parts) {
      const visible = shown.includes(method);
      for (const g of both)
        g.attr("display", visible ? null : "none").classed("mine", method === focus);
      if (!visible) continue;
      const places = placed(curveOf(r, v, method), s);
      recorded.attr("d", lineThrough(placed(recordedCurve(v, method), s)));
      const once = recordedCurve(v, method, (m) => m.error);
      recordedErrors.attr("d", lineThrough(once.map(([L, error]) => [s.x(L), s.error(error)])));
      line.attr("d", lineThrough(places));
      const at = (k: number) => places[k]!;
      gone += cut(
        frame,
        (k) => at(k)[0],
        (k) => at(k)[1],
        0,
        places.length - 1,
      ).off;
      marks.attr("d", marksAt(method, places));
      const off = v.plot === "time" ? (r.measured ?? []) : [];
      const wrong = off.filter((m) => m.method === method && m.L <= 2 ** v.most);
      errors.attr(
        "d",
        marksAt(
          method,
          wrong.map((m) => [s.x(m.L), s.error(m.error)]),
        ),
      );
    }
    beyond(gone, { x: right - 10, y: top + 14 });
  };
}

/** The end of a method's curve, for its name to stand by: the measured one, else the recorded one. */
export function endOf(r: Run, v: Setting, method: Method): Point | undefined {
  return curveOf(r, v, method).at(-1) ?? recordedCurve(v, method).at(-1);
}
