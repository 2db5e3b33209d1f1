import { drive, slicesOf, type Message } from "../../kit/drive.ts";
import type { Task } from "../../kit/task.ts";

/**
 * Starts a task and tells how it goes: in its worker where there is one, else on the page in turns with the display.
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
  if (worker && typeof Worker !== "undefined")
    void drive((v: V, s) => slicesOf<V, R>(worker(), v, s, had), values, tell, stop.signal);
  else void drive(task.run, values, tell, stop.signal, had, turn);
  return () => stop.abort();
}

/** Lets the display and the reader's hands have their turn. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
