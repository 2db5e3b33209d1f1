import { Refusal, type Report, type Run, type Slices } from "../kit/task.ts";

/** How a task goes, as whoever runs it tells: from a worker to its page, from the page to the session. */
export type Message<R> =
  | { readonly kind: "report"; readonly report: Report<R> }
  | { readonly kind: "end"; readonly product: Partial<R> }
  | { readonly kind: "problem"; readonly phrase: string };

/** The problem of a task that broke down by no fault of the reader. */
export const BROKEN = "";

const never = new AbortController().signal;

/** Runs a task to its end, or until it is stopped, with a pause between its slices; once stopped it tells nothing more. */
export async function drive<V, R>(
  run: Run<V, R>,
  values: V,
  tell: (message: Message<R>) => void,
  stop: AbortSignal = never,
  had: Partial<R> = {},
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<void> {
  try {
    const slices = run(values, stop, had);
    for (;;) {
      const { value, done } = await slices.next();
      if (stop.aborted) return void (await slices.return({}));
      if (done) return tell({ kind: "end", product: value });
      tell({ kind: "report", report: value });
      await pause();
    }
  } catch (e) {
    if (!stop.aborted) tell({ kind: "problem", phrase: e instanceof Refusal ? e.phrase : BROKEN });
  }
}

/** What a worker is asked: values, and what there is to build on. */
interface Asked<V, R> {
  readonly values: V;
  readonly had: Partial<R>;
}

/** The whole of a figure's worker: takes the values, runs, and tells the page how it goes. */
export function serve<V, R>(run: Run<V, R>): void {
  addEventListener("message", ({ data: { values, had } }: MessageEvent<Asked<V, R>>) => {
    void drive(run, values, (m) => postMessage(m), never, had);
  });
}

let barred = false;

/** Whether tasks may go to workers: until the browser, or a proxy before it, has not let one begin. */
export const workersRun = (): boolean => typeof Worker !== "undefined" && !barred;

/** A worker; where none may be made, the refusal of one. */
export function opened(worker: () => Worker): Worker {
  try {
    return worker();
  } catch {
    barred = true;
    throw new Refusal(BROKEN);
  }
}

/** What a worker that serves makes of these values, in its slices; it is ended with them, or at once when stopped. */
export async function* slicesOf<V, R>(
  worker: Worker,
  values: V,
  stop: AbortSignal,
  had: Partial<R> = {},
): AsyncGenerator<Report<R>, Partial<R>, undefined> {
  const heard: Message<R>[] = [];
  let wake = () => {};
  const hear = (message: Message<R>) => (heard.push(message), wake());
  worker.addEventListener("message", ({ data }: MessageEvent<Message<R>>) => hear(data));
  worker.addEventListener("error", (e) => {
    e.preventDefault();
    // Its code did not come, or was not allowed: what fails later says how.
    if (!("message" in e)) barred = true;
    hear({ kind: "problem", phrase: BROKEN });
  });
  const end = () => (worker.terminate(), wake());
  stop.addEventListener("abort", end);
  worker.postMessage({ values, had } satisfies Asked<V, R>);
  try {
    while (!stop.aborted) {
      const message = heard.shift();
      if (message?.kind === "end") return message.product;
      if (message?.kind === "problem") throw new Refusal(message.phrase);
      if (message) yield message.report;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    return {};
  } finally {
    stop.removeEventListener("abort", end);
    worker.terminate();
  }
}

/** Runs that go on at once, as one: the mean of how far they are, and each one's product as it comes. One's problem ends all. */
export async function* together<R>(
  runs: readonly ((stop: AbortSignal) => Slices<R>)[],
  stop: AbortSignal,
): AsyncGenerator<Report<R>, Partial<R>, undefined> {
  const all = new AbortController();
  const end = () => all.abort();
  stop.addEventListener("abort", end);
  const slices = runs.map((run) => run(all.signal));
  const far = runs.map(() => 0);
  const next = (k: number) => {
    const step = Promise.resolve(slices[k]!.next()).then((step) => ({ k, step }));
    step.catch(() => undefined); // one that fails out of turn is heard in its turn
    return step;
  };
  const waiting = new Map(runs.map((_, k) => [k, next(k)]));
  let product: Partial<R> = {};
  try {
    while (waiting.size > 0) {
      const { k, step } = await Promise.race(waiting.values());
      waiting.delete(k); // and to the end of the queue, so that each has its turn
      if (!step.done) waiting.set(k, next(k));
      far[k] = step.done ? 1 : step.value.done;
      const add = step.done ? step.value : step.value.product;
      product = { ...product, ...add };
      yield { done: far.reduce((sum, x) => sum + x, 0) / far.length, ...(add && { product: add }) };
    }
    return product;
  } finally {
    stop.removeEventListener("abort", end);
    end();
  }
}
