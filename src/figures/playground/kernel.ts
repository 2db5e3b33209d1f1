import { below, scaleEnd, ticks } from "../../draw/axis.ts";
import { grown, type Box } from "../../draw/box.ts";
import { cutStems, offScale } from "../../draw/cut.ts";
import { brush, letter, linear, spot, write } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import { format } from "../../kit/format.ts";
import { kernelAt } from "./compute.ts";
import {
  dense,
  endOf,
  head,
  measure,
  plotOf,
  sided,
  within,
  type Draw,
  type Panel,
} from "./panel.ts";

/** K against the lag, that of the present step marked; with selection what the present step hears of each input. */
export function kernel(panel: Panel): Draw {
  const { pen, cell, stage } = panel;
  const { say } = stage;
  const keyOf = head(panel, "kernel", [
    { look: "line", symbol: "K", word: say("weights") },
    { look: "line", symbol: "K", word: say("heardNow") },
  ]);
  const b = plotOf(cell);
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "K");
  const path = brush(g);
  const axis = path("axis");
  letter(g, "K", cell.left + 2, b.cy + 6);
  const top = write(g, b.left - 6, b.top + 11, "end");
  const foot = ticks(g);
  const cursor = path("cursor");
  const [old, line, stems, dots] = [path("line ghost"), path("line"), path("stem"), path("dots")];
  const now = spot(g);
  const beyond = offScale(g, say("beyond"));
  const tell = scrubber(panel, b);
  return (m) => {
    const { result: r, values, t, ghost } = m;
    const L = Math.max(2, r.u.length);
    const x = linear(0, L - 1, b.left, b.right);
    const K = kernelAt(r, values, t);
    const before = ghost && kernelAt(ghost.result, ghost.values, t);
    const ref = measure(m);
    const sized = kernelAt(ref.result, ref.values, t);
    const most = endOf(t, sized, before ?? []);
    const { y, zero, hangs } = sided(b, most, sized, before ?? []);
    axis.attr("d", `M${b.left} ${zero}H${b.right}`);
    top.attr("y", hangs ? b.bottom - 2 : b.top + 11).text(scaleEnd(hangs ? -most : most));
    foot([below(b, b.left, 0), below(b, b.right, `${L - 1} ${say("lags")}`, "end")]);
    const close = dense(x);
    const drawn = within(b, K, x, y);
    const bars = close ? { lines: "", dots: "", off: "" } : cutStems(b, K, x, y, 0, K.length - 1);
    line.attr("d", close ? drawn.d : "");
    stems.attr("d", bars.lines);
    dots.attr("d", bars.dots);
    old.attr("d", before ? within(b, before, x, y).d : "");
    beyond(close ? drawn.off : bars.off, { x: b.right - 4, y: b.top + 12 });
    // With selection the marked step is the one that hears: lag 0.
    const lag = r.moving ? 0 : Math.floor(t);
    const high = y(K[lag] ?? NaN);
    const seen = high >= b.top - 1 && high <= b.bottom + 1;
    cursor.attr("d", `M${x(lag).toFixed(1)} ${b.top}V${b.bottom}`);
    now
      .attr("display", seen ? null : "none")
      .attr("cx", x(lag))
      .attr("cy", seen ? high : b.cy);
    keyOf((k) => K.length > 0 && (k === 1) === (r.moving !== undefined));
    const weight = K[lag];
    tell(
      Math.floor(t),
      weight === undefined ? say("noKernel") : `${lag}: ${format(weight)}`,
      L - 1,
    );
  };
}

/** The plot moves the playhead along the lags. */
function scrubber({ svg, stage, now }: Panel, b: Box) {
  return scrub(svg, grown(b, 8), {
    label: stage.say("lagScrub"),
    at: (px) => linear(b.left, b.right, 0, now().result.u.length - 1)(px),
    t: () => now().t,
    seek: stage.seek,
  });
}
