/** Files of the site that this browser keeps from one visit to the next, each under its path and its checksum (Cache Storage). */
const SHELF = "hidden-state-models";

const named = (path: string, sum: string) => `${path}?${sum}`;

/** A file as it was kept, still to be checked; none where there is none, or where the browser keeps nothing. */
export async function keptFile(
  path: string,
  sum: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const found = await (await caches.open(SHELF)).match(named(path, sum));
    return found && new Uint8Array(await found.arrayBuffer());
  } catch {
    return undefined; // no https, or forbidden
  }
}

/** Keeps a file and lets go of its other versions; whether it did: storage may be full or forbidden. */
export async function keepFile(
  path: string,
  sum: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const shelf = await caches.open(SHELF);
    for (const old of await shelf.keys())
      if (new URL(old.url).pathname === path) await shelf.delete(old);
    await shelf.put(named(path, sum), new Response(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Lets go of all that was kept. */
export async function forgetKept(): Promise<void> {
  try {
    await caches.delete(SHELF);
  } catch {
    // Nothing could be kept.
  }
}

/** What is kept, by path and checksum: `/models/x/weights.bin?<sum>`. Nothing where the browser keeps nothing. */
export async function keptNames(): Promise<ReadonlySet<string>> {
  try {
    const keys = await (await caches.open(SHELF)).keys();
    return new Set(keys.map(({ url }) => url.slice(new URL(url).origin.length)));
  } catch {
    return new Set();
  }
}
