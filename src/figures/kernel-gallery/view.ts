import { surface } from "../../draw/scrub.ts";
import { type Box, box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { picture, type Root } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { inits } from "../../models/s4Layer.ts";
import type { Axes } from "./axes.ts";
import { lagOf, type Run } from "./compute.ts";
import { cells, kernelPlot, lagMark, nameOf } from "./gallery.ts";
import { layouts } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { poles } from "./poles.ts";
import { stages } from "./stages.ts";

/** Kernels, one large and six small; or the convolution by FFT, stage by stage. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const gallery = mute.append("g");
  const drawKernel = kernelPlot(gallery, layout.kernel, {
    lags: say("lags"),
    legs: say("dashed"),
    impulse: say("impulse"),
    step: say("step"),
    off: say("off"),
  });
  const drawMark = lagMark(gallery, layout.kernel);
  const drawPoles = poles(gallery, layout.poles, say("poles"));
  const drawCells = cells(gallery, layout.cells, say);
  const steps = mute.append("g");
  const drawStages = stages(steps, layout.fft, say);
  let moment: Moment<Setting, Run> | undefined;
  let axes: Axes | undefined;
  const tell = hands(svg, layout, stage, () => ({ ...moment!, axes: axes! }));
  return {
    draw(next) {
      moment = next;
      const { result: r, t } = next;
      gallery.attr("display", r.fft ? "none" : null);
      steps.attr("display", r.fft ? null : "none");
      if (r.fft) drawStages(r.fft, t, next.held?.result.fft);
      else {
        axes = drawKernel(next);
        drawMark(next, axes);
        drawPoles(r);
        drawCells(next);
      }
      tell();
    },
    destroy: () => svg.remove(),
  };
}

type Now = Moment<Setting, Run> & { readonly axes: Axes };

/** The lag is moved over the large plot, the kernel chosen among the small ones. */
function hands(
  svg: Root,
  { kernel, cells }: { readonly kernel: Box; readonly cells: readonly Box[] },
  { say, set, seek }: Stage<Setting, Phrase>,
  now: () => Now,
) {
  const lag = surface(svg, kernel);
  const setLag = (k: number) =>
    seek(Math.max(0, Math.min(now().result.K.length - 1, Math.round(k))));
  graspable(lag, {
    label: say("look"),
    move: (px) => {
      const { axes, result } = now();
      let best = 0;
      for (let k = 1; k < result.K.length; k++)
        if (Math.abs(axes.x(k) - px) < Math.abs(axes.x(best) - px)) best = k;
      setLag(best);
    },
    nudge: (dx, dy) => setLag(lagOf(now().result, now().t) + dx + dy),
  });
  const [first, last] = [cells[0]!, cells[5]!];
  const { left, top } = first;
  const all = box({ left, right: last.right, top: top - 14, bottom: last.bottom });
  const choice = surface(svg, all, "choosing");
  const choose = (k: number) => set({ init: inits[Math.max(0, Math.min(5, k))]! });
  graspable(choice, {
    label: say("choose"),
    move: (px, py) => {
      const distance = ({ cx, cy }: Box) => Math.hypot(cx - px, 2 * (cy - py));
      choose(
        cells.reduce((best, box, k) => (distance(box) < distance(cells[best]!) ? k : best), 0),
      );
    },
    nudge: (dx, dy) => choose(inits.indexOf(now().values.init) + dx - dy),
  });
  return () => {
    const { result: r, values: v, t } = now();
    for (const hand of [lag, choice]) hand.attr("display", r.fft ? "none" : null);
    const k = lagOf(r, t);
    tellValue(lag, `k = ${k}, K = ${format(r.shown[k]!)}`, k, 0, r.K.length - 1);
    tellValue(choice, say(nameOf(v.init)), inits.indexOf(v.init), 0, 5);
  };
}
