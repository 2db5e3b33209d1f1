import { drive, type Run } from "./task.ts";

/** The whole of a figure's worker: takes the values, runs, and tells the page how it goes. */
export function serve<V, R>(run: Run<V, R>): void {
  addEventListener("message", ({ data }: MessageEvent<V>) => {
    void drive(run, data, (m) => postMessage(m));
  });
}
