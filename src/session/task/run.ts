import { drive, opened, slicesOf, workersRun, type Message } from "../../tasks/drive.ts";
import type { Task } from "../../kit/task.ts";

/**
 * Starts a task and tells how it goes: in its worker where there is one and it may run, else on the page in turns with the display.
 * Returns a function that stops it; nothing is told after that.
 */
export function start<V, R>(
  task: Task<V, R>,
  values: V,
  had: Partial<R>,
  tell: (message: Message<R>) => void,
): () => void {
  const stop = new AbortController();
  const { worker } = task;
  const beside = workersRun();
  const hear = (message: Message<R>) => {
    if (message.kind === "problem" && beside && !workersRun()) go();
    else tell(message);
  };
  const go = () => {
    if (worker && workersRun())
      void drive(
        (v: V, s) =>
          slicesOf<V, R>(
            opened(() => worker(v)),
            v,
            s,
            had,
          ),
        values,
        hear,
        stop.signal,
      );
    else void drive(task.run, values, beside && workersRun() ? hear : tell, stop.signal, had, turn);
  };
  go();
  return () => stop.abort();
}

/** Lets the display and the reader's hands have their turn. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
