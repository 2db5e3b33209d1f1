import { below, rung, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { framed } from "../../draw/framed.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, p, reach, spot, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { GRID, merges, REACH, type Stretch, type Tree } from "./merge.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { TOKENS } from "./row.ts";
import { pairAt, stretchAt } from "./told.ts";

type Say = (word: Phrase) => string;

/** Two steps in turn as one curve, the nearest single step beside it; and the tree that pairs would be merged in. */
export function mergeView(pen: Pen, layout: Layout, say: Say): (now: Moment<Setting, Run>) => void {
  const drawCurve = plot(pen, layout, say);
  const drawTree = tree(pen, layout);
  const place = {
    left: layout.narrow ? 2 : 52,
    right: layout.width,
    size: layout.narrow ? 13.5 : 12,
  };
  key(pen, { ...place, y: layout.key }, [
    { look: "line", symbol: "h", word: say("inTurn") },
    { look: "seed-single", word: say("nearest") },
    { look: "off", word: say("apart") },
  ]);
  key(pen, { ...place, y: layout.signs }, [
    { look: "seed-node", word: say("one"), as: ROUND },
    { look: "seed-node wrong", word: say("none"), as: CROSS },
    { look: "seed-node later", word: say("notReached"), as: ROUND },
    { look: "seed-chosen", word: say("shownPair"), as: RING },
  ]);
  return (now) => {
    const s = stretchAt(now.result, now.t);
    if (!s || !now.result.tree) return;
    const { held } = now;
    drawCurve(s, held && stretchAt(held.result, now.t));
    drawTree(now.result.tree, pairAt(now.t), now.withheld?.has("picture") === true);
  };
}

function plot(pen: Pen, { curve: at }: Layout, say: Say) {
  const x = linear(-REACH, REACH, at.left, at.right);
  stroke(pen, "axis").attr("d", `M${p(x(0))} ${at.top}V${at.bottom}`);
  const [high, low] = [rung(pen, at, at.top, ""), rung(pen, at, at.bottom, "")];
  ticks(pen)(
    [-REACH, 0, REACH].map((h) =>
      below(at, x(h), scaleEnd(h), h < 0 ? "start" : h > 0 ? "end" : "middle"),
    ),
  );
  write(pen, at.left, at.top - 9, "start", say("stateAfter"), "tick strong");
  write(pen, at.cx + 24, at.bottom + 16, "start", say("stateBefore"));
  const { inside, beyond } = framed(pen, at, "seed-merge", say("off"));
  const both = stroke(inside, "line", "h");
  const single = stroke(inside, "seed-single");
  const gap = stroke(inside, "off");
  const ends = [spot(inside, "h"), spot(inside)];
  return (s: Stretch, held: Stretch = s) => {
    const most = snug(reach(0.1, held.inTurn, held.nearest));
    const least = Math.min(...held.inTurn, ...held.nearest) < 0 ? -most : 0;
    const y = linear(least, most, at.bottom, at.top);
    high.text(scaleEnd(most));
    low.text(scaleEnd(least));
    both.attr(
      "d",
      curve(s.inTurn, (k) => x(GRID[k]!), y),
    );
    single.attr(
      "d",
      curve(s.nearest, (k) => x(GRID[k]!), y),
    );
    beyond([s.inTurn, s.nearest], (k) => x(GRID[k]!), y);
    const [px, a, b] = [x(GRID[s.worst]!), y(s.inTurn[s.worst]!), y(s.nearest[s.worst]!)];
    gap.attr("d", merges(s) ? "" : `M${p(px)} ${p(a)}V${p(b)}`);
    ends.forEach((ring, k) =>
      ring
        .attr("cx", p(px))
        .attr("cy", p([a, b][k]!))
        .attr("display", merges(s) ? "none" : null),
    );
  };
}

const ROUND = "M3 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0";
const RING = "M2 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0";
const CROSS = "M4 -5l10 10m0 -10l-10 10";

/** Leaves below, a node for each pair above two; the first level with a refused pair is the last. */
function tree(pen: Pen, { tree: at, narrow }: Layout) {
  const levels = Math.log2(TOKENS);
  const x = (k: number) => at.left + ((k + 0.5) * at.width) / TOKENS;
  const y = linear(0, levels, at.bottom, at.top);
  const links = stroke(pen, "seed-link");
  const leaves = stroke(pen, "dots", "u");
  leaves.attr("d", Array.from({ length: TOKENS }, (_, k) => `M${p(x(k))} ${at.bottom}h0`).join(""));
  for (const k of [0, TOKENS - 1]) write(pen, x(k), at.bottom + 17, "middle", k);
  const [later, right, wrong] = [
    stroke(pen, "seed-node later"),
    stroke(pen, "seed-node"),
    stroke(pen, "seed-node wrong"),
  ];
  const ring = stroke(pen, "seed-chosen");
  const number = write(pen, at.cx, narrow ? at.top - 12 : at.top - 22, "middle");
  const node = (level: number, k: number): [number, number] => {
    const size = 2 ** level;
    return [x((k + 0.5) * size - 0.5), y(level)];
  };
  const each = (draw: (level: number, k: number) => string, from = 1) =>
    Array.from({ length: levels }, (_, i) => i + 1)
      .filter((level) => level >= from)
      .flatMap((level) => Array.from({ length: TOKENS / 2 ** level }, (_, k) => draw(level, k)))
      .join("");
  links.attr(
    "d",
    each((level, k) => {
      const [px, py] = node(level, k);
      return [2 * k, 2 * k + 1]
        .map(
          (child) =>
            `M${p(px)} ${p(py)}L${node(level - 1, child)
              .map(p)
              .join(" ")}`,
        )
        .join("");
    }),
  );
  const circle = ([px, py]: [number, number], r = 6) =>
    `M${p(px - r)} ${p(py)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  const cross = ([px, py]: [number, number]) => `M${p(px - 5)} ${p(py - 5)}l10 10m0 -10l-10 10`;
  return (t: Tree, pair: number, secret: boolean) => {
    const [ok, not]: [string[], string[]] = [[], []];
    t.levels.forEach((level, i) =>
      level.forEach((s, k) => {
        if (secret && (i > 0 || k !== pair)) return; // how the others do is still to be guessed
        if (merges(s)) ok.push(circle(node(i + 1, k)));
        else not.push(cross(node(i + 1, k)));
      }),
    );
    const open = (level: number, k: number) =>
      level === 1 && k === pair ? "" : circle(node(level, k));
    right.attr("d", ok.join(""));
    wrong.attr("d", not.join(""));
    later.attr("d", secret ? each(open) : each(open, t.levels.length + 1));
    ring.attr("d", circle(node(1, pair), 10));
    number.text(t.last === undefined || secret ? "" : `h = ${fixed(t.last, 4)}`);
  };
}
