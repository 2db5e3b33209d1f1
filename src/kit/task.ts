/** How far a task is, and what it has so far. */
export interface Report<R> {
  /** 0 … 1. */
  readonly done: number;
  readonly product?: Partial<R>;
}

/** A task in slices of some 50 ms: yields reports, returns what it adds to the result. */
export type Slices<R> =
  | Generator<Report<R>, Partial<R>, undefined>
  | AsyncGenerator<Report<R>, Partial<R>, undefined>;

export type Run<V, R> = (values: V, stop: AbortSignal) => Slices<R>;

/** What takes longer than a frame: started by a button or by itself, in a worker, with progress and cancel. */
export interface Task<V, R> {
  /** On its button. */
  readonly label: string;
  /** The parameters it depends on: a change of one of them drops what it produced. */
  readonly needs: readonly string[];
  /** Starts by itself when it is on the screen and its parameters have rested. */
  readonly auto?: true;
  /** Values for which `compute` does it all: nothing starts by itself. */
  unneeded?(values: V): boolean;
  /**
   * Equal values give an equal product, on the page, in a worker and in a test. `stop` is aborted when nobody wants it any
   * more: for fetch, and for workers of its own.
   */
  run(values: V, stop: AbortSignal): Slices<R>;
  /** Opens the worker that serves `run`; left out where the task must stay on the page. */
  worker?(): Worker;
}

/** Thrown by `run` where the reader asked for something that cannot be done; `phrase` is one of the figure's. */
export class Refusal extends Error {
  readonly phrase: string;
  constructor(phrase: string) {
    super(phrase);
    this.phrase = phrase;
  }
}
