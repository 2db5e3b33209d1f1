import { readFile } from "node:fs/promises";

/** In place of a host: what a page fetches of its own site comes from public/; all else is not there. */
globalThis.fetch = async (what, { signal } = {}) => {
  signal?.throwIfAborted();
  try {
    return new Response(await readFile(`public${String(what)}`));
  } catch {
    return new Response("not found", { status: 404 });
  }
};
