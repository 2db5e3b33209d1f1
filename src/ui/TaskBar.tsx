import { BROKEN } from "../kit/drive.ts";
import { useBound, useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** Starts, shows and stops a figure's task. One that starts by itself shows only while it runs. */
export function TaskBar() {
  const { session, words } = useFigure();
  const say = useSay();
  const auto = session.figure.task!.auto === true;
  const unneeded = (values: object) => session.figure.task!.unneeded?.(values as never) === true;
  const bar = useBound<HTMLDivElement>(session, (el, { task, values }) => {
    const { running, finished, stopped, problem } = task;
    const [start, progress, stop, note] = [...el.children] as [
      HTMLButtonElement,
      HTMLProgressElement,
      HTMLButtonElement,
      HTMLElement,
    ];
    el.hidden = unneeded(values);
    el.dataset.running = String(running);
    start.hidden = running || (auto && !stopped && problem === undefined);
    start.textContent = finished ? say("task.again") : words("task");
    progress.hidden = stop.hidden = !running;
    progress.value = task.done;
    const sentence =
      problem === undefined
        ? finished && !auto
          ? say("task.done")
          : ""
        : problem === BROKEN
          ? say("task.broken")
          : words(`phrases.${problem}`);
    if (note.textContent !== sentence) note.textContent = sentence;
  });
  return (
    <div
      ref={bar}
      className="task"
      data-auto={auto || undefined}
      hidden={unneeded(session.store.getState().values)}
    >
      <button type="button" hidden={auto} onClick={() => session.task("start")}>
        {words("task")}
      </button>
      <progress max={1} hidden aria-label={words("task")} />
      <button type="button" hidden onClick={() => session.task("stop")}>
        {say("task.cancel")}
      </button>
      <span role="status" />
    </div>
  );
}
