import { grown } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, type Root } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import type { Run } from "./compute.ts";
import type { Column, Layout } from "./layout.ts";
import { learning, symbolOf } from "./learning.ts";
import { cores, POINT, type Spacing, spacings, spacingsOf } from "./pair.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { pointsOf } from "./readouts.ts";

type Talk = Pick<Stage<Setting, Phrase>, "say" | "seek">;
type Now = () => Moment<Setting, Run>;

/** How both learn: one task beside the other, or one alone; below, which line is which. */
export function panes(pen: Pen, svg: Root, layout: Layout, talk: Talk, now: Now) {
  const list = [
    ...spacings.map((spacing, k) => ({ spacing, at: layout.two[k]!, numbered: k === 0 })),
    ...spacings.map((spacing) => ({ spacing, at: layout.one, numbered: true })),
  ].map((place) => pane(pen, svg, layout, talk, now, place));
  const drawKey = legend(pen, layout, talk.say);
  return (moment: Moment<Setting, Run> | undefined) => {
    const shown = moment ? spacingsOf(moment.values) : [];
    const alone = shown.length === 1;
    list.forEach(({ show, spacing }, k) =>
      show(shown.includes(spacing) && alone === k >= spacings.length ? moment : undefined),
    );
    if (moment) drawKey(moment.result, shown);
  };
}

/** One task in one place, with its own ground to move through the steps. */
function pane(
  pen: Pen,
  svg: Root,
  layout: Layout,
  { say, seek }: Talk,
  now: Now,
  { spacing, at, numbered }: { spacing: Spacing; at: Column; numbered: boolean },
) {
  const g = pen.append("g");
  const draw = learning(g, at, layout, spacing, say, numbered);
  const { left, right, top } = at.right;
  const area = grown({ left, right, top, bottom: at.loss.bottom }, 6);
  const tell = scrub(svg, area, {
    label: say("scrub"),
    at: (px) => linear(left, right, 0, now().values.steps / POINT)(px) - 1,
    t: () => now().t,
    seek,
  });
  return {
    spacing,
    show(moment: Moment<Setting, Run> | undefined) {
      const display = moment ? null : "none";
      g.attr("display", display);
      tell.grip.attr("display", display);
      if (!moment) return;
      draw(moment);
      const point = Math.floor(moment.t);
      tell(point, `${POINT * (point + 1)}`, pointsOf(moment.result, moment.values) - 1);
    },
  };
}

/** Which line is which; those that are not there are left out. */
function legend(pen: Pen, { one, key: y, width }: Layout, say: Talk["say"]) {
  const { left, right } = one.right;
  const [live, once] = [
    ["s4d", "s6"],
    ["recordedS4d", "recordedS6"],
  ] as const;
  const lay = key(pen, { left, right, y, size: width < 500 ? 13.5 : 12 }, [
    ...cores.map((core, k) => ({
      look: `pair-line ${core}`,
      symbol: symbolOf[core],
      word: say(live[k]!),
    })),
    ...cores.map((core, k) => ({
      look: `pair-line recorded ${core}`,
      symbol: symbolOf[core],
      word: say(once[k]!),
    })),
    { look: "pair-chance", word: say("chance") },
  ]);
  const show = keeping((seen: string) => lay((k) => seen[k] === "1"));
  return (r: Run, shown: readonly Spacing[]) => {
    const seen = [
      ...cores.map((core) => shown.some((s) => r[core]?.[s])),
      ...cores.map(() => shown.some((s) => r.recorded[s])),
      true,
    ];
    show(seen.map(Number).join(""));
  };
}
