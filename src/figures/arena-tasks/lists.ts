import { generator, type Generator } from "../../numerics/random.ts";

/** The operators of ListOps: largest, smallest, median, sum modulo 10. */
export const operators = ["MAX", "MIN", "MED", "SM"] as const;
export type Operator = (typeof operators)[number];
export type List = number | { readonly op: Operator; readonly args: readonly List[] };

/** What an operator makes of its arguments; the median is rounded down. */
export function apply(op: Operator, args: readonly number[]): number {
  switch (op) {
    case "MAX":
      return Math.max(...args);
    case "MIN":
      return Math.min(...args);
    case "MED": {
      const sorted = args.toSorted((a, b) => a - b);
      const half = sorted.length >> 1;
      return sorted.length % 2
        ? sorted[half]!
        : Math.floor((sorted[half - 1]! + sorted[half]!) / 2);
    }
    case "SM":
      return args.reduce((a, b) => a + b, 0) % 10;
  }
}

function made(random: Generator, depth: number): List {
  const pick = (n: number) => Math.floor(n * random.uniform());
  const count = 3 + pick(2);
  const deep = pick(count);
  const args = Array.from({ length: count }, (_, k): List => {
    return k === deep && depth > 1 ? made(random, depth - 1) : pick(10);
  });
  return { op: operators[pick(operators.length)]!, args };
}

/** Nested lists of digits, one within the other. */
export const listOf = (seed: number, depth: number): List => made(generator(seed), depth);

export const valueOf = (list: List): number =>
  typeof list === "number" ? list : apply(list.op, list.args.map(valueOf));

/** As it is read: an operator with its bracket is one token. */
export const tokensOf = (list: List): string[] =>
  typeof list === "number" ? [String(list)] : [`[${list.op}`, ...list.args.flatMap(tokensOf), "]"];

/** A bracket: where it opens and closes, how deep it lies, what it comes to. */
export interface Bracket {
  readonly open: number;
  readonly close: number;
  readonly level: number;
  readonly value: number;
}

// #region read
/** Reads the tokens one after the other with a stack, as no state of fixed size can for any depth. */
export function read(tokens: readonly string[]): Bracket[] {
  const stack: { open: number; op: Operator; args: number[] }[] = [];
  const out: Bracket[] = [];
  tokens.forEach((token, t) => {
    if (token.startsWith("[")) stack.push({ open: t, op: token.slice(1) as Operator, args: [] });
    else if (token === "]") {
      const { open, op, args } = stack.pop()!;
      const value = apply(op, args);
      out.push({ open, close: t, level: stack.length, value });
      stack.at(-1)?.args.push(value);
    } else stack.at(-1)!.args.push(Number(token));
  });
  return out;
}
// #endregion
