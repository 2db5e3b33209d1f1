import { tellPieces, type Piece, symbol, numeral } from "../../draw/pieces.ts";
import { letter, plate, tenth, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { isDone, type Run } from "./compute.ts";
import { across, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Both means as places on a beam, with a weight on each whose area is its precision; it balances on the mean of the product. */
export function balance(pen: Pen, layout: Layout, { say }: Stage<Setting, Phrase>) {
  const { beam, side, bells } = layout;
  const x = across(layout);
  write(pen, bells.left, beam - side - 14, "start", say("balance"), "tick axis-title");
  const line = stroke(pen, "bells-beam");
  const way = stroke(pen, "taken", "gain");
  const nothing = { left: 0, top: 0, width: 0, height: 0 };
  const weights = (["hprior", "y"] as const).map((id) =>
    plate(pen, `bells-weight ${id}`, nothing).attr("data-symbol", id),
  );
  const pivot = stroke(pen, "bells-pivot", "hhat");
  const names = {
    hprior: letter(pen, "hprior", 0, beam + 6).classed("small halo", true),
    y: letter(pen, "y", 0, beam + 6).classed("small halo", true),
    hhat: letter(pen, "hhat", 0, beam + 23).classed("small halo", true),
  };
  return ({ result: r, t, withheld }: Moment<Setting, Run>) => {
    const shown = isDone(t) && !withheld?.has("picture");
    const [a, b, at] = [r.prior, r.likelihood, r.posterior].map(({ mean }) => x(mean)) as [
      number,
      number,
      number,
    ];
    line.attr("d", `M${tenth(a)} ${beam}H${tenth(b)}`);
    way.attr("d", shown ? `M${tenth(a)} ${beam}H${tenth(at)}` : "");
    const sides = [1 - r.gain, r.gain].map((share) => side * Math.sqrt(share));
    [a, b].forEach((middle, k) => {
      const s = sides[k]!;
      weights[k]!.attr("x", tenth(middle - s / 2))
        .attr("y", tenth(beam - s))
        .attr("width", tenth(s))
        .attr("height", tenth(s));
    });
    const outward = a <= b ? 1 : -1;
    const half = Math.max(...sides) / 2;
    const beside = (name: "hprior" | "y", middle: number, sign: number) =>
      names[name]
        .attr("x", tenth(middle + sign * (half + 7)))
        .attr("text-anchor", sign < 0 ? "end" : "start");
    beside("hprior", a, -outward);
    beside("y", b, outward);
    pivot.attr("d", shown ? `M${tenth(at)} ${beam + 3}l7 12h-14z` : "");
    names.hhat.attr("display", shown ? null : "none").attr("x", tenth(at + 11));
  };
}

/** The precisions added, and the gain as the measurement's share of them. */
export function sums(pen: Pen, { sums: places }: Layout) {
  const lines = places.map(([x, y]) => write(pen, x, y, "start", "", "sum"));
  return ({ result: r, t, withheld }: Moment<Setting, Run>) => {
    const shown = isDone(t) && !withheld?.has("picture");
    const of = (id: "Pprior" | "R" | "P", variance: number) => numeral(id, 1 / variance);
    const [prior, seen, both] = [r.prior, r.likelihood, r.posterior].map((b) => b.variance) as [
      number,
      number,
      number,
    ];
    const add: Piece[] = [
      "1/",
      symbol("Pprior"),
      " + 1/",
      symbol("R"),
      " = 1/",
      symbol("P"),
      ":  ",
    ];
    add.push(of("Pprior", prior), " + ", of("R", seen), " = ", shown ? of("P", both) : "?");
    const share: Piece[] = [symbol("gain"), " = ", of("R", seen), " / "];
    if (shown) share.push(of("P", both), " = ", { id: "gain", text: format(r.gain) });
    else share.push("?");
    [add, share].forEach((line, k) => tellPieces(lines[k]!, line));
  };
}
