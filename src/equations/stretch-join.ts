import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { joinElements } from "../models/kalman.ts";
import type { SymbolId } from "../notation.ts";
import { fromRows } from "../numerics/matrix.ts";

const one = (x: number) => fromRows([[x]]);

export default defineEquation({
  id: "stretch-join",
  name: "Two stretches of a filter in a row act as one: each share is divided by one plus what the earlier leaves in doubt times the precision of what the later measured of its start",
  tex: String.raw`\begin{aligned}\sy{a12} &= \frac{\sy{a2}\by\sy{a1}}{1 + \sy{c1}\by\sy{j2}} \\[4pt] \sy{b12} &= \frac{\sy{a2}\by\left(\sy{b1} + \sy{c1}\by\sy{eta2}\right)}{1 + \sy{c1}\by\sy{j2}} + \sy{b2} \\[4pt] \sy{c12} &= \frac{\sy{a2}\by\sy{c1}\by\sy{a2}}{1 + \sy{c1}\by\sy{j2}} + \sy{c2}\end{aligned}`,
  code: "src/models/kalman/parallel.ts#join",
  given: {
    a1: [0, 1],
    b1: [-5, 5],
    c1: [0, 4],
    a2: [0, 1],
    b2: [-5, 5],
    c2: [0, 4],
    eta2: [-5, 5],
    j2: [0, 4],
  },
  derive: ({ a1, b1, c1, a2, b2, c2, eta2, j2 }) => {
    const earlier = { A: one(a1!), b: one(b1!), C: one(c1!), eta: one(0), J: one(0) };
    const later = { A: one(a2!), b: one(b2!), C: one(c2!), eta: one(eta2!), J: one(j2!) };
    const both = joinElements(earlier, later);
    return { a12: both.A.data[0]!, b12: both.b.data[0]!, c12: both.C.data[0]! };
  },
  residual: (at) => {
    const of = (id: SymbolId) => numberOf(at, id);
    const share = of("a2") / (1 + of("c1") * of("j2"));
    const gaps = [
      of("a12") - share * of("a1"),
      of("b12") - share * (of("b1") + of("c1") * of("eta2")) - of("b2"),
      of("c12") - share * of("c1") * of("a2") - of("c2"),
    ];
    return Math.max(...gaps.map(Math.abs));
  },
});
