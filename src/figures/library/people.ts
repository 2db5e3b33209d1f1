import type { EnterElement, Selection } from "d3";
import { brief } from "../../draw/brief.ts";
import { type Pen, tenth } from "../../draw/picture.ts";
import type { SymbolId } from "../../notation.ts";
import type { Run } from "./compute.ts";
import type { Layout, Shelf } from "./layout.ts";
import { posesAt, type Flight, type Pose } from "./pose.ts";

/** The body of a helper, feet at 0: shoulders, arms around the card. */
const BODY = "M-10 -12V-40a10 10 0 0 1 20 0V-12z";

interface Person extends Pose {
  readonly j: number;
  readonly asks: boolean;
}

interface Line {
  readonly id: SymbolId | null;
  readonly text: string;
}

/** What is on the card: a pair while summing up by pairs, the state alone once writing; a question where one must wait. */
function linesOf({ held, doing, asks }: Person, chars: number): Line[] {
  if (!held) return asks ? [{ id: null, text: "?" }] : [];
  const line = (id: SymbolId, x: number) => ({ id, text: brief(x, chars) });
  const pair = held.length === 2 && doing !== "write" && doing !== "done";
  return pair ? [line("a1", held[0]!), line("b1", held[1]!)] : [line("h", held.at(-1)!)];
}

/** The helpers: who works reaches for a book, who waits is pale, and each holds a card with the number so far. */
export function people(pen: Pen, layout: Layout) {
  const g = pen.append("g").attr("class", "helpers");
  const carries = pen.append("g").attr("class", "carries");
  const chars = Math.floor((layout.card - 4) / layout.digit);
  const enter = (fresh: Selection<EnterElement, Person, SVGGElement, unknown>) => {
    const one = fresh.append("g");
    for (const name of ["arm", "leg", "body"]) one.append("path").attr("class", name);
    one.append("circle").attr("class", "head").attr("r", 7.5).attr("cy", -58);
    one.append("rect").attr("class", "card").attr("rx", 3.5);
    for (const name of ["first", "second"]) one.append("text").attr("class", `value ${name}`);
    return one;
  };
  return (r: Run, shelf: Shelf, t: number) => {
    const { poses, flights } = posesAt(r, shelf, t);
    const data = poses.map((pose, j): Person => ({ ...pose, j, asks: r.way === "waiting" }));
    const one = g
      .selectAll<SVGGElement, Person>("g.helper")
      .data(data)
      .join(enter)
      .attr("class", (x) => `helper ${x.doing}`)
      .attr("transform", (x) => `translate(${tenth(x.x)},${tenth(x.y - 1.5 * Math.abs(x.swing))})`);
    one.select(".body").attr("d", BODY);
    one
      .select(".leg")
      .attr("d", (x) => `M-4 -12L${tenth(-4 - 4 * x.swing)} 0M4 -12L${tenth(4 + 4 * x.swing)} 0`);
    const reaches = ({ doing }: Person) => doing === "reduce" || doing === "write";
    one
      .select(".arm")
      .attr("d", (x) =>
        reaches(x) ? `M9 -42L${tenth(x.reach + 5)} ${tenth(8 - layout.floor)}` : "M9 -42L13 -30",
      );
    const lines = (x: Person) => linesOf(x, chars);
    const count = (x: Person) => lines(x).length;
    const tall = (x: Person) => (count(x) === 2 ? 2 * layout.type + 7 : layout.type + 8);
    one
      .select(".card")
      .attr("display", (x) => (count(x) === 0 ? "none" : null))
      .attr("x", -layout.card / 2)
      .attr("width", layout.card)
      .attr("y", (x) => tenth(-28 - tall(x) / 2))
      .attr("height", (x) => tenth(tall(x)));
    const put = (name: string, k: number) =>
      one
        .select(`.${name}`)
        .attr("y", (x) => tenth(-28 + (count(x) === 2 ? 2 * k - 1 : 0) * 0.56 * layout.type + 4.5))
        .attr("data-symbol", (x) => lines(x)[k]?.id ?? null)
        .text((x) => lines(x)[k]?.text ?? "");
    put("first", 0);
    put("second", 1);
    const inboxes = poses.flatMap(({ x, y, inbox }): Flight[] =>
      inbox ? [{ x, y, value: inbox }] : [],
    );
    slips(carries, [...flights, ...inboxes], layout, chars);
  };
}

/** Carries, flying or kept over the head until they are used. */
function slips(pen: Pen, data: readonly Flight[], layout: Layout, chars: number) {
  const slip = pen
    .selectAll<SVGGElement, Flight>("g.slip")
    .data([...data])
    .join((enter) => {
      const fresh = enter.append("g").attr("class", "slip").attr("data-symbol", "h");
      fresh.append("rect").attr("rx", 7);
      fresh.append("text").attr("class", "value");
      return fresh;
    })
    .attr("transform", (x) => `translate(${tenth(x.x)},${tenth(x.y - 77)})`);
  slip
    .select("rect")
    .attr("x", -layout.card / 2 + 1)
    .attr("width", layout.card - 2)
    .attr("y", -8)
    .attr("height", 16);
  slip
    .select("text")
    .attr("y", 4.5)
    .text((x) => brief(x.value.at(-1)!, chars));
}
