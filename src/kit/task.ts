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

/** `had` is what the figure's tasks have produced so far, for these values: of others to build on, of its own to go on from. */
export type Run<V, R> = (values: V, stop: AbortSignal, had: Partial<R>) => Slices<R>;

/** What takes longer than a frame: started by a button or by itself, in a worker, with progress and cancel. */
export interface Task<V, R> {
  /** On its button. */
  readonly label: string;
  /** The parameters it depends on: a change of one of them drops what it produced. */
  readonly needs: readonly string[];
  /** Starts by itself when it is on the screen and its parameters have rested. */
  readonly auto?: true;
  /** Another task of the figure, whose product it builds on: until that has ended this one waits. */
  readonly after?: string;
  /** What it produced is a place to go on from: stopping is a pause, one report at a time is possible, and so is starting over. */
  readonly resumes?: true;
  /** Values for which `compute` does it all: nothing starts by itself. */
  unneeded?(values: V): boolean;
  /**
   * Equal values give an equal product, on the page, in a worker and in a test, paused or not. `stop` is aborted when nobody
   * wants it any more: for fetch, and for workers of its own.
   */
  run(values: V, stop: AbortSignal, had: Partial<R>): Slices<R>;
  /** Opens the worker that serves `run` at these values; left out where the task must stay on the page. */
  worker?(values: V): Worker;
}

/** A figure's tasks by their names. */
export type Tasks<V, R> = Readonly<Record<string, Task<V, R>>>;

/** Thrown by `run` where the reader asked for something that cannot be done; `phrase` is one of the figure's. */
export class Refusal extends Error {
  readonly phrase: string;
  constructor(phrase: string) {
    super(phrase);
    this.phrase = phrase;
  }
}
