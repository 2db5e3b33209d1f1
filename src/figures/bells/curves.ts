import { under } from "../../draw/area.ts";
import { below, scaleEnd, ticks } from "../../draw/axis.ts";
import { tenth, type Pen, spot, stroke, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import type { Bell } from "../../models/kalman.ts";
import { EDGE, heightOf, isDone, placeAt, productAt, type Run } from "./compute.ts";
import { across, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const POINTS = 120;
/** Deviations after which nothing of a bell is seen. */
const FOOT = 4.5;

type Scale = (value: number) => number;

/** A bell from its foot up to a state, in the frame; `tall` says how high its peak is drawn. */
export function bellPath(bell: Bell, x: Scale, base: number, tall: number, upTo = EDGE): string {
  const deviation = Math.sqrt(bell.variance);
  const from = Math.max(-EDGE, bell.mean - FOOT * deviation);
  const to = Math.min(upTo, bell.mean + FOOT * deviation);
  if (to <= from) return "";
  let d = "";
  for (let i = 0; i <= POINTS; i++) {
    const h = from + ((to - from) * i) / POINTS;
    const height = tall * Math.exp(-0.5 * ((h - bell.mean) / deviation) ** 2);
    d += `${d ? "L" : "M"}${tenth(x(h))} ${tenth(base - height)}`;
  }
  return d;
}

/** How high a density of 1 is drawn, so that the highest of the three bells fits. */
export const riseOf = ({ bells }: Layout, r: Run): number =>
  (bells.height - 6) / heightOf(r.posterior, r.posterior.mean);

/** Both bells and, when all is multiplied, the posterior over them. */
export function bothBells(pen: Pen, layout: Layout) {
  const { bells: box } = layout;
  const x = across(layout);
  stroke(pen, "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  const fill = stroke(pen, "share strong", "hhat");
  const prior = stroke(pen, "line ghost", "hprior");
  const likelihood = stroke(pen, "line thin dashed", "y");
  const posterior = stroke(pen, "line", "hhat");
  const spots = [spot(pen, "hprior"), spot(pen, "y")];
  return ({ result: r, t, withheld }: Moment<Setting, Run>) => {
    const rise = riseOf(layout, r);
    const curve = (bell: Bell) => bellPath(bell, x, box.bottom, rise * heightOf(bell, bell.mean));
    prior.attr("d", curve(r.prior));
    likelihood.attr("d", curve(r.likelihood));
    const done = isDone(t);
    const d = done && !withheld?.has("picture") ? curve(r.posterior) : "";
    posterior.attr("d", d);
    fill.attr("d", under(d, box.bottom));
    const h = placeAt(t);
    [r.prior, r.likelihood].forEach((bell, k) =>
      spots[k]!.attr("display", done ? "none" : null)
        .attr("cx", tenth(x(h)))
        .attr("cy", tenth(box.bottom - rise * heightOf(bell, h))),
    );
  };
}

/** The product up to the present place, on a scale of its own; in the end divided by its area, which changes the scale only. */
export function product(pen: Pen, layout: Layout, { say }: Stage<Setting, Phrase>) {
  const { product: box, bells } = layout;
  const x = across(layout);
  const rise = box.height - 6;
  stroke(pen, "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  ticks(pen)([-6, -4, -2, 0, 2, 4, 6].map((h) => below(box, x(h), scaleEnd(h))));
  const title = write(pen, box.left, box.top - 12, "start", "", "tick axis-title");
  const top = write(pen, box.right, box.top - 12, "end");
  const fill = stroke(pen, "share", "hhat");
  const line = stroke(pen, "line", "hhat");
  const cursor = stroke(pen, "cursor");
  const here = spot(pen, "hhat");
  return ({ result: r, t, withheld }: Moment<Setting, Run>) => {
    const done = isDone(t);
    const hidden = withheld?.has("picture") === true;
    const h = placeAt(t);
    const { posterior } = r;
    const d = hidden ? "" : bellPath(posterior, x, box.bottom, rise, done ? undefined : h);
    line.attr("d", d);
    fill.attr("d", under(d, box.bottom));
    const peak = productAt(r, posterior.mean);
    title.text(say(done && !hidden ? "divided" : "product"));
    const tall = done ? heightOf(posterior, posterior.mean) : peak;
    top.text(hidden ? "" : `${say("peak")} ${format(tall, 2)}`);
    cursor.attr("d", done ? "" : `M${tenth(x(h))} ${bells.top}V${box.bottom}`);
    here
      .attr("display", done || hidden ? "none" : null)
      .attr("cx", tenth(x(h)))
      .attr("cy", tenth(box.bottom - (rise * productAt(r, h)) / peak));
  };
}
