import { snug } from "../../draw/axis.ts";
import { linear, p, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import { linesOf } from "../../draw/text.ts";
import { fixed, grouped } from "../../kit/format.ts";
import { between, SETTLED, type Point } from "./bins.ts";
import { shownOf, type Course, type Run } from "./compute.ts";
import { across, curveWithBand, plot, type Frame, type Scale } from "./curves.ts";
import { BINS, DECADES, LOW } from "./halfLives.ts";
import type { Layout } from "./layout.ts";
import { MEMORY, TRAINED } from "./model.ts";
import type { Phrase } from "./phrases.ts";

/** Powers of ten of the share that a change moves, from all to a hundredth of a per cent. */
const [LEAST, MOST] = [-4, 0];

/** How long the states keep half of what they hold, how long a change is felt, and what that says of a claim. */
export function reachView(pen: Pen, at: Layout, say: (word: Phrase) => string) {
  const [low, high] = [LOW, LOW + DECADES];
  const [above, below]: Frame[] = [at.upper, at.lower].map((box) => ({ box, low, high })) as [
    Frame,
    Frame,
  ];
  const [drawAbove, drawBelow] = [plot(pen, above!), plot(pen, below!)];
  const x = across(below!);
  const bars = stroke(pen, "text-states");
  const trained = stroke(pen, "text-trained");
  trained.attr(
    "d",
    [at.upper, at.lower].map((b) => `M${p(x(TRAINED))} ${b.top}V${b.bottom}`).join(""),
  );
  const curves = {
    letter: curveWithBand(pen, "text-changed"),
    cleared: curveWithBand(pen, "text-fresh"),
  };
  const claims = at.claims.map((y) => write(pen, 4, y));
  return (r: Run) => {
    const course = shownOf(r);
    const counts = course?.halves ?? [];
    const most = snug(reach(100, counts));
    const y = linear(0, most, at.upper.bottom, at.upper.top);
    drawAbove(say("halfTitle"), {
      y,
      rungs: [
        [0, "0"],
        [most, grouped(most)],
      ],
    });
    let d = "";
    for (let k = 0; k < counts.length; k++) {
      const [left, right] = [x(10 ** (LOW + k / BINS)), x(10 ** (LOW + (k + 1) / BINS))];
      if (counts[k]! > 0)
        d += `M${p(left)} ${at.upper.bottom}V${p(y(counts[k]!))}H${p(right)}V${at.upper.bottom}z`;
    }
    bars.attr("d", d);
    const up = linear(LEAST, MOST, at.lower.bottom, at.lower.top);
    const scale: Scale = {
      y: (share) => up(Math.max(LEAST, Math.log10(share))),
      rungs: [
        [1, "100 %"],
        [0.01, "1 %"],
        [0.0001, "0.01 %"],
      ],
    };
    drawBelow(say("movedTitle"), scale);
    for (const [name, draw] of Object.entries(curves))
      draw(seen(course?.moved[name as keyof typeof curves] ?? []), x, scale.y);
    const lines = course ? claimed(course, say) : [];
    const told = lines.flatMap((line) => linesOf(line, at.width - 16, at.type));
    claims.forEach((claim, k) => claim.text(told[k] ?? ""));
  };
}

/** What the axis has room for; a band that would reach below all shares is left out. */
const seen = (points: readonly Point[]): Point[] =>
  points
    .filter(({ mean }) => mean >= 10 ** LEAST)
    .map((point) => ({ ...point, error: 2 * point.error < point.mean ? point.error : NaN }));

/** The claim, what of it is shown here, and what is not. */
function claimed({ count, fresh, knowing }: Course, say: (w: Phrase) => string) {
  const [knows, settled] = [knowing, fresh].map((points) => between(points, ...SETTLED));
  const put = (word: Phrase, ...values: (string | number)[]) =>
    values.reduce<string>((text, value, k) => text.replace(`#${k + 1}`, String(value)), say(word));
  return [
    say("claim"),
    `✓ ${put("claimMemory", grouped(count), grouped(MEMORY))}`,
    ...(Number.isNaN(knows) ? [] : [`✓ ${put("claimSteady", fixed(knows!), fixed(settled!))}`]),
    `✗ ${say("claimNot")}`,
  ];
}
