import { snug } from "../../draw/axis.ts";
import { reach, write, type Pen } from "../../draw/picture.ts";
import { format, grouped } from "../../kit/format.ts";
import { keeping } from "../../kit/keeping.ts";
import { partsOf } from "./bins.ts";
import { lengthOf, natsOf, shownOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { windowOf, type Setting } from "./params.ts";
import { passage } from "./passage.ts";
import type { Phrase } from "./phrases.ts";
import { row } from "./rows.ts";

/** The stretch of the text that the middle row shows: the one of its length that holds the playhead. */
export function stretchOf(v: Setting, t: number, length: number): [from: number, to: number] {
  const size = Math.min(windowOf(v), length);
  const from = Math.min(Math.floor(t / size) * size, length - size);
  return [from, from + size];
}

/** The whole text, a stretch of it and the passage at the playhead, with how much each character surprised. */
export function surpriseView(pen: Pen, at: Layout, say: (word: Phrase) => string) {
  const whole = row(pen.append("g"), at.overview);
  const near = row(pen.append("g"), at.middle);
  const text = passage(pen.append("g"), at);
  const title = write(pen, at.passage.left, at.passage.top - 12, "start", "", "tick strong");
  const scale = write(pen, at.passage.right, at.passage.top - 12, "end");
  const zoomed = keeping(partsOf);
  const top = keeping((nats: ArrayLike<number>, from: number, to: number) =>
    snug(reach(1, Array.prototype.slice.call(nats, from, to) as number[])),
  );
  const draw = (r: Run, v: Setting, t: number) => {
    const course = shownOf(r);
    const length = lengthOf(r, v);
    const [from, to] = stretchOf(v, t, length);
    const nats = natsOf(r, v);
    const mean = course?.mean ?? NaN;
    const parts = course?.parts ?? [];
    whole({
      title: say("overall"),
      parts,
      from: 0,
      to: length,
      mean,
      t,
      stretch: [from, to],
    });
    near({
      title: `${say("stretch")} ${grouped(from)} … ${grouped(to)}`,
      parts: zoomed(nats, from, to),
      from,
      to,
      mean,
      t,
    });
    const most = top(nats, from, to);
    title.text(say("passage"));
    scale.text(course ? say("fullBar").replace("#most", format(most, 2)) : say("notYet"));
    text.draw(r, v, t, length - 1, { of: (k) => nats[k] ?? NaN, low: 0, high: most });
  };
  return { draw, near: text.near };
}
