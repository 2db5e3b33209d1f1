import type { Box } from "../../draw/box.ts";
import { broken } from "../../draw/broken.ts";
import { framed } from "../../draw/framed.ts";
import { linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { COVERAGES, expected } from "../../models/backtest/score.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { lookOf, symbolOf } from "./plot.ts";
import { models, scoreOf } from "./score.ts";

type Say = (phrase: Phrase) => string;

const across = (box: Box, h: number) => linear(0.5, h + 0.5, box.left, box.right);

function frame(pen: Pen, box: Box, ahead: string) {
  stroke(pen, "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  const title = write(pen, box.left, box.top - 8);
  const first = write(pen, 0, box.bottom + 16, "middle", "1");
  const last = write(pen, 0, box.bottom + 16, "middle");
  write(pen, box.cx, box.bottom + 16, "middle", ahead);
  return {
    title,
    ends: (h: number) => {
      const x = across(box, h);
      first.attr("x", x(1).toFixed(1));
      last.attr("x", x(h).toFixed(1)).text(h > 1 ? String(h) : "");
    },
  };
}

/** The back-test: errors by horizon of the models and of the naive forecast. */
export function errors(pen: Pen, box: Box, say: Say) {
  const { title, ends } = frame(pen, box, say("ahead"));
  title.text(say("errors"));
  const top = write(pen, box.left - 6, box.top + 10, "end");
  const { inside, beyond } = framed(pen, box, "series-errors", say("off"));
  const lines = models.map((model) => stroke(inside, lookOf[model], symbolOf[model]));
  const dots = models.map((model) => stroke(inside, "dots", symbolOf[model]));
  const naive = stroke(inside, "naive"); // in front: seen where it is one with a model
  return ({ result: r, values: v, held }: Moment<Setting, Run>) => {
    const foundBy = (of: Run, set: Setting) => models.map((model) => scoreOf(of, set, model));
    const found = foundBy(r, v);
    const scale = held ? foundBy(held.result, held.values) : found;
    const x = across(box, v.h);
    const most = 1.08 * reach(1e-9, scale[0]!.naive, ...scale.map(({ model }) => model));
    const y = linear(0, most, box.bottom, box.top);
    ends(v.h);
    top.text(r.status === "fine" ? format(most, 2) : "");
    const line = (errors_: Float64Array) => broken(errors_, (k) => x(k + 1), y);
    naive.attr("d", line(found[0]!.naive));
    beyond([found[0]!.naive, ...found.map(({ model }) => model)], (k) => x(k + 1), y);
    found.forEach(({ model }, i) => {
      lines[i]!.attr("d", line(model));
      const one = model[0]!;
      dots[i]!.attr("d", Number.isFinite(one) ? `M${x(1).toFixed(1)} ${y(one).toFixed(1)}h0` : "");
    });
  };
}

/** The back-test: the share of values that came true within each band, and what chance allows one step ahead. */
export function cover(pen: Pen, box: Box, say: Say) {
  const { title, ends } = frame(pen, box, say("ahead"));
  const { inside, beyond } = framed(pen, box, "series-cover", say("off"), {
    x: box.right,
    y: box.bottom - 6,
  });
  const g = inside.append("g");
  const parts = COVERAGES.map((p, i) => ({
    p,
    word: write(pen, box.left - 6, 0, "end", `${100 * p} %`),
    promised: stroke(g, "axis promised"),
    way: stroke(g, "mode"),
    chance: stroke(g, "chance"),
    dots: stroke(g, i === 0 ? "dots fine" : "dots"),
  }));
  return ({ result: r, values: v, held }: Moment<Setting, Run>) => {
    const { within, trials } = scoreOf(r, v, v.band);
    g.attr("data-symbol", symbolOf[v.band]);
    title.text(say(v.band === "s6" ? "coverS6" : "coverIts"));
    const x = across(box, v.h);
    ends(v.h);
    const scale = held ? scoreOf(held.result, held.values, v.band).within : within;
    const seen = [...scale[0], ...scale[1]].filter(Number.isFinite);
    const y = linear(Math.max(0, Math.min(0.6, ...seen) - 0.04), 1, box.bottom, box.top);
    beyond(within, (k) => x(k + 1), y);
    parts.forEach(({ p, word, promised, way, chance, dots }, i) => {
      word.attr("y", (y(p) + 4).toFixed(1));
      promised.attr("d", `M${box.left} ${y(p).toFixed(1)}H${box.right}`);
      way.attr(
        "d",
        broken(within[i]!, (k) => x(k + 1), y),
      );
      const { low, high } = expected(trials[0]!, p);
      const at = (x(1) + (i === 0 ? -3 : 3)).toFixed(1);
      chance.attr("d", low <= high ? `M${at} ${y(low).toFixed(1)}V${y(high).toFixed(1)}` : "");
      let d = "";
      within[i]!.forEach((share, k) => {
        if (Number.isFinite(share)) d += `M${x(k + 1).toFixed(1)} ${y(share).toFixed(1)}h0`;
      });
      dots.attr("d", d);
    });
  };
}
