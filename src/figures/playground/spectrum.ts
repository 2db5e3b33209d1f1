import { below, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { offScale } from "../../draw/cut.ts";
import { brush, linear, reach, write } from "../../draw/picture.ts";
import { realFft } from "../../numerics/fft.ts";
import type { Run } from "./compute.ts";
import { drivenAt } from "./frequency.ts";
import { head, measure, plotOf, within, type Draw, type Panel } from "./panel.ts";

/** How strongly each frequency is in the first `count` samples of a series: 1 for a sine of size 1 that fills them. */
function waves(v: Float64Array, count: number): Float64Array {
  const heard = v.map((x, t) => (t < count && Number.isFinite(x) && Math.abs(x) < 1e150 ? x : 0));
  const { re, im } = realFft(heard);
  return re.map((x, k) => (2 * Math.hypot(x, im[k]!)) / Math.max(1, Math.min(count, v.length)));
}

const outputOf = (r: Run) => r.noisy?.measured ?? r.y.subarray(0, r.finite);

/** Input and output by frequency, of the steps up to the present one. */
export function spectrum(panel: Panel): Draw {
  const { pen, cell, stage } = panel;
  const { say } = stage;
  head(panel, "spectrum", [
    { look: "line thin", symbol: "u", word: say("inputWaves") },
    { look: "line", symbol: "y", word: say("outputWaves") },
  ]);
  const b = plotOf(cell);
  const path = brush(pen);
  path("axis").attr("d", `M${b.left} ${b.bottom}H${b.right}`);
  const cursor = path("cursor");
  const [old, input, output] = [path("line ghost", "y"), path("line thin", "u"), path("line", "y")];
  const top = write(pen, b.left - 6, b.top + 11, "end");
  ticks(pen)([below(b, b.left, 0), below(b, b.right, `π ${say("radians")}`, "end")]);
  const beyond = offScale(pen, say("beyond"));
  return (m) => {
    const { result: r, values, t, ghost } = m;
    const count = Math.floor(t) + 1;
    const of = (v: Float64Array) => (v.length > 1 ? waves(v, count) : new Float64Array(1));
    const [U, Y] = [of(r.u), of(outputOf(r))];
    const G = ghost && of(outputOf(ghost.result));
    const by = measure(m).result;
    const most = snug(reach(1e-9, of(by.u), of(outputOf(by)), G ?? []));
    const y = linear(0, most, b.bottom, b.top + 2);
    top.text(scaleEnd(most));
    const draw = (v: Float64Array) =>
      within(b, v, linear(0, Math.max(1, v.length - 1), b.left, b.right), y);
    const parts = [draw(U), draw(Y)];
    input.attr("d", parts[0]!.d);
    output.attr("d", parts[1]!.d);
    old.attr("d", G ? draw(G).d : "");
    beyond(parts[0]!.off + parts[1]!.off, { x: b.right - 4, y: b.top + 12 });
    const w = drivenAt(values, t);
    cursor.attr(
      "d",
      w === undefined
        ? ""
        : `M${linear(0, Math.PI, b.left, b.right)(w).toFixed(1)} ${b.top}V${b.bottom}`,
    );
  };
}
