import { below, rung, ticks } from "../../draw/axis.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { linear, type Pen, type Root, stroke, write } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import { format, raised } from "../../kit/format.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { PAIRS, type Run, seenAt, ways } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Powers of ten at the ends of the axis. */
const LEAST = -3;
const MOST = 2;
const symbolOf = { kalman: "hhat", delta: "hdelta", added: "hadd" } as const;

/** How far each way is from the truth, answer by answer, on a logarithmic axis. */
export function distances(
  pen: Pen,
  svg: Root,
  { off: at }: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  write(pen, at.right, at.top - 10, "end", stage.say("off"), "tick axis-title");
  const x = linear(0, PAIRS, at.left, at.right);
  const y = linear(LEAST, MOST, at.bottom, at.top);
  for (let k: number = LEAST; k <= MOST; k++)
    rung(pen, at, y(k), k === 0 ? 1 : k === 1 ? 10 : `10${raised(String(k))}`);
  ticks(pen)([below(at, x(0), 0), below(at, x(PAIRS), PAIRS, "end")]);
  const curves = ways.map((way) => stroke(pen, `rules-${way}`, symbolOf[way]));
  const beyond = offScale(pen, stage.say("beyond"));
  const cursor = stroke(pen, "cursor");
  const tell = scrub(svg, at, {
    label: stage.say("time"),
    at: (px) => linear(at.left, at.right, 0, PAIRS)(px),
    t: () => now().t,
    seek: stage.seek,
  });
  return ({ result: r, t }: Moment<Setting, Run>) => {
    const n = seenAt(t);
    let off = "";
    ways.forEach((way, k) => {
      const line = cut(at, x, (i) => y(Math.log10(Math.max(r.off[way][i]!, 1e-300))), 0, n);
      curves[k]!.attr("d", line.d);
      off += line.off;
    });
    beyond(off, { x: at.right, y: at.bottom - 6 });
    cursor.attr("d", `M${x(n)} ${at.top}V${at.bottom}`);
    tell(
      n,
      ways
        .map((way) => `${stage.say(way === "kalman" ? "filter" : way)} ${format(r.off[way][n]!)}`)
        .join(", "),
      PAIRS,
    );
  };
}
