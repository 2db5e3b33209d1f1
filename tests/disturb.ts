type Numbers = number[] | Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;

const isNumbers = (x: unknown): x is Numbers =>
  (ArrayBuffer.isView(x) && !(x instanceof DataView)) ||
  (Array.isArray(x) && x.length > 0 && x.every((v) => typeof v === "number"));

/** Wrong numbers beside a right one: off by a little and by much, up and down, of the other sign. */
const wrongOf = (x: number, size: number): number[] => [
  x + 0.01 * size,
  x - 0.3 * size,
  x + 3 * size,
  -x - size,
];

/** Wrong versions of a list: one number at either end or in the middle, or all of them. */
function* wrongLists(list: Numbers): Generator<[string, Numbers]> {
  const finite = [...list].filter(Number.isFinite).map(Math.abs);
  const size = Math.max(1, ...finite.slice(0, 1e4));
  const places = [...new Set([0, list.length >> 1, list.length - 1])];
  for (let kind = 0; kind < 4; kind++) {
    for (const k of places) {
      const copy = list.slice();
      copy[k] = wrongOf(list[k]!, size)[kind]!;
      yield [`[${k}]`, copy];
    }
    yield ["[…]", list.map((x) => wrongOf(x, size)[kind]!) as Numbers];
  }
}

/** Copies of a result, each with one of its numbers, or all those of one list, made wrong; named by where. */
export function* disturbances(of: unknown, depth = 0): Generator<[string, unknown]> {
  if (typeof of === "number" && Number.isFinite(of)) {
    for (const wrong of wrongOf(of, Math.max(1, Math.abs(of)))) yield ["", wrong];
  } else if (typeof of === "boolean") {
    yield ["", !of];
  } else if (isNumbers(of)) {
    if (of.length > 0) yield* wrongLists(of);
  } else if (Array.isArray(of)) {
    for (const k of new Set([0, of.length >> 1, of.length - 1]))
      if (k in of)
        for (const [where, wrong] of disturbances(of[k], depth + 1))
          yield [`[${k}]${where}`, of.with(k, wrong)];
  } else if (typeof of === "object" && of !== null && depth < 8) {
    for (const key of Object.keys(of))
      for (const [where, wrong] of disturbances(Reflect.get(of, key), depth + 1)) {
        const copy = Object.create(
          Object.getPrototypeOf(of) as object,
          Object.getOwnPropertyDescriptors(of),
        ) as object;
        Object.defineProperty(copy, key, { value: wrong, enumerable: true });
        yield [`.${key}${where}`, copy];
      }
  }
}
