import { createStore } from "zustand/vanilla";
import { further, type Progress } from "../chapters/progress.ts";

export const themes = ["system", "light", "dark", "projector"] as const;
export type Theme = (typeof themes)[number];

/** What the site remembers of its reader, in this browser only. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: string | undefined;
  /** Progress by chapter. */
  readonly progress: Readonly<Record<string, Progress>>;
}

const KEY = "hidden-state";
/** Nothing is known of the reader. */
export const none: Preferences = { theme: "system", language: undefined, progress: {} };

/** Set when the browser refuses to store: said once, and then everything is kept until the page closes. */
export let refused = false;

function read(): Preferences {
  try {
    return sane(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return none; // no storage, or not ours: start afresh
  }
}

/** Keeps only what has the right shape: the store may hold anything. */
function sane(stored: unknown): Preferences {
  const from = (typeof stored === "object" && stored !== null ? stored : {}) as Record<
    string,
    unknown
  >;
  const progress: Record<string, Progress> = {};
  for (const [slug, p] of Object.entries(
    (from.progress ?? {}) as Record<string, Partial<Progress> | null>,
  )) {
    const done = Array.isArray(p?.done) ? p.done.filter((s) => typeof s === "string") : [];
    const answers = Object.entries(p?.answers ?? {}).filter(([, n]) => Number.isInteger(n));
    progress[slug] = { done, answers: Object.fromEntries(answers) };
  }
  return {
    theme: themes.find((t) => t === from.theme) ?? none.theme,
    language: typeof from.language === "string" ? from.language : undefined,
    progress,
  };
}

export const preferences = createStore<Preferences>(() => none);

/** Reads what was stored and starts storing: called once, in the browser, after the first render. */
export function openPreferences(): void {
  const stored = read();
  const progress = { ...stored.progress };
  // The first step is on the screen before the store is read: what it noted is kept.
  for (const [slug, noted] of Object.entries(preferences.getState().progress)) {
    const before = progress[slug];
    progress[slug] = before ? further(before, noted) : noted;
  }
  preferences.setState({ ...stored, progress });
  preferences.subscribe((now) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(now));
    } catch {
      refused = true;
    }
  });
  // Another tab has written, or forgotten: what it knows is what is kept.
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) preferences.setState(read(), true);
  });
}
