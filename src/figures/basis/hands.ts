import { graspable, tellValue } from "../../draw/hand.ts";
import { letter, type Pen, type Root, tenth } from "../../draw/picture.ts";
import { knob } from "../../draw/scrub.ts";
import type { Stage } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Place, Scale } from "./scale.ts";

const MOST = 2;

/** Both basis vectors, to take hold of at their tips. */
export function hands(
  svg: Root,
  stage: Stage<Setting, Phrase>,
  here: () => { readonly T: Setting["T"]; readonly scale: Scale },
) {
  const grips = [0, 1].map((col) => {
    const grip = knob(svg, "basis", 7, 16);
    letter(grip as unknown as Pen, "basis", 12, 6, String(col + 1)).classed("halo", true);
    const now = (): Place => [here().T[0]![col]!, here().T[1]![col]!];
    const set = (to: Place, most: number) => {
      const tip = to.map((x) => Math.round(Math.max(-most, Math.min(most, x)) * 100) / 100);
      stage.set({ T: here().T.map((row, i) => row.map((x, j) => (j === col ? tip[i]! : x))) });
    };
    graspable(grip, {
      label: `${stage.say("drag")} (${col + 1})`,
      free: true,
      // A pointer cannot leave the plane.
      move: (px, py) => set(here().scale.back(px, py), Math.min(MOST, here().scale.end)),
      nudge: (dx, dy) => set([now()[0] + dx * 0.01, now()[1] + dy * 0.01], MOST),
    });
    return { grip, now };
  });
  return () =>
    grips.forEach(({ grip, now }, col) => {
      const [x, y] = here().scale.at(now());
      grip.attr("transform", `translate(${tenth(x)},${tenth(y)})`);
      // On the side to which the vector points.
      const leftwards = now()[0] < 0;
      grip
        .select(".letter")
        .attr("x", leftwards ? -12 : 12)
        .attr("text-anchor", leftwards ? "end" : null);
      const spoken = `T${"₁₂"[col]} = (${fixed(now()[0])}, ${fixed(now()[1])})`;
      tellValue(grip, spoken, now()[0], -MOST, MOST);
    });
}
