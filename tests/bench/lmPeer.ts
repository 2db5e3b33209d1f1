import * as ort from "onnxruntime-web";
import type { Stack } from "../../src/models/mamba/stack.ts";
import { onnxFile, type Node, type Port, type Tensor } from "./onnx.ts";

/**
 * One step of the same Mamba in onnxruntime-web (wasm, one thread, float32): the graph takes a token and the states of every layer
 * and gives logits and the next states, which are handed back to it. A call reads one token.
 */
export async function onnxMamba(stack: Stack): Promise<(id: number) => Promise<Float32Array>> {
  const { d, E, N, R, taps, layers, eps, input } = stack.shape;
  const vocab = "vocab" in input ? input.vocab : 0;
  const nodes: Node[] = [];
  const tensors: Tensor[] = [];
  const [inputs, outputs]: [Port[], Port[]] = [[{ name: "id", dims: [1], whole: true }], []];
  let names = 0;
  const hold = (dims: readonly number[], data: Float32Array | BigInt64Array): string => {
    tensors.push({ name: `w${tensors.length}`, dims, data });
    return tensors.at(-1)!.name;
  };
  const numbers = (...data: number[]) => hold([data.length], BigInt64Array.from(data, BigInt));
  const all = (
    op: string,
    ins: string[],
    attributes: NonNullable<Node["attributes"]>,
    n: number,
  ) => {
    const outs = Array.from({ length: n }, () => `t${names++}`);
    nodes.push({ op, inputs: ins, outputs: outs, attributes });
    return outs;
  };
  const run = (op: string, ...ins: string[]) => all(op, ins, {}, 1)[0]!;
  const shaped = (x: string, ...dims: number[]) => run("Reshape", x, numbers(...dims));
  const split = (x: string, ...sizes: number[]) =>
    all("Split", [x, numbers(...sizes)], { axis: 1 }, sizes.length);
  const tensorOf = (name: string) => Float32Array.from(stack.store.tensors[name]!);
  /** A weight of out × in, as the product from the right wants it. */
  const through = (x: string, name: string, outs: number, ins: number) => {
    const w = tensorOf(name);
    const turned = Float32Array.from(w, (_, k) => w[(k % outs) * ins + Math.floor(k / outs)]!);
    return run("MatMul", x, hold([ins, outs], turned));
  };
  const norm = (x: string, name: string) => {
    const mean = all("ReduceMean", [run("Mul", x, x)], { axes: [-1], keepdims: 1 }, 1)[0]!;
    const size = run("Sqrt", run("Add", mean, hold([1], Float32Array.of(eps))));
    return run("Mul", run("Div", x, size), hold([d], tensorOf(name)));
  };
  const silu = (x: string) => run("Mul", x, run("Sigmoid", x));
  const carried = (name: string, dims: number[], next: (was: string) => string): string => {
    inputs.push({ name, dims });
    const out = next(name);
    outputs.push({ name: out, dims });
    return out;
  };

  let stream = run("Gather", hold([vocab, d], tensorOf("backbone.embeddings.weight")), "id");
  for (let l = 0; l < layers; l++) {
    const mixer = `backbone.layers.${l}.mixer`;
    const normed = norm(stream, `backbone.layers.${l}.norm.weight`);
    const [x, z] = split(through(normed, `${mixer}.in_proj.weight`, 2 * E, d), E, E);
    let window = "";
    carried(`window${l}`, [E, taps - 1], (was) => {
      window = all("Concat", [was, shaped(x!, E, 1)], { axis: 1 }, 1)[0]!;
      return run("Slice", window, numbers(1), numbers(taps), numbers(1));
    });
    const weighed = run("Mul", window, hold([E, taps], tensorOf(`${mixer}.conv1d.weight`)));
    const conv = shaped(run("ReduceSum", weighed, numbers(1)), 1, E);
    const u = silu(run("Add", conv, hold([E], tensorOf(`${mixer}.conv1d.bias`))));
    const dBC = through(u, `${mixer}.x_proj.weight`, R + 2 * N, E);
    const [low, B, C] = split(dBC, R, N, N);
    const raw = through(low!, `${mixer}.dt_proj.weight`, E, R);
    const delta = run("Softplus", run("Add", raw, hold([E], tensorOf(`${mixer}.dt_proj.bias`))));
    const A = tensorOf(`${mixer}.A_log`).map((a) => -Math.exp(a));
    const kept = run("Exp", run("Mul", shaped(delta, E, 1), hold([E, N], A)));
    const pushed = run("Mul", shaped(run("Mul", delta, u), E, 1), B!);
    const h = carried(`h${l}`, [E, N], (was) => run("Add", run("Mul", kept, was), pushed));
    const y = shaped(run("MatMul", h, shaped(C!, N, 1)), 1, E);
    const skip = run("Mul", u, hold([E], tensorOf(`${mixer}.D`)));
    const gated = run("Mul", run("Add", y, skip), silu(z!));
    stream = run("Add", stream, through(gated, `${mixer}.out_proj.weight`, d, E));
  }
  const last = norm(stream, "backbone.norm_f.weight");
  const logits = through(last, "backbone.embeddings.weight", vocab, d);
  outputs.push({ name: logits, dims: [1, vocab] });

  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = `file://${process.cwd()}/tests/bench/node_modules/onnxruntime-web/dist/`;
  const file = onnxFile({ nodes, tensors, inputs, outputs });
  const session = await ort.InferenceSession.create(file, { executionProviders: ["wasm"] });
  const states = inputs.slice(1);
  const zeros = ({ dims }: Port) => new Float32Array(dims.reduce((a, b) => a * b, 1));
  const feeds = Object.fromEntries(
    states.map((p) => [p.name, new ort.Tensor("float32", zeros(p), p.dims)]),
  );
  return async (id) => {
    feeds["id"] = new ort.Tensor("int64", BigInt64Array.of(BigInt(id)), [1]);
    const said = await session.run(feeds);
    states.forEach(({ name }, k) => (feeds[name] = said[outputs[k]!.name]!));
    return said[logits]!.data as Float32Array;
  };
}
