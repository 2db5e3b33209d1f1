import { snug } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { linear, p, reach, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { pointOf } from "../../models/radio/link.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { shows, stepOf } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Symbols of the past that are still shown, in so many shades. */
const RECENT = 24;
const SHADES = 4;

const CROSS = "m-5 -5l10 10m0 -10l-10 10";
const RING = "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z";

/** What is received in the complex plane; where the four symbols arrive now, and where Kalman's estimate expects them. */
export function plane(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const b = layout.plane;
  write(pen, b.left, b.top - 8, "start", say("plane"), "tick strong");
  stroke(pen, "axis").attr("d", `M${b.left} ${b.cy}H${b.right}M${b.cx} ${b.top}V${b.bottom}`);
  const shades = Array.from({ length: SHADES }, (_, k) =>
    stroke(pen, "dots signals-recent", "y").attr("opacity", tenth((k + 1) / SHADES)),
  );
  const expected = stroke(pen, "signals-expected", "hhat");
  const arrives = stroke(pen, "signals-arrives");
  const now = pen.append("circle").attr("class", "now").attr("data-symbol", "y").attr("r", 5.5);
  const end = write(pen, b.right, b.cy - 5, "end", "", "tick halo");
  const { left, right, y } = layout.keys[0];
  const show = key(pen, { left, right, y, size: layout.type, line: 18 }, [
    { look: "dots", symbol: "y", word: say("recent"), as: "dot" },
    { look: "signals-arrives", word: say("arrives"), as: `M9 0${CROSS}` },
    { look: "signals-expected", symbol: "hhat", word: say("expected"), as: `M9 0${RING}` },
  ]);
  return ({ result: r, values: v, t, held }: Moment<Setting, Run>) => {
    const { y: received, g } = (held?.result ?? r).link;
    const most = snug(1.05 * reach(1, received, g));
    const x = linear(-most, most, b.left, b.right);
    const up = linear(-most, most, b.bottom, b.top);
    const place = (re: number, im: number) => `${p(x(re))} ${p(up(im))}`;
    const at = stepOf(r, t);
    const trails = Array.from({ length: SHADES }, () => "");
    for (let s = Math.max(0, at - RECENT + 1); s <= at; s++) {
      const shade = SHADES - 1 - Math.floor(((at - s) / RECENT) * SHADES);
      trails[shade] += `M${place(r.link.y[2 * s]!, r.link.y[2 * s + 1]!)}h0`;
    }
    shades.forEach((path, k) => path.attr("d", trails[k]!));
    const four = (channel: Float64Array, mark: string) =>
      [0, 1, 2, 3]
        .map((s) => {
          const [[c, d], [re, im]] = [[channel[2 * at]!, channel[2 * at + 1]!], pointOf(s)];
          return `M${place(c * re - d * im, c * im + d * re)}${mark}`;
        })
        .join("");
    arrives.attr("d", four(r.link.g, CROSS));
    const estimated = shows(v, "pilots");
    expected.attr("d", estimated ? four(r.before, RING) : "");
    show((k) => k < 2 || estimated);
    now.attr("cx", p(x(r.link.y[2 * at]!))).attr("cy", p(up(r.link.y[2 * at + 1]!)));
    end.text(most);
  };
}
