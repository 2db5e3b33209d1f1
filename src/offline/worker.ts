// The service worker: sw.js, one file, made by tools/offline.mjs once all that it lists is built.
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { local } from "./local.ts";
import { pageOf, shelfOf, TAKE_OVER, type Listed } from "./names.ts";

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const LISTED: Listed;

const { scope } = self.registration;
const base = new URL(scope).pathname;
const networkFirst = local(self.location.hostname);
const course = new PrecacheController({ cacheName: shelfOf(base) });
course.addToCacheList(LISTED.course.map(([at, revision]) => ({ url: scope + at, revision })));
const onRequest = new Map(LISTED.onRequest.map(([at, sum]) => [at, sum]));
/** The same shelf as in tasks/kept.ts, and the same names on it. */
const MODELS = "hidden-state-models";

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([keepAll(event), renewModels()]));
});

/** Workbox's own `install` asks for one file after the other: 800 round trips. Here some are under way at once. */
async function keepAll(event: ExtendableEvent): Promise<void> {
  const left = [...course.getURLsToCacheKeys()];
  const lane = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [url, cacheKey] = next;
      // What carries its version in its name may come from the browser's own store.
      const request = new Request(url, { cache: url === cacheKey ? "default" : "reload" });
      await Promise.all(course.strategy.handleAll({ event, request, params: { cacheKey } }));
    }
  };
  await Promise.all(Array.from({ length: 5 }, lane));
}

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), tidy()]));
});

self.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { href, pathname } = new URL(request.url);
  if (request.method !== "GET" || !href.startsWith(scope)) return;
  const path = pathname.slice(base.length);
  const navigates = request.mode === "navigate";
  const listed = [path, pageOf(path)].find((at) => course.getCacheKeyForURL(scope + at));
  if (navigates) event.waitUntil(tidy());
  if (listed !== undefined)
    event.respondWith(networkFirst ? fromNetwork(request, listed) : fromShelf(request, listed));
  else if (onRequest.has(path)) event.respondWith(model(request, path));
  else if (navigates) event.respondWith(fromNetwork(request, "404.html"));
});

async function fromShelf(request: Request, at: string): Promise<Response> {
  return (await course.matchPrecache(scope + at).catch(() => undefined)) ?? fetch(request);
}

async function fromNetwork(request: Request, at: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (e) {
    const kept = await course.matchPrecache(scope + at);
    if (kept) return kept;
    throw e;
  }
}

async function model(request: Request, path: string): Promise<Response> {
  const shelf = await caches.open(MODELS).catch(() => undefined);
  return (await shelf?.match(`${base}${path}?${onRequest.get(path)}`)) ?? fetch(request);
}

/** Of the models that the reader has asked for, those that are new in this version. */
async function renewModels(): Promise<void> {
  if (!(await caches.has(MODELS))) return;
  const shelf = await caches.open(MODELS);
  for (const [path, sum] of onRequest) {
    const had = await shelf.keys(base + path, { ignoreSearch: true });
    const now = `${base}${path}?${sum}`;
    if (had.length === 0 || had.some(({ url }) => url.endsWith(now))) continue;
    const answer = await fetch(scope + path, { cache: "no-cache" }).catch(() => undefined);
    if (answer?.ok) await shelf.put(now, answer);
  }
}

let tidied = false;

/** Lets go of older versions, once no other tab can ask for them and no newer one is on its way. */
async function tidy(): Promise<void> {
  const { waiting, installing } = self.registration;
  if (tidied || waiting || installing) return;
  if ((await self.clients.matchAll({ type: "window" })).length > 1) return;
  tidied = true;
  const wanted = new Set(course.getURLsToCacheKeys().values());
  const shelf = await caches.open(shelfOf(base));
  for (const request of await shelf.keys())
    if (!wanted.has(request.url)) await shelf.delete(request);
}
