import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { shipped, type Shipped } from "../../src/kit/shipped.ts";
import { Refusal } from "../../src/kit/task.ts";

const card = readFileSync("public/models/digits/card.json", "utf8");
const bytes = new Uint8Array(readFileSync("public/models/digits/weights.bin"));
const never = new AbortController().signal;

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
  expect(model.bytes).toEqual(bytes);
  expect(done).toEqual([10_000, 20_000, 30_000, bytes.length].map((n) => n / bytes.length));
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
