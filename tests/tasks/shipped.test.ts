import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Card } from "../../src/models/shipped/card.ts";
import { shipped, type Shipped } from "../../src/tasks/shipped.ts";
import { Refusal } from "../../src/kit/task.ts";

const card = readFileSync("public/models/digits/card.json", "utf8");
const bytes = new Uint8Array(readFileSync("public/models/digits/weights.bin"));
const same = (had: Uint8Array) => Buffer.compare(had, bytes) === 0;
const never = new AbortController().signal;

test("what a card says of held-out data is said of the weights as they are shipped", () => {
  const ids = readdirSync("public/models");
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) {
    const { heldOut } = JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as Card;
    expect(heldOut.what, id).toContain("as shipped");
  }
});

/** A host that answers with these; nothing where not given. */
function host(files: { card?: BodyInit; weights?: BodyInit }) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (what: string) => {
    asked.push(what);
    const body = what.endsWith("card.json") ? files.card : files.weights;
    return Promise.resolve(new Response(body ?? "", { status: body === undefined ? 404 : 200 }));
  });
  return asked;
}
afterEach(() => void vi.unstubAllGlobals());

async function all(): Promise<{ done: number[]; model: Shipped }> {
  const slices = shipped("digits", never);
  const done: number[] = [];
  for (;;) {
    const next = await slices.next();
    if (next.done) return { done, model: next.value };
    done.push(next.value.done);
  }
}
const refused = async () => {
  const error = await all().then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).phrase;
};
/** In pieces, as over a slow line; `broken` ends it in an error. */
const pieces = (of: Uint8Array, broken = false) =>
  new ReadableStream<Uint8Array>({
    start(line) {
      for (let at = 0; at < of.length; at += 10_000) line.enqueue(of.slice(at, at + 10_000));
      if (broken) line.error(new TypeError("network error"));
      else line.close();
    },
  });

test("a model comes whole, in pieces, with how far it is", async () => {
  const asked = host({ card, weights: pieces(bytes) });
  const { done, model } = await all();
  expect(asked).toEqual(["/models/digits/card.json", "/models/digits/weights.bin"]);
  expect(model.card).toEqual(JSON.parse(card));
  expect(same(model.bytes)).toBe(true);
  expect(done).toEqual([10_000, 20_000, 30_000, bytes.length].map((n) => n / bytes.length));
});

/** A browser's shelves, by the address under which a file is kept; `full` takes nothing in. */
function shelf(full = false) {
  const kept = new Map<string, Uint8Array>();
  const address = (what: string | { url: string }) =>
    new URL(typeof what === "string" ? what : what.url, "https://course.example").href;
  vi.stubGlobal("caches", {
    open: () =>
      Promise.resolve({
        match: (what: string) =>
          Promise.resolve(
            kept.has(address(what)) ? new Response(kept.get(address(what)) as BodyInit) : undefined,
          ),
        keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
        delete: (what: { url: string }) => Promise.resolve(kept.delete(address(what))),
        put: async (what: string, answer: Response) => {
          if (full) throw new DOMException("Quota exceeded.", "QuotaExceededError");
          kept.set(address(what), new Uint8Array(await answer.arrayBuffer()));
        },
      }),
  });
  return kept;
}
const { sha256 } = JSON.parse(card) as { sha256: string };
const where = (sum: string, id = "digits") =>
  `https://course.example/models/${id}/weights.bin?${sum}`;

describe("for the next visit", () => {
  test("the weights are kept, and not asked for again", async () => {
    const kept = shelf();
    host({ card, weights: pieces(bytes) });
    expect((await all()).model.unkept).toBeUndefined();
    expect([...kept.keys()]).toEqual([where(sha256)]);
    const asked = host({ card });
    const { done, model } = await all();
    expect(asked).toEqual(["/models/digits/card.json"]);
    expect([done, same(model.bytes), model.unkept]).toEqual([[1], true, undefined]);
  });

  test("what was kept and is no longer whole is fetched anew", async () => {
    const kept = shelf();
    const flipped = bytes.slice();
    flipped[20_000]! ^= 1;
    for (const damaged of [flipped, bytes.slice(0, -1), new Uint8Array()]) {
      kept.set(where(sha256), damaged);
      const asked = host({ card, weights: pieces(bytes) });
      expect(same((await all()).model.bytes)).toBe(true);
      expect(asked.length).toBe(2);
      expect(same(kept.get(where(sha256))!)).toBe(true);
    }
  });

  test("another version goes, another model's stays", async () => {
    const kept = shelf();
    kept.set(where("older"), bytes).set(where("x", "english"), bytes);
    host({ card, weights: pieces(bytes) });
    await all();
    expect([...kept.keys()].toSorted()).toEqual([where(sha256), where("x", "english")].toSorted());
  });

  test("storage that is full, forbidden or not there changes nothing but that it is told", async () => {
    const forbidden = () => Promise.reject(new DOMException("", "SecurityError"));
    const worlds = [
      () => shelf(true),
      () => vi.stubGlobal("caches", { open: forbidden }),
      () => vi.stubGlobal("caches", undefined),
    ];
    for (const world of worlds) {
      world();
      host({ card, weights: pieces(bytes) });
      const { model } = await all();
      expect([same(model.bytes), model.unkept]).toEqual([true, true]);
    }
  });

  test("what came damaged is not kept", async () => {
    const kept = shelf();
    host({ card, weights: pieces(bytes.slice(0, -1)) });
    expect(await refused()).toBe("damaged");
    expect(kept.size).toBe(0);
  });
});

test("what is not there, or breaks off, is missing", async () => {
  host({});
  expect(await refused()).toBe("missing");
  host({ card });
  expect(await refused()).toBe("missing");
  host({ card, weights: pieces(bytes, true) });
  expect(await refused()).toBe("missing");
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await refused()).toBe("missing");
});

test("what is not the file that the card tells of is damaged", async () => {
  const flipped = bytes.slice();
  flipped[20_000]! ^= 1;
  for (const weights of [flipped, bytes.slice(0, -1), new Uint8Array([...bytes, 0])]) {
    host({ card, weights: pieces(weights) });
    expect(await refused()).toBe("damaged");
  }
  for (const odd of ["<!doctype html><title>Not found</title>", "{}", "[]"]) {
    host({ card: odd, weights: bytes.slice() });
    expect(await refused()).toBe("damaged");
  }
});
