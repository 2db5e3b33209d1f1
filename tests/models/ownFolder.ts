import { mambaShape } from "../../src/models/mamba/shape.ts";
import { tensorSpecs } from "../../src/models/mamba/weights.ts";
import { generator } from "../../src/numerics/random.ts";
import { fileOf, type Tensor } from "./checkpointFiles.ts";

/** A small Mamba of the sort that Hugging Face keeps in a folder. */
export const smallConfig = {
  model_type: "mamba",
  hidden_size: 32,
  num_hidden_layers: 3,
  vocab_size: 264,
  state_size: 16,
  eos_token_id: 0,
};

/** Its tensors, drawn: poles and steps as Mamba's own start has them. */
export function drawnTensors(config: unknown, seed = 1): Record<string, Tensor> {
  const { normal } = generator(seed);
  const numbers = (name: string, size: number, width: number) =>
    Float32Array.from({ length: size }, (_, i) => {
      if (name.endsWith("A_log")) return Math.log(1 + (i % width));
      if (/norm|\.D$/.test(name)) return 1;
      if (name.endsWith("dt_proj.bias")) return normal() - 3;
      return normal() / (/embeddings|bias/.test(name) ? 2 : Math.sqrt(width));
    });
  return Object.fromEntries(
    tensorSpecs(mambaShape(config)).map(({ name, shape, size }) => [
      name,
      { shape, data: numbers(name, size, shape.at(-1)!) },
    ]),
  );
}

/** The letters that stand for bytes in GPT-2's tokenizers. */
function letterOf(byte: number): string {
  const plain = (b: number) => (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174;
  if (plain(byte)) return String.fromCharCode(byte);
  const odd = Array.from({ length: byte }, (_, b) => b).filter((b) => !plain(b)).length;
  return String.fromCharCode(256 + odd);
}

/** A tokenizer.json as GPT-2's and GPT-NeoX's: bytes, put together by merges; `size` tokens in all. */
export function byteTokenizer(size = 264): string {
  const merges = ["t h", "Ġ th", "Ġth e", "Ġ a"];
  const vocab: Record<string, number> = { "<|endoftext|>": 0 };
  let count = 1;
  const add = (token: string) => (vocab[token] = count++);
  for (let b = 0; b < 256; b++) add(letterOf(b));
  for (const merge of merges) add(merge.replace(" ", ""));
  for (let k = count; k < size; k++) add(`~${k}~`);
  const special = {
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  };
  return JSON.stringify({
    version: "1.0",
    added_tokens: [{ id: 0, content: "<|endoftext|>", ...special }],
    normalizer: { type: "NFC" },
    pre_tokenizer: {
      type: "ByteLevel",
      add_prefix_space: false,
      trim_offsets: true,
      use_regex: true,
    },
    post_processor: null,
    decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: { type: "BPE", vocab, merges },
  });
}

/** A tokenizer.json of whole words w0, w1, …, with nothing for others. */
export const wordTokenizer = (size: number): string =>
  JSON.stringify({
    version: "1.0",
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: "WhitespaceSplit" },
    post_processor: null,
    decoder: null,
    model: {
      type: "WordLevel",
      vocab: Object.fromEntries(Array.from({ length: size }, (_, id) => [`w${id}`, id])),
      unk_token: "?",
    },
  });

/** The whole folder, as a file dialogue or a drop gives it. */
export function ownFolder(config: object = smallConfig, dtype = "F32"): File[] {
  return [
    new File([JSON.stringify(config)], "config.json"),
    new File([fileOf(drawnTensors(config), dtype)], "model.safetensors"),
    new File([byteTokenizer()], "tokenizer.json"),
    new File(["# a card"], "README.md"),
  ];
}
