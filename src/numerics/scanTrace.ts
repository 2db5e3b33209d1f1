import { fail } from "./check.ts";

/** An associative operator. The operands are in order: it need not be commutative. */
export interface Associative<T> {
  combine(earlier: T, later: T): T;
}

/** An associative operator with the element that changes nothing. */
export interface Monoid<T> extends Associative<T> {
  readonly identity: T;
}

/** One act of a scan on its slots. A copy and an identity cost no work. */
export type TraceStep =
  | {
      readonly kind: "combine";
      readonly left: number;
      readonly right: number;
      readonly into: number;
    }
  | { readonly kind: "copy"; readonly from: number; readonly into: number }
  | { readonly kind: "identity"; readonly into: number };

/** The part of an algorithm that a level belongs to. */
export type Phase =
  | "walk"
  | "sweep"
  | "up"
  | "clear"
  | "down"
  | "keep"
  | "reduce"
  | "carry"
  | "output";

/** Steps that happen at once: all read what the slots held before the level, then all write. */
export interface TraceLevel {
  readonly phase: Phase;
  readonly steps: readonly TraceStep[];
}

/** What a scan did: the n elements start in slots 0 … n−1, result i ends in slot `output + i`. */
export interface Trace {
  readonly n: number;
  readonly slots: number;
  readonly output: number;
  readonly levels: readonly TraceLevel[];
}

/** The result of a scan: its prefixes, the number of combines (work), the levels that hold one (depth). */
export interface Scanned<T> {
  readonly values: T[];
  readonly work: number;
  readonly depth: number;
  /** Present when it was asked for. */
  readonly trace?: Trace;
}

/** The slots that a scan works on; it counts, and records when asked to. */
export class Tape<T> {
  work = 0;
  depth = 0;
  readonly #n: number;
  readonly #op: Associative<T> | Monoid<T>;
  readonly #slots: T[];
  readonly #levels: { phase: Phase; steps: TraceStep[] }[] = [];
  readonly #recording: boolean;
  #size: number;
  #writes: { into: number; value: T }[] = [];
  #combines = 0;

  constructor(xs: readonly T[], op: Associative<T> | Monoid<T>, recording = false) {
    if (!(Array.isArray(xs) && xs.length > 0)) fail("xs", "a non-empty array", xs);
    if (typeof op?.combine !== "function") fail("op.combine", "a function of two elements", op);
    this.#n = xs.length;
    this.#size = xs.length;
    this.#op = op;
    this.#slots = [...xs];
    this.#recording = recording;
  }

  /** Ends the level before and begins the next: from here on, reads see what was written until now. */
  level(phase: Phase): void {
    this.#settle();
    if (this.#recording) this.#levels.push({ phase, steps: [] });
  }

  /** Slot `into` receives combine(left, right). */
  combine(left: number, right: number, into: number): void {
    this.#combines++;
    this.#write(into, this.#op.combine(this.#slots[left]!, this.#slots[right]!));
    if (this.#recording) this.#record({ kind: "combine", left, right, into });
  }

  copy(from: number, into: number): void {
    this.#write(into, this.#slots[from]!);
    if (this.#recording) this.#record({ kind: "copy", from, into });
  }

  identity(into: number): void {
    this.#write(into, identityOf(this.#op));
    if (this.#recording) this.#record({ kind: "identity", into });
  }

  /** Ends the scan; its n results stand from slot `output` on. */
  finish(output = 0): Scanned<T> {
    this.#settle();
    const n = this.#n;
    const { work, depth } = this;
    const values = this.#slots.slice(output, output + n);
    if (!this.#recording) return { values, work, depth };
    const levels = this.#levels.filter((level) => level.steps.length > 0);
    return { values, work, depth, trace: { n, slots: this.#size, output, levels } };
  }

  #write(into: number, value: T): void {
    this.#writes.push({ into, value });
    if (into >= this.#size) this.#size = into + 1;
  }

  #record(step: TraceStep): void {
    this.#levels.at(-1)!.steps.push(step);
  }

  #settle(): void {
    for (const { into, value } of this.#writes) this.#slots[into] = value;
    this.#writes = [];
    this.work += this.#combines;
    if (this.#combines > 0) this.depth++;
    this.#combines = 0;
  }
}

/**
 * Runs a trace again over other elements. Row 0 holds the slots at the start, row k those after level k (undefined
 * where a slot is still empty): the numbers in the nodes of an animated tree. Throws unless there are n elements.
 */
export function replay<T>(
  trace: Trace,
  xs: readonly T[],
  op: Associative<T> | Monoid<T>,
): { rows: (T | undefined)[][]; values: T[] } {
  if (xs.length !== trace.n) fail("xs", `of length ${trace.n}`, `length ${xs.length}`);
  let row: (T | undefined)[] = Array.from({ length: trace.slots }, (_, i) => xs[i]);
  const rows = [row];
  for (const { steps } of trace.levels) {
    const next = [...row];
    for (const step of steps) next[step.into] = act(step, row, op);
    rows.push((row = next));
  }
  return { rows, values: row.slice(trace.output, trace.output + trace.n) as T[] };
}

function act<T>(step: TraceStep, row: (T | undefined)[], op: Associative<T> | Monoid<T>): T {
  if (step.kind === "identity") return identityOf(op);
  if (step.kind === "copy") return row[step.from]!;
  return op.combine(row[step.left]!, row[step.right]!);
}

function identityOf<T>(op: Associative<T> | Monoid<T>): T {
  return "identity" in op
    ? op.identity
    : fail("op.identity", "the element that changes nothing (a Blelloch scan needs it)", undefined);
}

/** A run of elements, both ends included; null is the empty run. */
export type Span = { readonly from: number; readonly to: number } | null;

/**
 * Which elements a slot stands for: replayed over it, a trace shows what each node covers. Throws where the operands
 * are not neighbours with the earlier one on the left, so it is also the proof that a scan keeps the order.
 */
export const spans: Monoid<Span> = {
  identity: null,
  combine(earlier, later) {
    if (earlier === null || later === null) return earlier ?? later;
    if (earlier.to + 1 !== later.from)
      fail("later", `a run that starts at ${earlier.to + 1}`, later.from);
    return { from: earlier.from, to: later.to };
  },
};
