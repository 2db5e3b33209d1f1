import type { Session } from "../session.ts";

/** How long (ms) the parameters must rest before a task that starts by itself starts. */
const REST = 250;

/**
 * Starts each of a session's automatic tasks whenever its product is missing, the figure is seen and the reader's hands rest.
 * Returns a function that gives up whatever runs.
 */
export function runTasks(session: Session, visible: () => boolean): () => void {
  const ends = Object.keys(session.figure.tasks ?? {}).map((name) =>
    runTask(session, name, visible),
  );
  return () => ends.forEach((end) => end());
}

function runTask(session: Session, name: string, visible: () => boolean): () => void {
  const task = session.figure.tasks![name]!;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let values: object | undefined;
  const look = () => {
    const state = session.store.getState();
    const { running, finished, stopped, problem } = state.tasks[name]!;
    const ready = task.after === undefined || state.tasks[task.after]!.finished;
    const needed = ready && task.unneeded?.(state.values) !== true;
    const missing = needed && !running && !finished && !stopped && problem === undefined;
    if (missing && visible() && values === state.values && timer !== undefined) return;
    clearTimeout(timer);
    timer = undefined;
    values = state.values;
    if (missing && visible())
      timer = setTimeout(() => {
        timer = undefined;
        if (visible()) session.task(name, "start");
      }, REST);
  };
  const stop = task.auto ? session.store.subscribe(look) : undefined;
  if (stop) look();
  return () => {
    stop?.();
    clearTimeout(timer);
    if (session.store.getState().tasks[name]!.running) session.task(name, "pause");
  };
}
