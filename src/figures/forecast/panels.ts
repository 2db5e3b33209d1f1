import type { Box } from "../../draw/box.ts";
import { framed } from "../../draw/framed.ts";
import { type Anchor, linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { broken } from "../../draw/broken.ts";
import { COVERAGES, expected } from "../../models/backtest/score.ts";
import { scoreOf } from "./score.ts";

interface Words {
  readonly errors: string;
  readonly cover: string;
  readonly ahead: string;
  readonly off: string;
}

const steps = (box: Box, h: number) => linear(0.5, h + 0.5, box.left, box.right);

function frame(pen: Pen, box: Box, title: string, ahead: string) {
  const text = (x: number, y: number, anchor: Anchor, words = "") =>
    write(pen, x, y, anchor, words);
  stroke(pen, "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  text(box.left, box.top - 8, "start", title);
  const first = text(0, box.bottom + 16, "middle", "1");
  const last = text(0, box.bottom + 16, "middle");
  text(box.cx, box.bottom + 16, "middle", ahead);
  return {
    text,
    ends: (h: number) => {
      const x = steps(box, h);
      first.attr("x", x(1).toFixed(1));
      last.attr("x", x(h).toFixed(1)).text(h > 1 ? String(h) : "");
    },
  };
}

/** The back-test: errors by horizon beside the naive forecast's. */
export function errors(pen: Pen, box: Box, words: Words) {
  const { text, ends } = frame(pen, box, words.errors, words.ahead);
  const top = text(box.left - 6, box.top + 10, "end");
  const { inside, beyond } = framed(pen, box, "forecast-errors", words.off);
  const g = inside.append("g").attr("data-symbol", "hhat");
  const model = stroke(g, "line");
  const dots = stroke(g, "dots");
  const naive = stroke(inside, "naive"); // in front: seen where the two are one
  return ({ result: r, values: v, held }: Moment<Setting, Run>) => {
    const score = scoreOf(r, v);
    const x = steps(box, v.h);
    const scale = held ? scoreOf(held.result, held.values) : score;
    const most = 1.08 * reach(1e-9, scale.naive, scale.model);
    const y = linear(0, most, box.bottom, box.top);
    ends(v.h);
    top.text(r.status === "fine" ? format(most, 2) : "");
    naive.attr(
      "d",
      broken(score.naive, (k) => x(k + 1), y),
    );
    model.attr(
      "d",
      broken(score.model, (k) => x(k + 1), y),
    );
    beyond([score.naive, score.model], (k) => x(k + 1), y);
    const one = score.model[0]!;
    dots.attr("d", Number.isFinite(one) ? `M${x(1).toFixed(1)} ${y(one).toFixed(1)}h0` : "");
  };
}

/** The back-test: the share of values that came true within each band, and what chance allows one step ahead. */
export function cover(pen: Pen, box: Box, words: Words) {
  const { text, ends } = frame(pen, box, words.cover, words.ahead);
  const { inside, beyond } = framed(pen, box, "forecast-cover", words.off, {
    x: box.right,
    y: box.bottom - 6,
  });
  const g = inside.append("g").attr("data-symbol", "hhat");
  const lines = COVERAGES.map((p, i) => {
    const word = text(box.left - 6, 0, "end", `${100 * p} %`);
    const promised = stroke(g, "axis promised");
    const way = stroke(g, "mode");
    const chance = stroke(g, "chance");
    const dots = stroke(g, i === 0 ? "dots fine" : "dots");
    return { p, word, promised, way, chance, dots };
  });
  return ({ result: r, values: v, held }: Moment<Setting, Run>) => {
    const { within, trials } = scoreOf(r, v);
    const x = steps(box, v.h);
    ends(v.h);
    const scale = held ? scoreOf(held.result, held.values).within : within;
    const seen = [...scale[0], ...scale[1]].filter(Number.isFinite);
    const y = linear(Math.max(0, Math.min(0.6, ...seen) - 0.04), 1, box.bottom, box.top);
    beyond(within, (k) => x(k + 1), y);
    lines.forEach(({ p, word, promised, way, chance, dots }, i) => {
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
