/** How far a long computation is, and what it has so far. */
export interface Report<R> {
  /** 0 … 1. */
  readonly done: number;
  readonly product?: Partial<R>;
}

/** A long computation in slices of some 50 ms: yields reports, returns what it adds to the result. */
export type Slices<R> =
  | Generator<Report<R>, Partial<R>, undefined>
  | AsyncGenerator<Report<R>, Partial<R>, undefined>;
export type Run<V, R> = (values: V) => Slices<R>;

/** What takes longer than a frame: started by a button or by itself, in a worker, with progress and cancel. */
export interface Work<V, R> {
  /** On its button. */
  readonly label: string;
  /** The parameters it depends on: a change of one of them drops what it produced. */
  readonly needs: readonly string[];
  /** Starts by itself when it is on the screen and its parameters have rested. */
  readonly auto?: true;
  /** Values for which `compute` does it all: nothing starts by itself. */
  unneeded?(values: V): boolean;
  /** Equal values give an equal product, on the page, in a worker and in a test. */
  run(values: V): Slices<R>;
  /** Opens the worker that serves `run`; left out where the work must stay on the page. */
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

/** From a worker to its page. */
export type Message<R> =
  | { readonly kind: "report"; readonly report: Report<R> }
  | { readonly kind: "end"; readonly product: Partial<R> }
  | { readonly kind: "problem"; readonly phrase: string };

/** The problem of a computation that broke down by no fault of the reader. */
export const BROKEN = "";

/**
 * Starts the work and says how it goes: in its worker where there is one, else on the page in turns with the display.
 * Returns a function that stops it; nothing is said after that.
 */
export function start<V, R>(
  work: Work<V, R>,
  values: V,
  say: (message: Message<R>) => void,
): () => void {
  if (work.worker && typeof Worker !== "undefined") {
    const worker = work.worker();
    worker.addEventListener("message", ({ data }: MessageEvent<Message<R>>) => {
      if (data.kind !== "report") worker.terminate();
      say(data);
    });
    worker.addEventListener("error", (e) => {
      e.preventDefault();
      worker.terminate();
      say({ kind: "problem", phrase: BROKEN });
    });
    worker.postMessage(values);
    return () => worker.terminate();
  }
  let stopped = false;
  void drive(
    work.run,
    values,
    (m) => stopped || say(m),
    turn,
    () => stopped,
  );
  return () => (stopped = true);
}

/** Runs a computation to its end, or until `stop` says so, with a pause between its slices. */
export async function drive<V, R>(
  run: Run<V, R>,
  values: V,
  say: (message: Message<R>) => void,
  pause: () => Promise<void> | undefined = () => undefined,
  stop: () => boolean = () => false,
): Promise<void> {
  try {
    const slices = run(values);
    for (;;) {
      const { value, done } = await slices.next();
      if (done) return say({ kind: "end", product: value });
      if (stop()) return void (await slices.return({}));
      say({ kind: "report", report: value });
      await pause();
    }
  } catch (e) {
    say({ kind: "problem", phrase: e instanceof Refusal ? e.phrase : BROKEN });
  }
}

/** Lets the display and the reader's hands have their turn. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
