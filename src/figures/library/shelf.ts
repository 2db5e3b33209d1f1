import type { EnterElement, Selection } from "d3";
import { brief } from "../../draw/brief.ts";
import { type Pen, reach, stroke, tenth } from "../../draw/picture.ts";
import { isWrong, type Run } from "./compute.ts";
import type { Layout, Shelf } from "./layout.ts";
import { ARRIVED } from "./pose.ts";

/** No two neighbours are equally tall. */
const HEIGHTS = [1, 0.9, 0.96, 0.87, 0.93, 0.98, 0.89];

/** Narrower than this, a book has room for a bar in place of its result. */
const ROOM = 33;

interface Book {
  readonly at: string;
  readonly u: number;
  readonly tall: number;
  /** Whether its result is written, and wrong. */
  readonly there: boolean;
  readonly wrong: boolean;
  readonly result: number;
}

const booksAt = (r: Run, shelf: Shelf, { tall }: Layout, t: number): Book[] =>
  r.books.map((u, i) => {
    const there =
      r.when[i]! <= Math.floor(t) || (r.when[i] === Math.floor(t) + 1 && t % 1 >= ARRIVED);
    return {
      at: `translate(${tenth(shelf.x(i))},${tenth(shelf.board(i))})`,
      u,
      tall: tall * HEIGHTS[(3 * i) % HEIGHTS.length]!,
      there,
      wrong: there && isWrong(r, i),
      result: r.written[i]!,
    };
  });

/** The boards with their books: on each spine its number, below it the result once it is written. */
export function books(pen: Pen, layout: Layout) {
  const g = pen.append("g").attr("class", "shelf");
  const drawBoards = boards(g, layout);
  const all = g.append("g");
  const enter = (fresh: Selection<EnterElement, Book, SVGGElement, unknown>) => {
    const book = fresh.append("g");
    book.append("rect").attr("rx", 2.5);
    for (const name of ["spine", "level", "struck"]) book.append("path").attr("class", name);
    book.append("text").attr("class", "value").attr("data-symbol", "u");
    book.append("text").attr("class", "value result").attr("data-symbol", "h");
    return book;
  };
  return (r: Run, shelf: Shelf, t: number) => {
    drawBoards(r, shelf);
    const width = shelf.slot - (shelf.slot > 24 ? 4 : 1);
    const left = tenth(-width / 2);
    const book = all
      .selectAll<SVGGElement, Book>("g.book")
      .data(booksAt(r, shelf, layout, t))
      .join(enter)
      .attr("class", (b) => `book${b.there ? " there" : ""}${b.wrong ? " wrong" : ""}`)
      .attr("transform", (b) => b.at);
    const part = (name: string) => book.select<SVGGraphicsElement>(name);
    part("rect")
      .attr("x", left)
      .attr("width", tenth(width))
      .attr("y", (b) => tenth(-b.tall))
      .attr("height", (b) => tenth(b.tall));
    part(".spine").attr("d", (b) => `M${left} ${tenth(-b.tall + 24)}h${tenth(width)}`);
    part("text[data-symbol=u]")
      .attr("y", (b) => tenth(-b.tall + 17))
      .text((b) => brief(b.u, 2));
    const wide = shelf.slot >= ROOM;
    const chars = Math.floor(width / layout.digit);
    part("text.result")
      .attr("y", layout.compact ? -6 : -12)
      .text((b) => (wide && b.there ? brief(b.result, chars) : ""));
    const deep = (0.36 * layout.tall) / 2;
    const most = reach(1e-9, r.written, r.truth);
    part(".level")
      .attr("stroke-width", tenth(Math.max(3, width - 8)))
      .attr("d", (b) =>
        wide || !b.there ? "" : `M0 ${tenth(-deep - 3)}v${tenth((-b.result / most) * deep)}`,
      );
    part(".struck").attr("d", (b) =>
      b.wrong ? `M${tenth(width / 2 - 7)} ${tenth(-b.tall - 4)}l8 8m0 -8l-8 8` : "",
    );
  };
}

/** The boards, and a bookend between two stretches. */
function boards(pen: Pen, { left, right, tall }: Layout) {
  const g = pen.append("g");
  const ends = stroke(pen, "bookend");
  return (r: Run, shelf: Shelf) => {
    g.selectAll("rect")
      .data([...new Set(r.books.map((_, i) => shelf.board(i)))])
      .join("rect")
      .attr("class", "board")
      .attr("x", left - 4)
      .attr("width", right - left + 8)
      .attr("y", (y) => y)
      .attr("height", 5)
      .attr("rx", 2);
    let d = "";
    for (let i = r.chunk; i < r.books.length; i += r.chunk)
      if (shelf.board(i) === shelf.board(i - 1))
        d += `M${tenth((shelf.x(i) + shelf.x(i - 1)) / 2)} ${shelf.board(i)}v${tenth(-0.62 * tall)}`;
    ends.attr("d", d);
  };
}
