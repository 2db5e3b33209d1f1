import { keepFile, keptNames } from "../../tasks/kept.ts";
import type { Listed } from "../../offline/names.ts";

const base = import.meta.env.BASE_URL;
type Files = Listed["onRequest"];

/** Models, sounds and data that are not kept yet. */
export async function missing(files: Files): Promise<Files> {
  const here = await keptNames();
  return files.filter(([at, sum]) => !here.has(`${base}${at}?${sum}`));
}

export type Hitch = "connection" | "changed" | "full";

/** Fetches and keeps them, and tells the bytes that have come; what went wrong, if anything. What has come stays. */
export async function keepModels(
  files: Files,
  tell: (bytes: number) => void,
): Promise<Hitch | undefined> {
  let had = 0;
  for (const [at, sum, size] of files) {
    const answer = await fetch(base + at, { cache: "no-cache" }).catch(() => undefined);
    const bytes = answer?.ok ? await answer.arrayBuffer().catch(() => undefined) : undefined;
    if (!bytes) return "connection";
    // The host has a newer version than this page tells of.
    if ((await sumOf(bytes)) !== sum) return "changed";
    if (!(await keepFile(base + at, sum, new Uint8Array(bytes)))) return "full";
    tell((had += size));
  }
  return undefined;
}

async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (b) => b.toString(16).padStart(2, "0")).join("");
}
