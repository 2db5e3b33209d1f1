import { calm } from "../../draw/axis.ts";
import { box, type Box } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import {
  letter,
  linear,
  type Pen,
  picture,
  plate,
  reach,
  stems,
  stroke,
  tenth,
  write,
} from "../../draw/picture.ts";
import { numeral, type Piece, symbol, tellPieces } from "../../draw/pieces.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { SymbolId } from "../../notation.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { tokenAt } from "./readouts.ts";

const layouts = {
  wide: { width: 680, left: 74, right: 664, top: 40, pitch: 62, type: 12 },
  compact: { width: 360, left: 64, right: 350, top: 58, pitch: 60, type: 13.5 },
} as const;

type Series = "u" | "a" | "h" | "g" | "da";
const rows: readonly (readonly [Series, SymbolId])[] = [
  ["u", "u"],
  ["a", "at"],
  ["h", "h"],
  ["g", "adj"],
  ["da", "slopea"],
];

/** Inputs and decays; states that fill from the left; gradients that fill from the right. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say, compact } = stage;
  const layout = compact ? layouts.compact : layouts.wide;
  const { left, right, top, pitch, width, type } = layout;
  const height = top + rows.length * pitch + 54;
  const { svg, mute } = picture(stage.host, width, height, say("picture"));
  const gateBand = plate(mute, "share gate-band", {
    left: 0,
    top: top - 4,
    width: 10,
    height: rows.length * pitch,
  });
  const layKey = key(mute, { left: 8, right, y: 14, size: type }, [
    { look: "asked", word: say("asked"), as: "M9 -5l-4 7h8z" },
    { look: "share gate-band", word: say("gateMark"), as: "area" },
  ]);
  const way = write(mute, right, compact ? 48 : 14, "end", "", "tick title");
  const draws = rows.map(([name, id], k) => {
    const at = box({ left, right, top: top + k * pitch, height: pitch - 14 });
    return row(mute, at, name, id);
  });
  const counts = [0, 1, 2].map(() => write(mute, 0, top + rows.length * pitch + 10, "middle"));
  const asked = stroke(mute, "asked");
  const cursor = stroke(mute, "cursor");
  const line = write(mute, 8, height - 14, "start", "", "sum");
  return {
    draw(moment) {
      const { result: r, values: v, t } = moment;
      const x = linear(0, Math.max(1, r.L - 1), left + 10, right - 10);
      for (const draw of draws) draw(moment, x);
      const slot = (right - left - 20) / Math.max(1, r.L - 1);
      // A gate that keeps what all others keep is none.
      const gated = v.gate < r.L && v.low !== v.a;
      layKey((k) => k === 0 || gated);
      const apart = (k: number) => !gated || Math.abs(k - v.gate) > 1;
      [0, v.gate, r.L - 1].forEach((k, i) =>
        counts[i]!.attr("x", tenth(x(k))).text((i === 1 ? gated : apart(k)) ? `${k}` : ""),
      );
      gateBand
        .attr("display", gated ? null : "none")
        .attr("x", tenth(x(v.gate) - 0.36 * slot))
        .attr("width", tenth(0.72 * slot));
      const low = top + 4 * pitch - 10;
      const marks = Array.from(r.asks, (s, i) => (s === 0 ? "" : `M${tenth(x(i))} ${low}l-4 7h8z`));
      asked.attr("d", marks.join(""));
      const token = tokenAt(r, t);
      cursor.attr(
        "d",
        t <= 0 ? "" : `M${tenth(x(token))} ${top - 4}V${top + rows.length * pitch - 8}`,
      );
      way.text(t <= 0 ? "" : say(t <= r.L ? "forwardWord" : "backWord"));
      tellPieces(line, t <= 0 ? [] : sum(r, token, t > r.L));
    },
    destroy: () => svg.remove(),
  };
}

/** The present step with its numbers. */
function sum(r: Run, k: number, back: boolean): Piece[] {
  if (!back) {
    const [a, before, u, h] = [r.a[k]!, r.h[k - 1] ?? 0, r.u[k]!, r.h[k]!];
    const rule = [
      symbol("h"),
      " = ",
      symbol("at"),
      "·",
      symbol("hbefore"),
      " + ",
      symbol("u"),
      " = ",
    ];
    return [
      ...rule,
      numeral("at", a),
      "·",
      numeral("h", before, true),
      " + ",
      numeral("u", u, true),
      " = ",
      numeral("h", h),
    ];
  }
  const [s, a, next, g] = [r.asks[k]!, r.a[k + 1] ?? 0, r.g[k + 1] ?? 0, r.g[k]!];
  const rule = [
    symbol("adj"),
    " = ",
    symbol("ybar"),
    " + ",
    symbol("anext"),
    "·",
    symbol("adjnext"),
    " = ",
  ];
  return [
    ...rule,
    numeral("ybar", s),
    " + ",
    numeral("at", a),
    "·",
    numeral("adj", next, true),
    " = ",
    numeral("adj", g),
  ];
}

/** One row of stems about its zero; which of them are there depends on how far the walk has come. */
function row(pen: Pen, at: Box, name: Series, id: SymbolId) {
  letter(pen, id, 8, at.cy + 6).classed("small", true);
  const axis = stroke(pen, "axis");
  const [topText, lowText] = [at.top + 8, at.bottom].map((y) =>
    write(pen, at.left - 4, y, "end"),
  ) as [ReturnType<typeof write>, ReturnType<typeof write>];
  const lines = stroke(pen, "stem", id);
  const dots = stroke(pen, "dots", id);
  return ({ result: r, t, held }: Moment<Setting, Run>, x: (i: number) => number) => {
    const values = r[name];
    const most = calm(reach(1e-6, (held?.result ?? r)[name]));
    const below = values.some((v) => v < 0) || (held?.result[name].some((v) => v < 0) ?? false);
    const y = linear(below ? -most : 0, most, at.bottom, at.top + 4);
    axis.attr("d", `M${at.left} ${tenth(y(0))}H${at.right}`);
    topText.text(format(most, 2));
    lowText.text(below ? format(-most, 2) : "0");
    const [from, to] = range(name, r.L, Math.floor(t));
    const drawn = stems(values, x, y, from, to);
    lines.attr("d", drawn.lines);
    dots.attr("d", drawn.dots);
  };
}

function range(name: Series, L: number, t: number): readonly [from: number, to: number] {
  if (name === "h") return [0, Math.min(t, L) - 1];
  if (name === "g" || name === "da") return [2 * L - Math.max(t, L), L - 1];
  return [0, L - 1];
}
