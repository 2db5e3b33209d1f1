import { BROKEN } from "../tasks/drive.ts";
import type { TaskState } from "../session/task/state.ts";
import { useBound, useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** Each of a figure's tasks with a bar of its own; those that start by themselves share the room of one, as they seldom run at once. */
export function TaskBars() {
  const tasks = Object.entries(useFigure().session.figure.tasks ?? {});
  const bars = (auto: boolean) =>
    tasks.flatMap(([name, task]) =>
      (task.auto === true) === auto ? [<TaskBar key={name} name={name} />] : [],
    );
  const quiet = bars(true);
  return (
    <>
      {bars(false)}
      {quiet.length > 0 && <div className="quiet-tasks">{quiet}</div>}
    </>
  );
}

// Only what differs is set: the page is laid out anew after each that is, ten times a second while a task reports.
function hide(el: HTMLElement, on: boolean): void {
  if (el.hidden !== on) el.hidden = on;
}
function tell(el: HTMLElement, text: string): void {
  if (el.textContent !== text) el.textContent = text;
}

/** Starts, shows and stops a task. One that starts by itself shows only while it runs. */
function TaskBar({ name }: { name: string }) {
  const { session, words } = useFigure();
  const say = useSay();
  const task = session.figure.tasks![name]!;
  const auto = task.auto === true;
  const { after, resumes } = task;
  const label = words(`tasks.${name}`);
  type State = ReturnType<typeof session.store.getState>;
  const put = ({ values, tasks }: State) =>
    task.unneeded?.(values as never) === true ||
    (after !== undefined && tasks[after]?.finished !== true);
  const begin = ({ finished, stopped, done }: TaskState) =>
    finished ? say("task.again") : resumes && (stopped || done > 0) ? say("task.goOn") : label;
  const sentence = ({ problem, finished }: TaskState) => {
    if (problem === BROKEN) return say(resumes ? "task.brokenOff" : "task.broken");
    if (problem !== undefined) return words(`phrases.${problem}`);
    return finished && !auto ? say("task.done") : "";
  };
  const bar = useBound<HTMLDivElement>(session, (el, state) => {
    const now = state.tasks[name]!;
    const { running, finished, stopped, problem, done } = now;
    const parts = [...el.children] as HTMLElement[];
    const [start, progress, stop, step, over, note] = parts as [
      HTMLElement,
      HTMLProgressElement,
      ...HTMLElement[],
    ];
    hide(el, put(state));
    el.dataset.running = String(running);
    const idle = !running && !stopped && problem === undefined;
    hide(start, running || (auto && idle));
    el.toggleAttribute("data-idle", idle);
    tell(start, begin(now));
    hide(progress, !running);
    hide(stop!, !running);
    progress.value = done;
    hide(step!, !resumes || running || finished);
    hide(over!, !resumes || running || finished || done === 0);
    tell(note!, sentence(now));
  });
  const ask = (what: Parameters<typeof session.task>[1]) => () => session.task(name, what);
  return (
    <div
      ref={bar}
      className="task"
      data-task={name}
      data-auto={auto || undefined}
      data-idle=""
      hidden={put(session.store.getState())}
    >
      <button type="button" hidden={auto} onClick={ask("start")}>
        {label}
      </button>
      <progress max={1} hidden aria-label={label} />
      <button type="button" hidden onClick={ask("stop")}>
        {say(resumes ? "task.pause" : "task.cancel")}
      </button>
      <button type="button" hidden onClick={ask("step")}>
        {say("task.step")}
      </button>
      <button type="button" hidden onClick={ask("drop")}>
        {say("task.over")}
      </button>
      <span role="status" />
    </div>
  );
}
