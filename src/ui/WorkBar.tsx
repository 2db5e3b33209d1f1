import { BROKEN } from "../kit/task.ts";
import { useBound, useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** Starts, shows and stops a figure's long computation. Work that starts by itself shows only while it runs. */
export function WorkBar() {
  const { session, words } = useFigure();
  const say = useSay();
  const auto = session.figure.work!.auto === true;
  const idle = (values: object) => session.figure.work!.unneeded?.(values as never) === true;
  const bar = useBound<HTMLDivElement>(session, (el, { labour, values }) => {
    const { running, finished, stopped, problem } = labour;
    const [start, progress, stop, note] = [...el.children] as [
      HTMLButtonElement,
      HTMLProgressElement,
      HTMLButtonElement,
      HTMLElement,
    ];
    el.hidden = idle(values);
    el.dataset.running = String(running);
    start.hidden = running || (auto && !stopped && problem === undefined);
    start.textContent = finished ? say("work.again") : words("work");
    progress.hidden = stop.hidden = !running;
    progress.value = labour.done;
    const sentence =
      problem === undefined
        ? finished && !auto
          ? say("work.done")
          : ""
        : problem === BROKEN
          ? say("work.broken")
          : words(`phrases.${problem}`);
    if (note.textContent !== sentence) note.textContent = sentence;
  });
  return (
    <div
      ref={bar}
      className="work"
      data-control="work"
      data-auto={auto || undefined}
      hidden={idle(session.store.getState().values)}
    >
      <button type="button" hidden={auto} onClick={() => session.work("start")}>
        {words("work")}
      </button>
      <progress max={1} hidden aria-label={words("work")} />
      <button type="button" hidden onClick={() => session.work("stop")}>
        {say("work.cancel")}
      </button>
      <span role="status" />
    </div>
  );
}
