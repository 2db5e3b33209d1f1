import type { Session } from "../session.ts";

/** How long (ms) the parameters must rest before a task that starts by itself starts. */
const REST = 250;

/**
 * Starts a session's automatic task whenever its product is missing, the figure is seen and the reader's hands rest.
 * Returns a function that gives up whatever runs.
 */
export function runTask(session: Session, visible: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let values: object | undefined;
  const look = () => {
    const state = session.store.getState();
    const { running, finished, stopped, problem } = state.task;
    const needed = session.figure.task?.unneeded?.(state.values) !== true;
    const missing = needed && !running && !finished && !stopped && problem === undefined;
    if (missing && visible() && values === state.values && timer !== undefined) return;
    clearTimeout(timer);
    timer = undefined;
    values = state.values;
    if (missing && visible())
      timer = setTimeout(() => {
        timer = undefined;
        if (visible()) session.task("start");
      }, REST);
  };
  const stop = session.figure.task?.auto ? session.store.subscribe(look) : undefined;
  if (stop) look();
  return () => {
    stop?.();
    clearTimeout(timer);
    if (session.store.getState().task.running) session.task("pause");
  };
}
