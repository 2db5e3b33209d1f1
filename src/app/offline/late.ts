import { local } from "../../offline/local.ts";
import { loadLate } from "../../ui/lateWords.ts";
import { sparing } from "../../ui/sparing.ts";
import { fill } from "../../ui/words.ts";
import { declined, keepCourse, registered } from "./course.ts";

/** Once the page rests: keeps the course where nothing speaks against it, and tells of a newer version that has come. */
export async function begin(): Promise<void> {
  let worker = await registered();
  if (!worker && !declined() && !sparing() && !local(location.hostname))
    worker = await keepCourse().catch(() => undefined); // forbidden: the course is read as it was
  if (!worker) return;
  let page = location.pathname;
  const tell = () => {
    if (worker.active && worker.waiting) void announce(worker);
  };
  tell();
  // One that comes while a page is read waits till the reader turns to another.
  for (const turn of ["pushState", "popstate"])
    addEventListener(turn, () => {
      if (location.pathname === page) return;
      page = location.pathname;
      tell();
    });
}

let told = false;

async function announce(worker: ServiceWorkerRegistration): Promise<void> {
  if (told) return;
  told = true;
  const words = await loadLate("offline", document.documentElement.lang);
  const [{ createRoot }, { UpdateBar }] = await Promise.all([
    import("react-dom/client"),
    import("./UpdateBar.tsx"),
  ]);
  const { createElement } = await import("react");
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  const away = () => (root.unmount(), place.remove());
  // Another tab has opened it: this one reads on with what it has.
  navigator.serviceWorker.addEventListener("controllerchange", away);
  root.render(
    createElement(UpdateBar, {
      worker,
      say: (key) => fill(words[`offline.${key}`] ?? key),
      later: away,
    }),
  );
}
