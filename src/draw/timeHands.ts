import type { Signal } from "../kit/signal.ts";
import { box, grown } from "./box.ts";
import { linear, type Root } from "./picture.ts";
import { scrub } from "./scrub.ts";
import { sketch } from "./sketch.ts";
import { bottom, middle, timeScales, type Frame } from "./timeRows.ts";

export interface TimeHands {
  readonly frame: Frame;
  readonly rows: number;
  /** Spoken names of the input's surface, where one draws, and of the others', where one scrubs. */
  readonly drawLabel: string;
  readonly scrubLabel: string;
  /** The input shown now, where it comes from, the playhead, and the input that the axis is kept for. */
  now(): { u: Float64Array; input: Signal; t: number; held?: Float64Array | undefined };
  draw(input: Signal): void;
  seek(t: number): void;
}

/** Surfaces over the rows of `timeRows`: the first row is drawn by hand, the others move the playhead. */
export function timeHands(svg: Root, hands: TimeHands): (spoken: string) => void {
  const { frame: f } = hands;
  const half = f.height / 2 - 3;
  const tellDrawing = sketch(svg, {
    box: f,
    label: hands.drawLabel,
    now: hands.now,
    valueAt: (py) => {
      const { u, held = u } = hands.now();
      const most = timeScales(f, { series: [held] }).most[0]!;
      return Math.max(-most, Math.min(most, ((middle(f, 0) - py) / half) * most));
    },
    draw: hands.draw,
    seek: hands.seek,
  });
  const { left, right } = f;
  const rest = box({ left, right, top: f.top + f.height + f.gap, bottom: bottom(f, hands.rows) });
  const tellTime = scrub(svg, grown(rest, 8), {
    label: hands.scrubLabel,
    at: (px) => linear(left, right, 0, hands.now().u.length - 1)(px),
    t: () => hands.now().t,
    seek: hands.seek,
  });
  return (spoken) => {
    const { u, t } = hands.now();
    const now = Math.floor(t);
    tellDrawing();
    tellTime(now, `t = ${now}, ${spoken}`, u.length - 1);
  };
}
