import { linear, type Pen, stroke, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import { chiSquaredBand } from "../../models/kalman.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { CERTAINTY, verdict, type Verdict } from "./manyRuns.ts";

export type GaugeWords = Record<Verdict | "testTitle" | "testOne" | "testMany", string>;

/** Mean e²/S of this run alone, and where chance would leave it if the filter were right. */
export function oneRun(r: Run) {
  const seen = r.nis.filter((x) => !Number.isNaN(x));
  const band = chiSquaredBand(1, Math.max(1, seen.length), CERTAINTY);
  return {
    nis: seen.reduce((sum, x) => sum + x, 0) / seen.length,
    low: band.lower,
    high: band.upper,
  };
}

/** How large the innovations are beside what the filter expects, on a logarithmic axis: one run, and a hundred. */
export function gauge(pen: Pen, { gauge: box, width }: Layout, words: GaugeWords) {
  const wide = width > 500;
  const [left, right] = [box.left + (wide ? 66 : 74), box.right - 44];
  const x = linear(Math.log(0.1), Math.log(10), left, right);
  const place = (nis: number) => x(Math.log(Math.max(0.1, Math.min(10, nis))));
  const says = write(pen, box.left, box.top + 9).attr("class", "tick says");
  write(pen, box.right, box.top + 9, "end", wide ? words.testTitle : "");
  const rows = [box.top + 27, box.top + 46];
  const low = box.bottom;
  stroke(pen, "axis").attr(
    "d",
    `M${left} ${low - 17}H${right}M${x(0)} ${box.top + 18}V${low - 17}`,
  );
  for (const tick of [0.1, 1, 10]) write(pen, place(tick), low - 3, "middle", String(tick));
  const parts = rows.map((y, k) => {
    write(pen, box.left, y + 4, "start", k ? words.testMany : words.testOne);
    return {
      y,
      band: stroke(pen, "range"),
      dot: stroke(pen, "dots big", "e"),
      value: write(pen, box.right, y + 4, "end", "", "tick found"),
    };
  });
  return (r: Run) => {
    says.text(words[verdict(r)]);
    [oneRun(r), r.many].forEach(({ nis, low: from, high: to }, k) => {
      const { y, band, dot, value } = parts[k]!;
      band.attr("d", `M${place(from).toFixed(1)} ${y}H${place(to).toFixed(1)}`);
      dot.attr("d", Number.isNaN(nis) ? "" : `M${place(nis).toFixed(1)} ${y}h0`);
      value.text(format(nis, 3));
    });
  };
}
