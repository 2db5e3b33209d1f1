import { Refusal, type Report } from "../../kit/task.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Characters of the bundled text, of which no model was trained on one. */
export const SAMPLE = 100_000;
/** A speech of it, and how often that is read in a row. */
const speech =
  "HORTENSIO:\nBut I have cause to pry into this pedant:\nMethinks he looks as though he were in love:\nYet if thy thoughts, Bianca, be so humble\nTo cast thy wandering eyes on every stale,\nSeize thee that list: if once I find thee ranging,\nHortensio will be quit with thee by changing.\n\n";
const TIMES = 10;
export const SPEECH = speech.length;

/** The text of a setting; none where it is not here yet. */
export function textOf({ sample }: Pick<Run, "sample">, v: Pick<Setting, "source" | "own">) {
  if (v.source === "own") return v.own;
  return v.source === "sample" ? sample?.text : speech.repeat(TIMES);
}

/** How many characters it has, known before it is here. */
export const countOf = ({ source, own }: Pick<Setting, "source" | "own">): number =>
  source === "own" ? own.length : source === "sample" ? SAMPLE : TIMES * SPEECH;

/** The bundled text, and how much each of its characters surprised the model when that was recorded. */
export interface Sample {
  readonly text: string;
  readonly surprise: Float32Array;
}

/** Nats are kept as squares of 64ths, a byte each. */
export const STEP = 64;
export const unpacked = (bytes: Uint8Array): Float32Array =>
  Float32Array.from(bytes, (b) => (b / STEP) ** 2);

/** Fetches both, where the setting asks for them. */
export async function* fetchSample(
  { source }: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  if (source !== "sample") return {};
  const text = await (await get("held-out.txt", stop)).text();
  yield { done: 0 };
  const bytes = new Uint8Array(await (await get("held-out-surprise.u8", stop)).arrayBuffer());
  if (text.length !== SAMPLE || bytes.length !== SAMPLE) throw new Refusal("damaged");
  return { sample: { text, surprise: unpacked(bytes).fill(NaN, 0, 1) } };
}

async function get(file: string, signal: AbortSignal): Promise<Response> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}data/${file}`, { signal });
    if (answer.ok) return answer;
  } catch {
    // offline, or stopped: then nobody hears of it
  }
  throw new Refusal("missing");
}
