import { below, beside, ticks } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { knownShare } from "../../models/radio/judge.ts";
import { RATIOS, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { shareOf } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;

/** Who is counted, and the mark of each about a point. */
const marks = {
  none: "m-5 0h10m-5 -5v10",
  directed: "m0 -5.5l5 9h-10z",
  pilots: "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
  two: "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
  three: "m-4.5 -4.5h9v9h-9z",
  known: "m0 -6l6 6l-6 6l-6 -6z",
} as const;
type Counted = keyof typeof marks;
const counted = Object.keys(marks) as Counted[];

const readout: Readonly<Record<Counted, string>> = {
  none: "shareNone",
  directed: "shareDirected",
  pilots: "shareKalman",
  two: "shareTwo",
  three: "shareThree",
  known: "shareKnown",
};

/** From 0.2 % to all: what theory and counts can reach at these ratios. */
const [LEAST, MOST] = [0.1, 100];

/** The share of symbols told wrongly over the signal-to-noise ratio, both as the field plots them. */
export function curves(pen: Pen, layout: Layout, say: Say) {
  const b = layout.curves;
  const x = linear(RATIOS[0], RATIOS.at(-1)!, b.left, b.right);
  const log = linear(Math.log(LEAST), Math.log(MOST), b.bottom, b.top);
  const y = (share: number) => log(Math.log(share));
  write(pen, 4, b.top - 18, "start", say("byRatio"), "tick strong");
  const rungs = [0.1, 1, 10, 100];
  stroke(pen, "axis").attr("d", rungs.map((v) => `M${b.left} ${p(y(v))}H${b.right}`).join(""));
  ticks(pen)([
    ...rungs.map((v) => beside(b, y(v), `${v} %`)),
    ...RATIOS.map((v) => below(b, x(v), v)),
  ]);
  const yours = stroke(pen, "cursor");
  const fine = Array.from({ length: 51 }, (_, k) => k / 2);
  stroke(pen, "signals-theory").attr(
    "d",
    `M${fine.map((snr) => `${p(x(snr))} ${p(y(100 * knownShare(snr)))}`).join("L")}`,
  );
  const parts = counted.map((who) => {
    const g = pen.append("g").attr("class", `signals-${who}`);
    return { who, line: stroke(g, "signals-line"), mark: stroke(g, "signals-mark") };
  });
  const drawKey = legend(pen, layout, say);
  return ({ result: r, values: v, withheld }: Moment<Setting, Run>) => {
    yours.attr("d", `M${p(x(v.snr))} ${b.top}V${b.bottom}`);
    for (const { who, line, mark } of parts) {
      const hidden = withheld?.has(readout[who]) || withheld?.has("picture");
      const points = RATIOS.flatMap((snr, k) => {
        const share = hidden ? NaN : shareOf(r, who, k);
        return share >= LEAST ? [`${p(x(snr))} ${p(y(share))}`] : [];
      });
      line.attr("d", points.length > 1 && who !== "known" ? `M${points.join("L")}` : "");
      mark.attr("d", points.map((point) => `M${point}${marks[who]}`).join(""));
    }
    drawKey(r.counts !== undefined);
  };
}

function legend(pen: Pen, layout: Layout, say: Say) {
  const draw = key(
    pen,
    {
      left: layout.narrow ? 4 : layout.curves.left,
      right: layout.width,
      y: layout.curvesKey,
      size: layout.type,
      line: 19,
    },
    [
      ...counted.map((who) => ({
        look: `signals-mark signals-${who}`,
        word: say(who),
        as: `M9 0${marks[who]}`,
      })),
      { look: "signals-theory", word: say("theory") },
      { look: "cursor", word: say("yours"), as: "M9 -7v14" },
    ],
  );
  return (some: boolean) => draw((k) => some || k >= counted.length);
}
