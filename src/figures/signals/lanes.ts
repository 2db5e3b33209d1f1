import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { receivers, type Receiver, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { askedSoFar, shows, stepOf, wrongBy, wrongSoFar } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** A lane for each receiver: a stroke wherever it tells a symbol wrongly, and how many so far. */
export function lanes(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const first = layout.lanes[0]!;
  write(pen, 4, first.top - 12, "start", say("errors"), "tick strong");
  const of = write(pen, layout.width - 6, first.top - 12, "end");
  const cursor = stroke(pen, "cursor");
  const parts = receivers.map((who) => lane(pen, layout, who, say));
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t, withheld } = moment;
    const x = linear(0, r.link.L - 1, first.left, first.right);
    of.text(`/ ${askedSoFar(r, t)}`);
    let row = 0;
    parts.forEach(({ g, draw }, k) => {
      const shown = shows(v, receivers[k]!);
      g.attr("display", shown ? null : "none");
      if (!shown) return;
      g.attr("transform", `translate(0,${layout.lanes[row++]!.top - first.top})`);
      draw(r, t, x, withheld);
    });
    cursor.attr("d", `M${p(x(t))} ${first.top - 4}V${layout.lanes[row - 1]!.bottom + 4}`);
  };
}

/** The readout of each receiver's count, by which it is withheld. */
const readout: Readonly<Record<Receiver, string>> = {
  known: "wrongKnown",
  s6: "wrongS6",
  pilots: "wrongKalman",
  directed: "wrongDirected",
  none: "wrongNone",
};

/** A lane where the first one stands; it is moved to its own. */
function lane(pen: Pen, layout: Layout, who: Receiver, say: (word: Phrase) => string) {
  const b = layout.lanes[0]!;
  const g = pen.append("g").attr("class", `signals-${who}`);
  write(g, 4, b.bottom - 2, "start", say(who));
  stroke(g, "axis").attr("d", `M${b.left} ${b.bottom}H${b.right}`);
  const past = stroke(g, "signals-wrong");
  const waits = write(g, b.left + 6, b.bottom - 2, "start");
  const count = write(g, layout.width - 6, b.bottom - 2, "end", "", "tick strong");
  const draw = (r: Run, t: number, x: (i: number) => number, withheld?: ReadonlySet<string>) => {
    const hidden = withheld?.has(readout[who]) || withheld?.has("picture");
    const wrong = hidden ? undefined : wrongBy(r, who);
    // What is still to come stays unseen: a later step asks for it.
    const strokes = Array.from(wrong?.subarray(0, stepOf(r, t) + 1) ?? [], (is, k) =>
      is ? `M${p(x(k))} ${b.top}V${b.bottom}` : "",
    );
    past.attr("d", strokes.join(""));
    waits.text(wrong ? "" : hidden ? "?" : say("waiting"));
    count.text(wrong ? String(wrongSoFar(r, who, t)) : hidden ? "?" : "");
  };
  return { g, draw };
}
