import type { Box } from "../../draw/box.ts";
import { type Pen, plate, write } from "../../draw/picture.ts";
import { sum } from "../../draw/sum.ts";
import { type halfAt, uncertain, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";

interface Words {
  readonly predict: string;
  readonly update: string;
}

/** `{id}` is a symbol, `#` a place for a number. */
const templates = {
  predict: [
    "{hprior} = {A} {hhatbefore} = # · # = #",
    "{Pprior} = {A}² {Pbefore} + {Q} = # · # + # = #",
  ],
  start: ["{hprior} = #", "{Pprior} = #"],
  update: [
    "{gain} = {Pprior} / ({Pprior} + {R}) = # / # = #",
    "{hhat} = {hprior} + {gain} ({y} − {hprior}) = # + # · # = #",
    "{P} = (1 − {gain}) {Pprior} = # · # = #",
  ],
};

function card(pen: Pen, box: Box, title: string) {
  const g = pen.append("g").attr("class", "sums");
  plate(g, "sum-card", box, 8);
  write(g, box.left + 8, box.top + 18, "start", title, "tick title");
  const lines = (templates: readonly string[]) => {
    const into = g.append("g");
    const tells = templates.map((text, k) => sum(into, box.left + 8, box.top + 39 + 20 * k, text));
    return {
      into,
      tell: (rows: readonly (readonly number[])[]) => rows.forEach((row, k) => tells[k]!(row)),
    };
  };
  return { g, lines };
}

/**
 * The equations of both half-steps with the numbers of the whole half-step `at`, which is lit as the caption speaks of it; what
 * moves above is the way to the next. `secret`: what an update makes of it is still to be guessed.
 */
export function sums(pen: Pen, { sums: place }: Layout, words: Words) {
  const left = card(pen, place.predict, words.predict);
  const first = left.lines(templates.start);
  const predicts = left.lines(templates.predict);
  const right = card(pen, place.update, words.update);
  const updates = right.lines(templates.update);
  return (r: Run, a: number, at: ReturnType<typeof halfAt>, secret: boolean) => {
    const updating = at.updated;
    left.g.classed("present", !updating).attr("display", place.alone && updating ? "none" : null);
    right.g.classed("present", updating).attr("display", place.alone && !updating ? "none" : null);
    const s = at.step;
    const [m, P] = [r.hprior[s]!, r.Pprior[s]!];
    first.into.attr("display", s === 0 ? null : "none");
    predicts.into.attr("display", s === 0 ? "none" : null);
    if (s === 0) first.tell([[m], [P]]);
    else {
      const [before, spread] = [r.hhat[s - 1]!, r.P[s - 1]!];
      predicts.tell([
        [a, before, m],
        [a * a, spread, r.Q, P],
      ]);
    }
    const open = uncertain(r, s) && updating;
    const K = uncertain(r, s) ? r.gain[s]! : NaN;
    const told = [
      [P, P + r.R, K],
      [m, K, open ? r.e[s]! : NaN, open ? r.hhat[s]! : NaN],
      [1 - K, P, uncertain(r, s) ? r.P[s]! : NaN],
    ];
    updates.tell(secret ? told.map((row) => row.map(() => NaN)) : told);
  };
}
