import { defineEquation } from "../kit/equation.ts";
import { gap, numberOf } from "../kit/bound.ts";
import type { SymbolId } from "../notation.ts";
import { fromRows } from "../numerics/matrix.ts";
import { pairs } from "../numerics/scan.ts";

export default defineEquation({
  id: "scan-operator",
  name: "Two parts in a row act as one: what they keep is the product, what they add is the later share of the earlier sum, plus the later sum",
  tex: String.raw`\begin{aligned}(\sy{a12}, \sy{b12}) &= (\sy{a1}, \sy{b1}) \circ (\sy{a2}, \sy{b2}) \\ &= (\sy{a2}\by\sy{a1},\; \sy{a2}\by\sy{b1} + \sy{b2})\end{aligned}`,
  code: "src/numerics/scan.ts#combine",
  given: { a1: [-1.2, 1.2], b1: [-5, 5], a2: [-1.2, 1.2], b2: [-5, 5] },
  derive: ({ a1, b1, a2, b2 }) => {
    const [a12, b12] = pairs.combine([a1!, b1!], [a2!, b2!]);
    return { a12, b12 };
  },
  /** As maps h ↦ a h + b: the combined one does to 0 and to 1 what both do one after the other. */
  residual: (at) => {
    const value = (id: SymbolId) => numberOf(at, id);
    const inTurn = (h: number) => value("a2") * (value("a1") * h + value("b1")) + value("b2");
    const [zero, one] = [inTurn(0), inTurn(1)];
    return gap(fromRows([[value("a12"), value("b12")]]), fromRows([[one - zero, zero]]));
  },
});
