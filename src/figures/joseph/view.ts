import { below, rung, ticks } from "../../draw/axis.ts";
import { type Box, box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, picture, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { raised } from "../../kit/format.ts";
import { forms, type Run, STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Below it a row for each form, in which stands what has no logarithm. */
  readonly rows: { readonly top: number; readonly line: number };
  readonly key: { readonly y: number; readonly line: number; readonly size: number };
}

const wide: Layout = {
  width: 680,
  height: 386,
  plot: box({ left: 52, top: 28, right: 664, height: 206 }),
  rows: { top: 280, line: 18 },
  key: { y: 374, line: 18, size: 12 },
};
const compact: Layout = {
  width: 360,
  height: 372,
  plot: box({ left: 44, top: 28, right: 352, height: 172 }),
  rows: { top: 246, line: 19 },
  key: { y: 338, line: 20, size: 13.5 },
};

type Now = Moment<Setting, Run>;

/** The smallest eigenvalue after each step, on a logarithmic axis; below, where a form has none. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const parts = [curves(mute.append("g"), layout, stage), bad(mute.append("g"), layout, stage)];
  const place = { left: layout.plot.left, right: layout.width - 4, ...layout.key };
  key(mute.append("g"), place, [
    { look: "joseph-truth", symbol: "P", word: say("truth") },
    ...forms.map((form) => ({
      look: `joseph-${form}`,
      word: say(`${form}Name`),
    })),
  ]);
  return {
    draw(moment) {
      for (const draw of parts) draw(moment);
    },
    destroy: () => svg.remove(),
  };
}

const across = ({ left, right }: Box) => linear(1, STEPS, left + 10, right - 6);

/** Whole powers of ten around all that has a logarithm. */
function endsOf(r: Run): readonly [number, number] {
  const seen = [r.truth, ...forms.map((form) => r[form])]
    .flatMap((v) => Array.from(v))
    .filter((x) => x > 0);
  // Far below the truth a form may hold on to a crumb: its curve leaves the frame there.
  const floor = Math.floor(Math.log10(Math.min(...r.truth))) - 3;
  const logs = seen.map(Math.log10);
  return [Math.max(floor, Math.floor(Math.min(...logs))), Math.ceil(Math.max(...logs) + 0.05)];
}

function curves(pen: Pen, { plot }: Layout, { say }: Stage<Setting, Phrase>) {
  const x = across(plot);
  write(pen, plot.left, plot.top - 12, "start", say("least"), "tick axis-title");
  stroke(pen, "axis").attr("d", `M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}`);
  ticks(pen)([1, 5, 10, 15, 20].map((t) => below(plot, x(t), t)));
  const scale = pen.append("g");
  const truth = stroke(pen, "joseph-truth", "P");
  const lines = forms.map((form) => [form, stroke(pen, `joseph-${form}`)] as const);
  const beyond = offScale(pen, say("beyond"));
  return (m: Now) => {
    const { result: r, withheld } = m;
    const [low, high] = endsOf((m.held ?? m).result);
    const y = linear(low, high, plot.bottom, plot.top);
    scale.selectAll("*").remove();
    const apart = Math.ceil((high - low) / 5);
    for (let k = low; k <= high; k += apart)
      rung(scale, plot, y(k), k === 0 ? 1 : `10${raised(String(k))}`);
    truth.attr("d", pathOf(r.truth, plot, y, low).d);
    let off = "";
    for (const [form, line] of lines) {
      const drawn = pathOf(r[form], plot, y, low);
      const hidden = withheld?.has("picture") === true;
      line.attr("d", hidden ? "" : drawn.d);
      if (!hidden) off += drawn.off;
    }
    beyond(off, { x: plot.right - 4, y: plot.bottom - 8 });
  };
}

/** What is not above 0 has no logarithm, and leads down out of the frame. */
const pathOf = (v: Float64Array, plot: Box, y: (log: number) => number, low: number) => {
  const log = (k: number) => (v[k]! > 0 ? Math.max(low - 1, Math.log10(v[k]!)) : low - 1);
  const x = across(plot);
  return cut(
    plot,
    (k) => x(k + 1),
    (k) => y(log(k)),
    0,
    STEPS - 1,
  );
};

/** A cross for each step after which a form is not above 0. */
function bad(pen: Pen, { plot, rows }: Layout, { say }: Stage<Setting, Phrase>) {
  const x = across(plot);
  write(pen, plot.left, rows.top - 14, "start", say("below"), "tick axis-title");
  const marks = forms.map((form, k) => {
    const y = rows.top + k * rows.line;
    stroke(pen, "axis").attr("d", `M${plot.left} ${y}H${plot.right}`);
    // Whose row it is: its own line, as in the key.
    stroke(pen, `joseph-${form}`).attr("d", `M${plot.left - 30} ${y}h22`);
    return [form, y, stroke(pen, "joseph-bad")] as const;
  });
  return ({ result: r, withheld }: Now) => {
    for (const [form, y, mark] of marks) {
      let d = "";
      r[form].forEach((value, k) => {
        if (!(value > 0)) d += `M${tenth(x(k + 1) - 4)} ${y - 4}l8 8m0 -8l-8 8`;
      });
      mark.attr("d", withheld?.has("picture") ? "" : d);
    }
  };
}
