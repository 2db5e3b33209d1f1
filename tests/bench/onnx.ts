/** As much of the ONNX file format (onnx.proto, IR 8) as a graph of a few operators needs: protocol buffers, written by hand. */

export interface Tensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers, alone or several. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** What enters or leaves a graph. */
export interface Port {
  readonly name: string;
  readonly dims: readonly number[];
  readonly whole?: true;
}

type Bytes = readonly number[];
const utf8 = new TextEncoder();

function varint(x: number): number[] {
  if (x < 0) return varintOf(BigInt.asUintN(64, BigInt(x)));
  return varintOf(BigInt(x));
}
function varintOf(x: bigint): number[] {
  const bytes: number[] = [];
  for (; x > 127n; x >>= 7n) bytes.push(Number(x & 127n) | 128);
  return [...bytes, Number(x)];
}
const whole = (field: number, x: number): number[] => [...varint(field << 3), ...varint(x)];
const part = (field: number, bytes: Bytes): number[] => [
  ...varint((field << 3) | 2),
  ...varint(bytes.length),
  ...bytes,
];
const word = (field: number, text: string) => part(field, [...utf8.encode(text)]);
const joined = (parts: readonly Bytes[]): number[] => parts.flatMap((bytes) => [...bytes]);

const FLOAT = 1;
const INT64 = 7;

function tensor({ name, dims, data }: Tensor): number[] {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return joined([
    joined(dims.map((n) => whole(1, n))),
    whole(2, data instanceof Float32Array ? FLOAT : INT64),
    word(8, name),
    part(9, Array.from(raw)),
  ]);
}

function attribute(name: string, value: number | readonly number[]): number[] {
  const several = typeof value !== "number";
  const values = several ? joined(value.map((x) => whole(8, x))) : whole(3, value);
  return [...word(1, name), ...values, ...whole(20, several ? 7 : 2)];
}

const node = ({ op, inputs, outputs, attributes = {} }: Node): number[] =>
  joined([
    ...inputs.map((name) => word(1, name)),
    ...outputs.map((name) => word(2, name)),
    word(4, op),
    ...Object.entries(attributes).map(([name, value]) => part(5, attribute(name, value))),
  ]);

function port({ name, dims, whole: id }: Port): number[] {
  const shape = joined(dims.map((n) => part(1, whole(1, n))));
  const type = [...whole(1, id ? INT64 : FLOAT), ...part(2, shape)];
  return [...word(1, name), ...part(2, part(1, type))];
}

/** A model file, operators of set 17. */
export function onnxFile(graph: {
  readonly nodes: readonly Node[];
  readonly tensors: readonly Tensor[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}): Uint8Array {
  const body = joined([
    ...graph.nodes.map((n) => part(1, node(n))),
    word(2, "step"),
    ...graph.tensors.map((t) => part(5, tensor(t))),
    ...graph.inputs.map((p) => part(11, port(p))),
    ...graph.outputs.map((p) => part(12, port(p))),
  ]);
  const set = part(8, [...word(1, ""), ...whole(2, 17)]);
  return Uint8Array.from(joined([whole(1, 8), part(7, body), set]));
}
