import { shelfOf, type Listed } from "../../offline/names.ts";

const base = import.meta.env.BASE_URL;
/** The reader has said that this browser shall keep nothing. */
const OFF = "hidden-state-offline";

export const declined = (): boolean => {
  try {
    return localStorage.getItem(OFF) === "off";
  } catch {
    return false;
  }
};

function decline(off: boolean): void {
  try {
    if (off) localStorage.setItem(OFF, "off");
    else localStorage.removeItem(OFF);
  } catch {
    // Where nothing is stored nothing is kept unasked either.
  }
}

/** The course's worker, where there is one in this browser. */
export const registered = async (): Promise<ServiceWorkerRegistration | undefined> =>
  (await navigator.serviceWorker?.getRegistration(base).catch(() => undefined)) ?? undefined;

/** Begins to keep the course. Rejects where browser or network forbid it. */
export async function keepCourse(): Promise<ServiceWorkerRegistration> {
  const worker = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  decline(false);
  return worker;
}

/** Lets go of pages, code and fonts; what the reader did here stays. */
export async function dropCourse(): Promise<void> {
  decline(true);
  await (await registered())?.unregister();
  await caches.delete(shelfOf(base));
}

export async function listed(): Promise<Listed> {
  const answer = await fetch(`${base}offline.json`);
  if (!answer.ok) throw new Error(`offline.json: ${answer.status}`);
  return (await answer.json()) as Listed;
}

/** How much of the course is here: 1 once the worker can answer for all of it. */
export async function shareKept({ course }: Listed): Promise<number> {
  const worker = await registered();
  if (!worker) return 0;
  if (worker.active) return 1;
  const here = await caches.open(shelfOf(base)).then((shelf) => shelf.keys());
  return Math.min(0.99, here.length / (course.length + 1));
}
