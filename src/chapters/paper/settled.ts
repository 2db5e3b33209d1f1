import { openSession, type Session } from "../../session/session.ts";
import { runTasks } from "../../session/task/auto.ts";
import { openAt } from "../address.ts";
import type { FigureParts } from "../load.ts";
import type { Step } from "../page.ts";
import type { Still } from "./Picture.tsx";

/**
 * The figure of each step with what its tasks bring by themselves, as on the page: models are fetched, and they run. What has not
 * come after so many ms is not waited for. Of a figure without such tasks nothing.
 */
export async function settled(
  parts: FigureParts | undefined,
  steps: readonly Step[],
  patience: number,
): Promise<ReadonlyMap<string, Still>> {
  const moments = new Map<string, Still>();
  if (!Object.values(parts?.figure.tasks ?? {}).some(({ auto }) => auto)) return moments;
  const session = openSession(parts!.figure, {}, parts!.words);
  const end = runTasks(session, () => true);
  const late = new Promise<void>((over) => setTimeout(over, patience));
  for (const { id, preset } of steps) {
    openAt(session, preset, new URLSearchParams());
    await Promise.race([late, rested(session)]);
    moments.set(id, session.store.getState());
  }
  end();
  return moments;
}

/** Resolves once none of the tasks that start by themselves is still to come. */
const rested = (session: Session): Promise<void> =>
  new Promise((done) => {
    const look = () => {
      if (awaited(session)) return;
      stop();
      done();
    };
    const stop = session.store.subscribe(look);
    look();
  });

function awaited({ figure, store }: Session): boolean {
  const { tasks, values } = store.getState();
  const failed = (name: string | undefined): boolean =>
    name !== undefined &&
    (tasks[name]!.problem !== undefined || failed(figure.tasks![name]!.after));
  return Object.entries(figure.tasks!).some(
    ([name, task]) =>
      task.auto && !task.unneeded?.(values) && !tasks[name]!.finished && !failed(name),
  );
}
