import { below, beside, rule, ticks } from "../../draw/axis.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, spot, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { deltas, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Decades of the error that are shown. */
const [SMALL, LARGE] = [-5, 0];
const raisedTo: Readonly<Record<number, string>> = { 0: "1", [-2]: "10⁻²", [-4]: "10⁻⁴" };

/** The largest error by the length of the step, both on a logarithmic scale: of λ = 1, of λ = ½, and where one stands. */
export function errorsView(
  pen: Pen,
  { errors: at, errorKey, width }: Layout,
  say: (phrase: Phrase) => string,
) {
  write(pen, at.left, at.top - 10, "start", say("errors"), "tick axis-title");
  const x = linear(Math.log(deltas.at(-1)!), Math.log(deltas[0]!), at.left, at.right);
  const y = linear(SMALL, LARGE, at.bottom, at.top);
  const across = (k: number) => x(Math.log(deltas[k]!));
  rule(pen, at, at.bottom);
  for (const k of [0, -2, -4]) rule(pen, at, y(k));
  ticks(pen)([
    ...[0, -2, -4].map((k) => beside(at, y(k), raisedTo[k]!)),
    ...[0.02, 0.1, 1].map((d) => below(at, x(Math.log(d)), String(d), d === 1 ? "end" : "middle")),
  ]);
  const curves = [
    ["euler", "mamba3-euler"],
    ["trapezoid", "mamba3-trapezoid"],
  ] as const;
  const lines = curves.map(([name, look]) => ({ name, path: stroke(pen, look, "gammat") }));
  const beyond = offScale(pen.append("g"), say("off"));
  const dot = spot(pen, "y", 5);
  const none = write(pen, at.cx, at.cy, "middle", "", "tick halo");
  key(
    pen,
    { left: at.left - 30, right: at.right + 8, y: errorKey, size: width < 500 ? 13.5 : 12 },
    [
      { look: "mamba3-euler", symbol: "gammat", word: say("eulerKey") },
      { look: "mamba3-trapezoid", symbol: "gammat", word: say("trapezoidKey") },
      { look: "dots", symbol: "y", word: say("nowKey"), as: "dot" },
    ],
  );
  return (
    { errors, error }: Run,
    { delta }: Setting,
    withheld: Moment<Setting, Run>["withheld"],
  ) => {
    const known = Number.isFinite(error);
    none.text(known ? "" : say("noExact"));
    let off = "";
    for (const { name, path } of lines) {
      const height = (k: number) => y(Math.log10(errors[name][k]!));
      const shown = known && !withheld?.has(name);
      const one = shown ? cut(at, across, height, 0, deltas.length - 1) : { d: "", off: "" };
      path.attr("d", one.d);
      off += one.off;
    }
    beyond(off, { x: at.right - 4, y: at.bottom - 6 });
    const height = y(Math.log10(error));
    const seen =
      known && !withheld?.has("error") && height >= at.top - 1 && height <= at.bottom + 1;
    dot.attr("display", seen ? null : "none");
    if (seen) dot.attr("cx", tenth(x(Math.log(delta)))).attr("cy", tenth(height));
  };
}
