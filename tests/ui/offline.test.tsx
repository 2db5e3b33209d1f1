import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import sentences from "../../content/en/offline.json" with { type: "json" };
import { manifestOf } from "../../src/app/installed.ts";
import { asked } from "../../src/app/offline/allowed.ts";
import { begin } from "../../src/app/offline/late.ts";
import { OfflineDialog } from "../../src/app/offline/OfflineDialog.tsx";
import { local } from "../../src/offline/local.ts";
import { pageOf } from "../../src/offline/names.ts";
import { click, english, page, type Page } from "./world.tsx";

test.each([
  ["", ""],
  ["index.html", ""],
  ["en", "en/"],
  ["en/", "en/"],
  ["en.html", "en/"],
  ["en/s4", "en/s4/"],
  ["en/s4/", "en/s4/"],
  ["en/s4.html", "en/s4/"],
  ["en/s4/index.html", "en/s4/"],
])("the address %s is the page %s", (path, at) => expect(pageOf(path)).toBe(at));

test.each([
  ["localhost", true],
  ["127.0.0.1", true],
  ["[::1]", true],
  ["course.localhost", false],
  ["example.org", false],
  ["127.0.0.1.example.org", false],
])("%s is where others develop: %s", (host, is) => expect(local(host)).toBe(is));

test("a manifest stays in the site's folder", () => {
  const said = JSON.parse(manifestOf("en", "ltr", english, "/course")) as Record<string, string>;
  for (const key of ["id", "scope", "start_url"]) expect(said[key]).toMatch(/^\/course\//);
});

const files = {
  course: [["en/", "1"]],
  bytes: 20e6,
  onRequest: [
    ["models/a/weights.bin", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3],
    ["audio/b.wav", "0", 4e6],
  ],
};
/** A browser's shelves. */
class Shelves {
  readonly all = new Map<string, Map<string, Response>>();
  full = false;
  async open(name: string) {
    const shelf = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, shelf);
    const at = (url: string) => new URL(url, "http://localhost").href;
    return {
      match: async (url: string) => shelf.get(at(url)),
      put: async (url: string, answer: Response) => {
        if (this.full) throw new DOMException("full", "QuotaExceededError");
        shelf.set(at(url), answer);
      },
      delete: async (url: string) => shelf.delete(at(url)),
      keys: async () => [...shelf.keys()].map((url) => ({ url })),
    };
  }
  delete = async (name: string) => this.all.delete(name);
}

describe("the panel", () => {
  let on: Page;
  let shelves: Shelves;
  const text = () => on.host.textContent;
  const button = (name: string, k = 0) =>
    [...on.host.querySelectorAll("button")].filter((b) => b.textContent === name)[k]!;
  const show = async () => {
    on.show(<OfflineDialog sentences={sentences} close={() => undefined} />);
    await says("20.0 MB");
    for (let k = 0; k < 200 && !button(sentences["offline.keep"], 1); k++) await settle();
  };
  const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 30)));
  /** Waits till the panel says it. */
  const says = async (what: string) => {
    for (let k = 0; k < 200 && !text().includes(what); k++) await settle();
    expect(text()).toContain(what);
  };

  beforeEach(() => {
    on = page();
    shelves = new Shelves();
    vi.stubGlobal("caches", shelves);
    vi.stubGlobal("fetch", async (what: string) => {
      if (what.endsWith("offline.json")) return Response.json(files);
      return what.endsWith("weights.bin") ? new Response("abc") : new Response("", { status: 404 });
    });
  });
  afterEach(() => {
    on.close();
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  test("keeps models that come whole, and says what did not come", async () => {
    await show();
    click(button(sentences["offline.keep"], 1));
    await says(sentences["offline.connection"]);
    await says("4.0 MB are not kept yet.");
    expect([...shelves.all.get("hidden-state-models")!.keys()]).toEqual([
      `http://localhost/models/a/weights.bin?${files.onRequest[0]![1]}`,
    ]);
  });

  test("says when there is no room, and when the host has other files", async () => {
    shelves.full = true;
    await show();
    click(button(sentences["offline.keep"], 1));
    await says(sentences["offline.full"]);
    vi.stubGlobal("fetch", async () => new Response("other"));
    click(button(sentences["offline.keep"], 1));
    await says(sentences["offline.changed"]);
  });

  test("where workers of every kind are forbidden it says so, and what that costs", async () => {
    vi.stubGlobal("Worker", undefined);
    await show();
    await settle();
    click(button(sentences["offline.keep"]));
    await says(sentences["offline.blocked"]);
    await says(sentences["offline.off.workers"]);
    await says(sentences["offline.off.keeping"]);
    for (const what of asked) expect(sentences).toHaveProperty([`offline.off.${what}`]);
  });

  test("what cannot be listed is said", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
    on.show(<OfflineDialog sentences={sentences} close={() => undefined} />);
    await says(sentences["offline.unlisted"]);
  });
});

describe("late, when the page rests", () => {
  const register = vi.fn<() => Promise<object>>(async () => ({ active: null, waiting: null }));
  const browser = (more: object) =>
    vi.stubGlobal("navigator", {
      serviceWorker: { getRegistration: async () => undefined, register },
      ...more,
    });
  beforeEach(() => {
    register.mockClear();
    vi.stubGlobal("location", new URL("https://example.org/en/"));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  test("the course is kept unasked", async () => {
    browser({});
    await begin();
    expect(register).toHaveBeenCalledOnce();
  });

  test.each([
    ["a reader who saves bytes", { connection: { saveData: true } }],
    ["a slow connection", { connection: { effectiveType: "3g" } }],
  ])("but not for %s", async (_, more) => {
    browser(more);
    await begin();
    expect(register).not.toHaveBeenCalled();
  });

  test("nor where the reader has said no, nor where it is developed", async () => {
    browser({});
    localStorage.setItem("hidden-state-offline", "off");
    await begin();
    localStorage.clear();
    vi.stubGlobal("location", new URL("http://localhost:4173/en/"));
    await begin();
    expect(register).not.toHaveBeenCalled();
  });
});
