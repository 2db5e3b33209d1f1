import { linear, type Pen, plate, stroke, tenth, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { missed, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** In %; a kernel with four weights of 1 reaches 153. */
const MOST = 160;

/** How much is missed over all rows with their tokens first, and over all rows with them anywhere. */
export function missedBars(
  pen: Pen,
  { missed: box, narrow }: Layout,
  say: (word: Phrase) => string,
) {
  const left = box.left + (narrow ? 116 : 112);
  const x = linear(0, MOST, left, box.right - (narrow ? 48 : 56));
  write(pen, box.left, box.top - 2, "start", say("missed"), "tick title");
  const rows = (
    [
      ["first", "missedFirst"],
      ["anywhere", "missedAnywhere"],
    ] as const
  ).map(([which, readout], k) => {
    const top = box.top + 12 + 28 * k;
    write(pen, box.left, top + 13, "start", say(which));
    const bar = plate(pen, "why-missed", { left, top, width: 0, height: 18 });
    const ghost = stroke(pen, "why-pinned");
    const value = write(pen, box.right, top + 13, "end", "", "tick why-share");
    return { which, readout, top, bar, ghost, value };
  });
  const foot = box.top + 12 + 28 * 2;
  stroke(pen, "axis").attr("d", `M${left} ${box.top + 8}V${foot}`);
  stroke(pen, "why-zero").attr("d", `M${tenth(x(100))} ${box.top + 8}V${foot}`);
  write(pen, x(100), foot + 13, "middle", `100 %: ${say("zero")}`);
  return ({ result: r, ghost, withheld }: Moment<Setting, Run>) => {
    for (const { which, readout, top, bar, ghost: pinned, value } of rows) {
      const share = missed(r.errors[which]);
      const secret = withheld?.has(readout) === true; // still to be guessed
      bar.attr("width", secret ? 0 : tenth(x(share) - left));
      value.text(secret ? "?" : `${format(share)} %`);
      const old = ghost && x(missed(ghost.result.errors[which]));
      pinned.attr("d", old === undefined ? "" : `M${tenth(old)} ${top - 2}v22`);
    }
  };
}
