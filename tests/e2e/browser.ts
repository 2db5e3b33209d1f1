import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { turn } from "../turn.ts";
import { languages, slugs } from "./slugs.ts";

export { languages };

export const flags = [
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const home = (tag: string) => `/${tag}/`;
/** A chapter's page; tests of what every lesson has in common use the first chapter. */
export const chapter = (tag: string, slug = "hidden-state") => `/${tag}/${slug}/`;
/** Every chapter in every language. */
export const chapters = slugs.flatMap((slug) =>
  languages.map((tag) => ({ tag, slug, path: chapter(tag, slug) })),
);

const { visit, whole } = inject("visits");
/**
 * Chapters to visit: thoroughly in one language, at a glance in the others, or by turns one of the two, or neither this time; which
 * language and which of the three moves on with the commits.
 */
const visits = visit.map((slug) => {
  const at = slugs.indexOf(slug) + turn;
  const k = Math.floor(at / 3);
  const tag = languages[k % languages.length]!;
  const both = whole.includes(slug);
  const others = languages.filter((l) => l !== tag);
  return { slug, k, path: chapter(tag, slug), others, both, turn: at % 3 };
});
export const thorough = visits.filter((v) => v.both || v.turn === 0);
export const glances = visits
  .filter((v) => v.both || v.turn === 1)
  .flatMap(({ slug, k, others }) =>
    others.map((tag) => ({ slug, k, tag, path: chapter(tag, slug) })),
  );
export const sizes = { 320: 640, 390: 844, 1280: 800, 1920: 1080 } as const;
export type Width = keyof typeof sizes;

export interface Wishes {
  readonly width?: Width;
  readonly height?: number;
  readonly theme?: "light" | "dark";
  readonly reducedMotion?: boolean;
  /** With the motion that a chapter opens with. */
  readonly opening?: boolean;
  readonly javaScriptEnabled?: boolean;
  readonly permissions?: readonly string[];
  readonly touch?: boolean;
  /** Where the pages are, if not at the built site. */
  readonly site?: string;
  /** Run in the page before anything of the page's own. */
  readonly init?: string;
}

/** What a page did while nobody looked. */
export interface Seen {
  /** Console errors and warnings, uncaught exceptions. */
  readonly said: string[];
  /** Requests that failed or were answered with an error. */
  readonly failed: string[];
  /** Requests to another origin. */
  readonly abroad: string[];
  readonly fonts: string[];
  /** JavaScript files and their size as a host with gzip sends them. */
  readonly scripts: Map<string, Promise<number>>;
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly seen: Seen;
  /** Bytes of JavaScript over the wire so far. */
  scriptBytes(): Promise<number>;
  /** Cumulative layout shift so far, or since the count began again. */
  shift(): Promise<number>;
  /** What moved in the larger shifts, from where to where. */
  moved(): Promise<string>;
  restart(): Promise<void>;
}

const watchShift = `globalThis.__shift = 0; globalThis.__moved = []; new PerformanceObserver((list) => {
  const name = (n) => n && (n.nodeType === 1 ? n : n.parentElement);
  const box = (r) => [r.x, r.y, r.width, r.height].map(Math.round).join(" ");
  for (const e of list.getEntries()) if (!e.hadRecentInput) {
    globalThis.__shift += e.value;
    if (e.value < 0.004) continue;
    const of = (s) => name(s.node)?.cloneNode(false).outerHTML.slice(0, 120) + " " + box(s.previousRect) + " → " + box(s.currentRect);
    globalThis.__moved.push(e.value.toFixed(4) + " at " + Math.round(scrollY) + ": " + e.sources.map(of).join("; "));
  }
}).observe({ type: "layout-shift", buffered: true });`;

function watch(page: Page): Seen {
  const site = new URL(inject("site")).origin;
  const seen: Seen = { said: [], failed: [], abroad: [], fonts: [], scripts: new Map() };
  page.on("console", (m) => {
    if (m.type() === "error" || m.type() === "warning") seen.said.push(`${m.type()}: ${m.text()}`);
  });
  page.on("pageerror", (e) => seen.said.push(`exception: ${e.message}`));
  page.on("requestfailed", (r) => {
    // What the page itself no longer waits for, as a task whose setting is gone, has not failed.
    const why = r.failure()?.errorText ?? "";
    if (why !== "net::ERR_ABORTED") seen.failed.push(`${r.url()} ${why}`);
  });
  page.on("request", (r) => {
    if (!/^(data|blob):/.test(r.url()) && new URL(r.url()).origin !== site)
      seen.abroad.push(r.url());
    if (r.resourceType() === "font") seen.fonts.push(r.url());
  });
  page.on("response", (r) => {
    if (r.status() >= 400) seen.failed.push(`${r.status()} ${r.url()}`);
    if (/\.m?js(\?|$)/.test(r.url())) {
      const sent = r
        .request()
        .sizes()
        .then((s) => s.responseBodySize);
      seen.scripts.set(
        r.url(),
        sent.catch(() => NaN),
      );
    }
  });
  return seen;
}

let shared: Promise<Browser> | undefined;
const launch = (more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: inject("chromium"), args: [...flags, ...more] });

/**
 * The page is here and React has taken it over: from now on keys and clicks are heard, and the address has been read. On a busy
 * machine the network can rest while the HTML is still being read: load and rest are both waited for.
 */
async function live(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    return !main || Object.keys(main).some((key) => key.startsWith("__reactFiber"));
  });
  // The present figure draws itself; until then the build's pictures stand there. Where its code cannot come they stay.
  const drawn = () => !document.querySelector(".stage[data-here] .picture > .first");
  await page.waitForFunction(drawn, undefined, { timeout: 10_000 }).catch(() => undefined);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await live(page);
}

/** Another page in the same tab, as a link from anywhere opens it. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await live(page);
}

async function openIn(browser: Browser, path: string, wishes: Wishes = {}): Promise<Opened> {
  const { width = 1280, height = sizes[width], theme = "light", init } = wishes;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: wishes.reducedMotion ? "reduce" : "no-preference",
    javaScriptEnabled: wishes.javaScriptEnabled ?? true,
    hasTouch: wishes.touch ?? false,
    permissions: [...(wishes.permissions ?? [])],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // a limit for what hangs, not for what is slow
  const seen = watch(page);
  if (wishes.javaScriptEnabled !== false) await page.addInitScript(watchShift);
  // A chapter opens with a motion once in a tab: a test begins where that rests.
  const rested = "try { sessionStorage.setItem('hidden-state:opened', '*') } catch {}";
  if (!wishes.opening) await page.addInitScript(rested);
  if (init) await page.addInitScript(init);
  const url = (wishes.site ?? inject("site")) + path;
  if (wishes.javaScriptEnabled !== false) await goTo(page, url);
  else await page.goto(url, { waitUntil: "load" });
  return {
    page,
    context,
    seen,
    scriptBytes: async () =>
      (await Promise.all(seen.scripts.values())).reduce((sum, n) => sum + n, 0),
    shift: () => page.evaluate(() => Reflect.get(globalThis, "__shift") as number),
    moved: () => page.evaluate(() => (Reflect.get(globalThis, "__moved") as string[]).join("\n")),
    restart: () => page.evaluate(() => void Object.assign(globalThis, { __shift: 0, __moved: [] })),
  };
}

/**
 * `open` gives a page in a fresh profile, closed after the test. The worker's files share one Chromium, which ends with
 * the worker; a file that wants other flags has its own.
 */
export function useBrowser(more: readonly string[] = []) {
  let browser: Browser;
  let opened: Opened[] = [];
  beforeAll(async () => {
    browser = await (more.length > 0 ? launch(more) : (shared ??= launch([])));
  });
  afterEach(async () => {
    await Promise.all(opened.map(({ context }) => context.close()));
    opened = [];
  });
  afterAll(() => (more.length > 0 ? browser.close() : undefined));

  return async function open(path: string, wishes?: Wishes): Promise<Opened> {
    const one = await openIn(browser, path, wishes);
    opened.push(one);
    return one;
  };
}

/** One page that stays open through the tests of a `describe`, in the order they stand there. */
export function useVisit(path: string, wishes?: Wishes): () => Opened {
  let visit: Opened | undefined;
  beforeAll(async () => {
    visit = await openIn(await (shared ??= launch([])), path, wishes);
  });
  afterAll(() => visit?.context.close());
  return () => visit!;
}

/** Nothing was said on the console, nothing failed, nothing left the origin. */
export const quiet = ({ said, failed, abroad }: Seen): string[] => [...said, ...failed, ...abroad];
