import { type Pen, write } from "../../draw/picture.ts";
import { numeral, type Piece, plainOf, symbol, tellPieces } from "../../draw/pieces.ts";
import { widthOf } from "../../draw/text.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Node } from "./network.ts";
import { holds } from "./nodes.ts";
import type { Phrase } from "./phrases.ts";

const pair = (a: Piece, b: Piece): Piece[] => ["(", a, ", ", b, ")"];
const product = (kept: readonly Piece[], added: readonly Piece[], own: Piece): Piece[] =>
  ["(", kept, ", ", added, " + ", own, ")"].flat();

/** The operator, the earlier pair on the left. */
const rule: readonly Piece[] = [
  pair(symbol("a1"), symbol("b1")),
  " ∘ ",
  pair(symbol("a2"), symbol("b2")),
  " = ",
  product([symbol("a2"), symbol("a1")], [symbol("a2"), symbol("b1")], symbol("b2")),
].flat();

const spanOf = ({ span }: Node) =>
  span === null ? "∅" : span.from === span.to ? `${span.from}` : `${span.from}…${span.to}`;

/** The operator with symbols, with the numbers of one node, and what comes out. */
function sumOf(r: Run, node: Node, i: number, turned: boolean): Piece[][] {
  const [first, second] = node.wires.map((w) => r.numbers[w.from]!) as [
    readonly [number, number],
    readonly [number, number],
  ];
  const [one, two] = turned ? [second, first] : [first, second];
  const [a12, b12] = r.numbers[i]!;
  const [n1, n2] = [
    pair(numeral("a1", one[0]), numeral("b1", one[1])),
    pair(numeral("a2", two[0]), numeral("b2", two[1])),
  ];
  return [
    [...n1, " ∘ ", ...n2],
    [
      "= ",
      ...product(
        [numeral("a2", two[0]), " · ", numeral("a1", one[0], true)],
        [numeral("a2", two[0]), " · ", numeral("b1", one[1], true)],
        numeral("b2", two[1], true),
      ),
    ],
    ["= ", ...pair(numeral("a12", a12), numeral("b12", b12))],
  ];
}

/** What a line of the wide picture has room for. */
const LINE = 650;

interface Look {
  readonly node: number | undefined;
  readonly t: number;
  readonly turned: boolean;
  /** Whether a line has no room for more than one step of the sum. */
  readonly narrow: boolean;
}

/** The lines of the panel: what a node stands for and how it came about; without a node, the rule. */
function linesOf(r: Run, look: Look, say: (word: Phrase) => string): (readonly Piece[])[] {
  const { node: i, t, turned, narrow } = look;
  if (i === undefined) return [[say("pointAt")], rule];
  const node = r.network.nodes[i]!;
  const [a, b] = r.numbers[i]!;
  const there = holds(node, Math.ceil(t));
  const value = there ? pair(numeral("a1", a), numeral("b1", b)) : [say("waiting")];
  if (node.kind === "leaf") return [[`${say("element")} ${node.column}`], value];
  if (node.kind === "identity") return [[say("nothing")], value];
  if (node.kind === "pass") return [[`${say("passed")} ${spanOf(node)}`], value];
  const parts = node.wires.map((w) => spanOf(r.network.nodes[w.from]!));
  if (turned) parts.reverse();
  const head = [`${say("covers")} ${spanOf(node)}:  ${parts.join("  ∘  ")}`];
  if (!there) return [head, value];
  const sum = sumOf(r, node, i, turned);
  const line = sum.flatMap((part) => [...part, "  "]);
  const long = widthOf(plainOf(line), 12.5) > LINE;
  if (narrow) return [head, ...sum];
  return long
    ? [head, sum.slice(0, 2).flatMap((part) => [...part, "  "]), sum[2]!]
    : [head, line, rule];
}

/** The sum in the node looked at. */
export function panel(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { left, top, line } = layout.panel;
  const narrow = layout.width < 500;
  const g = pen.append("g").attr("class", "scan-panel");
  const texts = [0, 1, 2, 3].map((k) =>
    write(g, left, top + k * line, "start", "", k === 0 ? "tick says" : "sum"),
  );
  return (r: Run, look: Omit<Look, "narrow">) => {
    const lines = linesOf(r, { ...look, narrow }, say);
    texts.forEach((text, k) => tellPieces(text, lines[k] ?? []));
  };
}
