import { createRoot, hydrateRoot } from "react-dom/client";
import { Router } from "wouter";
import { App } from "./app/App.tsx";
import { asFolder, embedTag } from "./app/paths.ts";
import { loadPage } from "./app/routes.ts";
import { liveWithTranslation } from "./app/translated.ts";
import { local } from "./offline/local.ts";
import "./app/styles.ts";

// Hosts may serve the site from a folder: Vite's base is the router's base.
const base = import.meta.env.BASE_URL.replace(/\/$/, "");
const root = document.getElementById("root")!;

// The links of a text are written as from a folder; a host may have dropped its last slash.
const folder = asFolder(location.pathname);
if (folder !== location.pathname)
  history.replaceState(history.state, "", folder + location.search + location.hash);

async function open(): Promise<void> {
  const start = await loadPage(location.pathname.slice(base.length), location.hash.slice(1));
  liveWithTranslation();
  const app = (
    <Router base={base}>
      <App start={start} />
    </Router>
  );
  const speaker = new URLSearchParams(location.search).get("speaker");
  if (speaker && start.chapter)
    (await import("./app/speaker/open.tsx")).openSpeaker(root, start.chapter, speaker, base);
  // `npm run dev` serves no prerendered page.
  else if (root.firstElementChild) hydrateRoot(root, app);
  else createRoot(root).render(app);
  // Long after: the page has all it needs. Where the course is developed it is kept only when the panel is asked to.
  if (import.meta.env.PROD && (navigator.serviceWorker?.controller || !local(location.hostname)))
    setTimeout(async () => (await import("./app/offline/late.ts")).begin(), 5000);
}

const { framed } = document.documentElement.dataset;
if (embedTag(location.pathname.slice(base.length)))
  void import("./app/embed/start.tsx").then(({ start }) => start(root, base));
else if (framed === undefined) await open();
