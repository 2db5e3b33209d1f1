import { below, beside, ticks } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { brush, curve, linear, type Pen, spot, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format, grouped } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;
type Draw = (moment: Moment<Setting, Run>) => void;

/** The most squares along and across. */
const MOST = [64, 16] as const;

/** How many workgroups one square stands for, a power of two, so that no more than `most` are drawn. */
const shareOf = (n: number, most: number) => 2 ** Math.max(0, Math.ceil(Math.log2(n / most)));

/** The workgroups of each dispatch as squares: chunks along, channels across. */
export function grids(pen: Pen, { grids: at, type }: Layout, say: Say): Draw {
  const pitch = at.height / 3;
  const squares = brush(pen.append("g").attr("class", "group-squares"));
  const parts = [0, 1, 2].map((k) => ({
    title: write(pen, at.left, at.top + k * pitch + type, "start", "", "tick title"),
    more: write(pen, at.left, at.top + k * pitch + 2.4 * type, "start"),
    blocks: squares(`cell ${k === 1 ? "carry" : "walk"}`),
  }));
  return ({ result: r }) => {
    parts.forEach(({ title, more, blocks }, k) => {
      const c = r.counted[r.counted.length === 1 ? k - 2 : k];
      if (!c) {
        for (const part of [title, more]) part.text("");
        blocks.attr("d", "");
        return;
      }
      // K2's workgroups share out states and channels: they lie along.
      const [across, along] = c.name.startsWith("K2") ? [1, c.groups[0]] : c.groups;
      const share = [shareOf(along, MOST[0]), shareOf(across, MOST[1])] as const;
      const n = [Math.ceil(along / share[0]), Math.ceil(across / share[1])] as const;
      const top = at.top + k * pitch + 3.1 * type;
      const size = Math.min(9, at.width / n[0], (pitch - 3.6 * type) / n[1]);
      let d = "";
      for (let i = 0; i < n[0]; i++)
        for (let j = 0; j < n[1]; j++)
          d += `M${tenth(at.left + i * size)} ${tenth(top + j * size)}h${tenth(0.8 * size)}v${tenth(0.8 * size)}h${tenth(-0.8 * size)}z`;
      blocks.attr("d", d);
      const all = c.groups[0] * c.groups[1];
      title.text(`${c.name.slice(0, 2)}  ${grouped(all)} ${say("groups")} ${c.threads}`);
      const each = share[0] * share[1];
      const moved = format((c.bytes.read + c.bytes.written) / 1e6);
      const shown = each > 1 ? ` · ■ = ${each}` : "";
      more.text(`${grouped(c.steps)} ${say("inRow")} · ${moved} MB${shown}`);
    });
  };
}

/** The chain against the tokens of a chunk, both by ratio: all three, K2 alone, the tree, and where the engine stands. */
export function chainPlot(pen: Pen, layout: Layout, say: Say): Draw {
  const { plot: at, type } = layout;
  write(pen, at.left - 44, at.top - 44, "start", say("chain"), "tick axis-title");
  key(pen, { left: at.left - 44, right: at.right, y: at.top - 24, size: type }, [
    { look: "line", symbol: "h", word: say("allCurve") },
    { look: "line smooth thin", word: say("carryCurve") },
    { look: "wall", word: say("treeLine") },
    { look: "engine-mark", word: say("engineMark"), as: "M9 -7V7" },
  ]);
  const path = brush(pen);
  const frame = path("axis");
  const [numbers, marks] = [ticks(pen), path("engine-mark")];
  const [tree, carry, all] = [path("wall"), path("line smooth thin"), path("line", "h")];
  const now = spot(pen, "h", 6);
  return ({ result: r, held, withheld }) => {
    const v = r.at;
    const axis = held?.result.at.L ?? v.L;
    const x = linear(3, Math.log2(axis), at.left, at.right);
    const top = Math.ceil(Math.log2(2 * axis));
    const y = linear(0, top, at.bottom, at.top + 12);
    const powers = Array.from({ length: Math.floor(top / 3) + 1 }, (_, i) => 3 * i);
    frame.attr("d", powers.map((e) => `M${at.left} ${tenth(y(e))}H${at.right}`).join(""));
    const along = Array.from({ length: Math.floor(Math.log2(axis) / 3) }, (_, i) => 3 * i + 3);
    numbers([
      ...powers.map((e) => beside(at, y(e), grouped(2 ** e))),
      ...along.map((e) => below(at, x(e), grouped(2 ** e))),
    ]);
    const across = (i: number) => x(Math.log2(r.chains[i]!.c));
    const level = (s: number) => y(Math.log2(Math.max(1, s)));
    const steps = (of: "all" | "carry") => r.chains.map((c) => c[of]);
    const told = !withheld?.has("picture");
    all.attr("d", told ? curve(steps("all"), across, level) : "");
    const several = r.chains.filter(({ c }) => c < v.L).length;
    carry.attr("d", told ? curve(steps("carry"), across, level, 0, several - 1) : "");
    tree.attr("d", `M${at.left} ${tenth(level(r.tree))}H${at.right}`);
    marks.attr("d", `M${tenth(x(Math.log2(r.engine)))} ${at.top + 12}V${at.bottom}`);
    const chain = r.counted.reduce((n, c) => n + c.steps, 0);
    now.attr("cx", tenth(x(Math.log2(Math.min(v.chunk, v.L))))).attr("cy", tenth(level(chain)));
  };
}
