import { mambaShape, type Shape } from "../mamba/shape.ts";
import { tensorSpecs } from "../mamba/weights.ts";
import type { StoredPlace } from "../safetensors.ts";
import { Fault } from "./fault.ts";
import { packingOf, type Packing } from "./packed.ts";

/** How a checkpoint becomes a packed model, known from its headers alone. */
export interface Plan {
  readonly shape: Shape;
  /** All in single precision; else the matrices in eight bits. */
  readonly exact: boolean;
  readonly parameters: number;
  /** Of the packed model. */
  readonly bytes: number;
  readonly pieces: readonly Piece[];
}

/** A tensor: where it goes, and in which file its bytes lie. */
export interface Piece extends Packing {
  readonly file: number;
  readonly from: number;
  readonly dtype: StoredPlace["dtype"];
}

/** Up to so many parameters a model keeps single precision; with more than the second it is not taken. */
const [EXACT, MOST] = [16e6, 420e6];

/**
 * The plan for a config.json (parsed) and the tensors of one file or several, in Hugging Face's names or the original code's. Throws a
 * Fault on another architecture, a tensor that is missing, strange or of another shape, and a model too large for a page. `exact`
 * overrules what its size would say.
 */
export function planOf(
  config: unknown,
  files: readonly (readonly StoredPlace[])[],
  exact?: boolean,
): Plan {
  const shape = shapeOf(config);
  const specs = tensorSpecs(shape);
  const parameters = specs.reduce((sum, { size }) => sum + size, 0);
  if (parameters > MOST)
    throw new Fault("large", grouped(parameters), `it has ${parameters} parameters`);
  const stored = new Map(
    files.flatMap((places, file) =>
      places.map((place): [string, Stored] => [hugging(place.name), { ...place, file }]),
    ),
  );
  const single = exact ?? parameters <= EXACT;
  const { places, bytes } = packingOf(shape, single);
  const pieces = places.map((place): Piece => pieceOf(place, stored.get(place.name)));
  const known = new Set(specs.map(({ name }) => name));
  for (const name of stored.keys())
    if (!known.has(name) && !(name === "lm_head.weight" && shape.output === "tied"))
      throw new Fault("stray", name, `this config's model has no tensor ${name}`);
  return { shape, exact: single, parameters, bytes, pieces };
}

type Stored = StoredPlace & { readonly file: number };

const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** The original code of Mamba says embedding, Hugging Face embeddings. */
const hugging = (name: string) =>
  name === "backbone.embedding.weight" ? "backbone.embeddings.weight" : name;

function pieceOf(place: Packing, stored: Stored | undefined): Piece {
  const { name, shape } = place;
  if (!stored) throw new Fault("missing", name, `it has no tensor ${name}`);
  if (stored.shape.join() !== shape.join()) {
    const [is, should] = [stored.shape.join("×") || "1", shape.join("×")];
    throw new Fault("shape", `${name}: ${is} ≠ ${should}`, `${name} is ${is} instead of ${should}`);
  }
  return { ...place, file: stored.file, from: stored.at, dtype: stored.dtype };
}

function shapeOf(config: unknown): Shape {
  const type = (config as { model_type?: unknown } | null)?.model_type;
  if (type !== undefined && type !== "mamba")
    throw new Fault("architecture", String(type), `its config says ${String(type)}`);
  try {
    return mambaShape(config);
  } catch (e) {
    const why = e instanceof Error ? e.message : "";
    throw new Fault("config", why.split(" ")[0]!.replace("config.", ""), why);
  }
}
