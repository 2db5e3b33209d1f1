import { Fault, type FaultName } from "../../models/checkpoint/fault.ts";
import { planOf } from "../../models/checkpoint/plan.ts";
import { readPlaces } from "../../models/safetensors.ts";
import { CHANNELS, LAYERS, STATES } from "./models.ts";
import type { Own } from "./own.ts";
import { tokenizerOf } from "./tokenizer.ts";

/** Why a choice of files is no model, a sentence of checkpoint.json; and what stands in it. */
export interface Refused {
  readonly why: FaultName | "files" | "pickle" | "states" | "sizes" | "tokenizer" | "unread" | Lost;
  readonly what: string;
}
type Lost = "unreadable" | "offline";

class Odd extends Error {
  readonly refused: Refused;
  constructor(why: Refused["why"], what = "") {
    super(why);
    this.refused = { why, what };
  }
}

/**
 * A model of the files of a Hugging Face folder, in any order, others among them: config.json, tokenizer.json, and model.safetensors or
 * the shards of a model.safetensors.index.json. Of the weights no more than the headers is read; of no files comes nothing.
 */
export async function chooseOwn(
  gathered: readonly File[] | Promise<readonly File[]>,
): Promise<Own | Refused | undefined> {
  try {
    const files = await gathered;
    return files.length > 0 ? await made(files) : undefined;
  } catch (e) {
    if (e instanceof Odd) return e.refused;
    if (e instanceof Fault) return { why: e.fault, what: e.what };
    // a file that went away is a DOMException, code that did not arrive a TypeError
    return { why: e instanceof DOMException ? "unreadable" : "offline", what: "" };
  }
}

async function made(files: readonly File[]): Promise<Own> {
  const named = (name: string) => files.find((file) => file.name === name);
  const ending = (end: RegExp) => files.find(({ name }) => end.test(name));
  const [config, tokenizer] = [named("config.json"), named("tokenizer.json")];
  const index = named("model.safetensors.index.json");
  const single = named("model.safetensors") ?? ending(/\.safetensors$/);
  const pickle = ending(/\.(bin|pth?|pkl|ckpt)$/);
  if (!index && !single && pickle) throw new Odd("pickle", pickle.name);
  const lacking = [
    ...(config ? [] : ["config.json"]),
    ...(tokenizer ? [] : ["tokenizer.json"]),
    ...(index || single ? [] : ["model.safetensors"]),
  ];
  if (lacking.length > 0) throw new Odd("files", lacking.join(", "));
  const said = await jsonOf(config!);
  const weights = index ? await shardsOf(index, named) : [single!];
  const plan = planOf(said, await Promise.all(weights.map(readPlaces)));
  const { layers, E: channels, N: states, input } = plan.shape;
  if (states > STATES) throw new Odd("states", String(states));
  if (layers > LAYERS || channels > CHANNELS) throw new Odd("sizes", `${layers} × ${channels}`);
  await checkTokenizer(tokenizer!, "vocab" in input ? input.vocab : 0);
  return {
    name: nameOf(single ?? weights[0]!),
    layers,
    channels,
    states,
    plan,
    first: firstOf(said),
    weights,
    tokenizer: tokenizer!,
  };
}

/** The folder that a file was in, where the browser tells; a shard goes by the name of the whole. */
const nameOf = ({ webkitRelativePath: path = "", name }: File) =>
  path.split("/").at(-2) ?? name.replace(/-\d+-of-\d+(?=\.)/, "");

async function jsonOf(file: File): Promise<unknown> {
  const text = await file.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Fault("config", `${file.name} (JSON)`, "it is no JSON");
  }
}

function firstOf(config: unknown): number {
  const { bos_token_id: begin, eos_token_id: end } = config as Record<string, unknown>;
  return (
    [begin, end].find((id): id is number => Number.isSafeInteger(id) && (id as number) >= 0) ?? 0
  );
}

async function shardsOf(index: File, named: (name: string) => File | undefined): Promise<File[]> {
  const map = ((await jsonOf(index)) as { weight_map?: unknown } | null)?.weight_map;
  if (typeof map !== "object" || map === null)
    throw new Fault("config", `${index.name} (weight_map)`, "no map");
  const names = [...new Set(Object.values(map).map(String))];
  const lacking = names.filter((name) => !named(name));
  if (lacking.length > 0) throw new Fault("shard", lacking.join(", "), "files are missing");
  return names.map((name) => named(name)!);
}

/** Throws on a tokenizer.json that names tokens which the model has not, leaves many without a name, or cannot be read here. */
async function checkTokenizer(file: File, vocab: number): Promise<void> {
  const said = (await jsonOf(file)) as {
    model?: { vocab?: unknown };
    added_tokens?: unknown;
  } | null;
  const words = said?.model?.vocab;
  const added = Array.isArray(said?.added_tokens) ? (said.added_tokens as { id?: unknown }[]) : [];
  const ids: unknown[] = [
    ...(Array.isArray(words) ? words.keys() : Object.values((words ?? {}) as object)),
    ...added.map(({ id }) => id),
  ];
  const most = ids.reduce<number>((a, id) => Math.max(a, Number(id)), -1) + 1;
  // most models have some places more than their tokenizer names, to fill a multiple of eight or more
  if (most > vocab || most < 0.9 * vocab || Number.isNaN(most))
    throw new Odd("tokenizer", `${most} ≠ ${vocab}`);
  const made = await tokenizerOf(file);
  if (!made) throw new Odd("unread");
}
