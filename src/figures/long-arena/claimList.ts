import { surface } from "../../draw/scrub.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { type Anchor, type Pen, type Root, stroke, write } from "../../draw/picture.ts";
import type { Stage } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { claims, type Claim } from "./data.ts";
import { grouped } from "./header.ts";
import { rowAt, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** A number with its unit. */
const told = (x: number, unit: string) => `${grouped(x)}${unit === "×" ? "" : " "}${unit}`;

/** What S4 was compared with and what it reached, one claim a row; its condition is in the caption. */
export function claimList(
  pen: Pen,
  svg: Root,
  layout: Layout,
  { say, set }: Pick<Stage<Setting, Phrase>, "say" | "set">,
) {
  const n = claims.length;
  const y = (i: number) => rowAt({ ...layout, step: 34 }, i, n);
  const step = y(1) - y(0);
  const { compact } = layout;
  const [left, before, after] = compact ? [8, 262, 352] : [16, 552, 660];
  const band = pen
    .append("rect")
    .attr("class", "band")
    .attr("x", 2)
    .attr("width", layout.width - 4);
  const text = (x: number, at: number, anchor: Anchor, words: string, look = "tick") =>
    write(pen, x, at, anchor, words, look);
  text(before, 26, "end", say("before"));
  text(after, 26, "end", say("after"), "tick strong");
  const bar = compact
    ? { left, width: 150, y: 5, gap: 5 }
    : { left: 246, width: 190, y: -3.5, gap: 7 };
  const rows = claims.map((claim: Claim, i) => {
    const at = y(i) + (compact ? -4 : 4.5);
    bars(pen, claim, { ...bar, y: y(i) + bar.y });
    return {
      id: claim.id,
      name: text(left, at, "start", say(`${claim.id}Name` as Phrase)),
      was: text(before, y(i) + 4.5, "end", told(claim.before, claim.unit)),
      is: text(after, y(i) + 4.5, "end", told(claim.after, claim.unit)).attr("data-symbol", "h"),
    };
  });
  const tell = chooser(svg, layout, y, say("chooseClaim"), set);
  return ({ claim }: Run) => {
    const chosen = claims.indexOf(claim);
    band.attr("y", y(chosen) - step / 2).attr("height", step);
    for (const { id, name, was, is } of rows) {
      const look = id === claim.id ? "tick strong" : "tick";
      name.attr("class", look);
      was.attr("class", "tick");
      is.attr("class", `${look} reached`);
    }
    const spoken = `${say(`${claim.id}Name` as Phrase)}: ${told(claim.before, claim.unit)} → ${told(claim.after, claim.unit)}`;
    tell(chosen, spoken);
  };
}

/** Both numbers as lengths, the larger one full. */
function bars(
  pen: Pen,
  { before, after }: Claim,
  { left, width, y, gap }: { left: number; width: number; y: number; gap: number },
) {
  const length = (x: number) => ((width * x) / Math.max(before, after)).toFixed(1);
  const bar = (look: string, at: number, x: number) =>
    stroke(pen, look)
      .attr("stroke-width", gap - 1.5)
      .attr("d", `M${left} ${at}h${length(x)}`);
  bar("claim-bar was", y, before);
  bar("claim-bar", y + gap, after).attr("data-symbol", "h");
}

/** A claim is pointed at or walked to. */
function chooser(
  svg: Root,
  layout: Layout,
  y: (i: number) => number,
  label: string,
  set: (patch: Partial<Setting>) => void,
) {
  const n = claims.length;
  const step = y(1) - y(0);
  const ground = surface(
    svg,
    { left: 2, top: layout.top, width: layout.width - 4, height: n * step },
    "choosing",
  );
  let chosen = 0;
  const pick = (i: number) => {
    const { id } = claims[Math.max(0, Math.min(n - 1, i))]!;
    if (id !== claims[chosen]!.id) set({ claim: id });
  };
  graspable(ground, {
    label,
    move: (_, py) => pick(Math.floor((py - layout.top) / step)),
    nudge: (dx, dy) => pick(chosen + dx - dy),
  });
  return (now: number, spoken: string) => {
    chosen = now;
    tellValue(ground, spoken, now + 1, 1, n);
  };
}
