import { below, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { p, plate, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { AREA, FRAMES, SIDE, STEPS } from "../../models/film/film.ts";
import { deltaOf, heldAt, type Run, stepOf } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { lights } from "./light.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The mean light of a row of pixels that is shown as white. */
const WHITE = 0.4;

/** Where a step begins, across a row. */
export const across = ({ left, width }: Box, step: number) => left + (step * width) / STEPS;

/** Under one axis: the film as a strip, Δ of S6, and what the states of both hold of every frame. */
export function rows(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { strip, delta, held, heldFixed } = layout;
  const whole = { top: strip.top, height: heldFixed.bottom - strip.top };
  const asks = across(strip, FRAMES);
  plate(pen, "film-asks band", { ...whole, left: asks, width: strip.right - asks });
  const film = { ...strip, width: asks - strip.left };
  const light = lights(pen, film);
  const cut = stroke(pen, "film-cut");
  const drawDelta = bars(pen, delta, "film-delta", say("deltaRow"));
  const drawHeld = bars(pen, held, "film-held", say("heldRow"));
  const drawFixed = bars(pen, heldFixed, "film-fixed", say("heldFixedRow"));
  const cursor = stroke(pen, "cursor");
  const marks = layout.narrow ? [1, 32, 64] : [1, 8, 16, 24, 32, 40, 48, 56, 64];
  ticks(pen)(marks.map((n) => below(heldFixed, across(strip, n - 0.5), n)));
  return ({ result: r, values: v, t, ghost, held: still, withheld }: Moment<Setting, Run>) => {
    const step = stepOf(t);
    light(averaged(r.frames, v.cleared), SIDE, FRAMES);
    const [a, b] = [across(strip, v.cleared - 1), across(strip, v.cleared)];
    const box = `M${p(a)} ${strip.top}H${p(b)}V${strip.bottom}H${p(a)}z`;
    cut.attr("d", v.cleared > 0 ? `${box}M${p(a)} ${strip.bottom}L${p(b)} ${strip.top}` : "");
    cursor.attr("d", `M${p(across(strip, step + 0.5))} ${strip.top}V${heldFixed.bottom}`);
    const reading = withheld?.has("picture") ? undefined : r.reading;
    const pinned = ghost?.result.reading;
    const scale = still?.result.reading ?? reading;
    const titled = say("deltaRow").replace("{layer}", String(v.layer));
    const series = reading && deltaOf(reading, v.layer);
    const old = pinned && deltaOf(pinned, ghost!.values.layer);
    const most = scale && reach(1e-6, deltaOf(scale, v.layer), old ?? []);
    drawDelta(series, step, most && snug(most), titled);
    const parts = reading && heldAt(reading, v.layer, step);
    const percent = (shares: Float64Array | undefined) => shares?.map((x) => 100 * x);
    const [mine, rival] = [percent(parts?.s6), percent(parts?.fixed)];
    drawHeld(mine, step, mine && snug(reach(1e-6, mine)));
    drawFixed(rival, step, rival && snug(reach(1e-6, rival)));
  };
}

/** The mean of each row of pixels of every frame, 16 × 64, as a share of what is white. */
function averaged(frames: Float64Array, cleared: number): Float64Array {
  const rows = new Float64Array(SIDE * FRAMES);
  for (let t = 0; t < FRAMES; t++) {
    if (t === cleared - 1) continue;
    for (let y = 0; y < SIDE; y++) {
      const at = t * AREA + y * SIDE;
      const sum = frames.subarray(at, at + SIDE).reduce((a, b) => a + b, 0);
      rows[y * FRAMES + t] = sum / SIDE / WHITE;
    }
  }
  return rows;
}

/** A bar for every step: up to the playhead full, then faint. */
function bars(pen: Pen, at: Box, look: string, title: string) {
  const name = write(pen, at.left, at.top - 5, "start", title, "tick strong");
  const top = write(pen, at.left - 6, at.top + 9, "end");
  const foot = write(pen, at.left - 6, at.bottom + 1, "end");
  stroke(pen, "axis").attr("d", `M${at.left} ${at.bottom}H${at.right}`);
  const [past, later] = [stroke(pen, `${look} bars`), stroke(pen, `${look} bars later`)];
  return (
    values: Float64Array | undefined,
    step: number,
    most: number | undefined,
    titled = title,
  ) => {
    name.text(titled);
    top.text(most === undefined ? "" : scaleEnd(most));
    foot.text(values ? 0 : "?");
    const drawn = ["", ""];
    values?.forEach((x, s) => {
      const [a, b] = [across(at, s + 0.12), across(at, s + 0.88)];
      const y = at.bottom - (x / most!) * at.height;
      if (at.bottom - y > 0.05)
        drawn[s <= step ? 0 : 1] += `M${p(a)} ${at.bottom}V${p(y)}H${p(b)}V${at.bottom}z`;
    });
    past.attr("d", drawn[0]!);
    later.attr("d", drawn[1]!);
  };
}
