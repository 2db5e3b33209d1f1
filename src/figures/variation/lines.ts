import { type Pen, write } from "../../draw/picture.ts";
import { type Piece, numeral, tellPieces } from "../../draw/pieces.ts";
import { format } from "../../kit/format.ts";
import { bySlopes, cameBy, SLICES, slicesAt, slopesAt } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import type { Now } from "./scales.ts";

type Say = (word: Phrase) => string;

/** The same in numbers: what the start leaves, what came in, and both together; or a rule of slopes, as it stands and solved. */
export function lines(pen: Pen, { lines: at }: Layout, say: Say) {
  const texts = at.map(([x, y]) => write(pen, x, y, "start", "", "tick"));
  return (now: Now) => {
    const told = bySlopes(now.values) ? slopes(now, say) : slices(now, say);
    texts.forEach((text, i) => tellPieces(text, told[i]!));
  };
}

const h = (x: number, bracket = false): Piece => numeral("h", x, bracket);
const u = (x: number, bracket = false): Piece => numeral("u", x, bracket);
const exactly = ({ result: r }: Now, say: Say): Piece[] => [`, ${say("exactly")} `, h(r.end)];

function slices(now: Now, say: Say): Piece[][] {
  const { result: r, values: v, t } = now;
  const fade = Math.exp(v.a * v.dt);
  const came = cameBy(r, t);
  const done = slicesAt(t) === SLICES;
  const product: Piece[] = [numeral("B", r.B), " · ", u(r.taken), " = ", u(came)];
  const sum = ["∫ exp((Δ−s)A) B u(s) ds = ", u(came), done ? "" : ` ${say("soFar")}`];
  const closed =
    v.way === "zoh"
      ? ["A⁻¹(exp(ΔA) − 1) B u = ", ...product]
      : v.way === "mamba"
        ? ["Δ B u = ", ...product]
        : sum;
  return [
    ["exp(ΔA) h = ", numeral("A", fade), " · ", h(v.h0, true), " = ", h(fade * v.h0)],
    done ? closed : sum,
    [
      `${done ? "" : `${say("soFar")} `}`,
      h(fade * v.h0),
      " + ",
      u(came),
      " = ",
      h(fade * v.h0 + came),
      ...(done ? exactly(now, say) : []),
    ],
  ];
}

function slopes(now: Now, say: Say): Piece[][] {
  const { result: r, values: v, t } = now;
  const s = slopesAt(r, v, t);
  const rate = (x: number, bracket = true) => numeral("h", x, bracket);
  const rule: Piece[] =
    v.way === "bilinear"
      ? ["(", rate(s.left, false), " + ", rate(s.right), ") / 2"]
      : [rate(s.left)];
  const names = {
    euler: "Ā = 1 + ΔA = ",
    backward: "Ā = 1 / (1 − ΔA) = ",
    bilinear: "Ā = (1 + ΔA/2) / (1 − ΔA/2) = ",
  };
  return [
    [h(v.h0), ` + ${format(s.width)} · `, ...rule, " = ", h(s.gives)],
    [names[v.way as keyof typeof names], numeral("Abar", r.A), ", B̄ = ", numeral("Bbar", r.B)],
    // Solved, where it is.
    t >= SLICES ? solved(now, say) : [],
  ];
}

const solved = (now: Now, say: Say): Piece[] => {
  const { result: r, values: v } = now;
  return [
    numeral("Abar", r.A),
    " · ",
    h(v.h0, true),
    " + ",
    numeral("Bbar", r.B),
    " · ",
    u(r.taken),
    " = ",
    h(r.h1),
    ...exactly(now, say),
  ];
};
