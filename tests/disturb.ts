type Numbers = number[] | Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;

const isNumbers = (x: unknown): x is Numbers =>
  (ArrayBuffer.isView(x) && !(x instanceof DataView)) ||
  (Array.isArray(x) && x.length > 0 && x.every((v) => typeof v === "number"));

/** Wrong numbers beside a right one: off by a little and by much, up and down, of the other sign. */
const wrongs: readonly ((x: number, size: number) => number)[] = [
  (x, size) => x + 0.01 * size,
  (x, size) => x - 0.3 * size,
  (x, size) => x + 3 * size,
  (x, size) => -x - size,
];

/** Wrong versions of a list: one number at either end or in the middle, or all of them. */
function* wrongLists(list: Numbers): Generator<[string, Numbers]> {
  let size = 1;
  for (const x of list) if (Number.isFinite(x)) size = Math.max(size, Math.abs(x));
  const places = [...new Set([0, list.length >> 1, list.length - 1])];
  for (const wrong of wrongs) {
    for (const k of places) {
      const copy = list.slice();
      copy[k] = wrong(list[k]!, size);
      yield [`[${k}]`, copy];
    }
    yield ["[…]", list.map((x) => wrong(x, size)) as Numbers];
  }
}

/** A copy that has another value under a name; what is worked out only when asked for stays so. */
function withOne(of: object, lazy: boolean, key: string, value: unknown): object {
  if (!lazy) return { ...of, [key]: value };
  const own = Object.getOwnPropertyDescriptors(of);
  const copy = Object.create(Object.getPrototypeOf(of) as object, own) as object;
  return Object.defineProperty(copy, key, { value, enumerable: true });
}

const isLazy = (of: object) =>
  Object.getPrototypeOf(of) !== Object.prototype ||
  Object.values(Object.getOwnPropertyDescriptors(of)).some(({ get }) => get);

/** Copies of a result, each with one of its numbers, or all those of one list, made wrong; named by where. */
export function* disturbances(of: unknown, depth = 0): Generator<[string, unknown]> {
  if (typeof of === "number" && Number.isFinite(of)) {
    for (const wrong of wrongs) yield ["", wrong(of, Math.max(1, Math.abs(of)))];
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
    for (const key of Object.keys(of)) yield* disturbancesOf(of, key, depth);
  }
}

/** Copies of an object, each with something wrong under one of its names. */
export function* disturbancesOf(of: object, key: string, depth = 0): Generator<[string, unknown]> {
  const lazy = isLazy(of);
  for (const [where, wrong] of disturbances(Reflect.get(of, key), depth + 1))
    yield [`.${key}${where}`, withOne(of, lazy, key, wrong)];
}

/**
 * The names under which a reader looks into an object: what it never looks at cannot change what it says. All of them where that
 * cannot be seen, as in an object that knows itself.
 */
export function namesRead(of: object, read: (of: object) => unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (name: PropertyKey) => void names.add(String(name));
  const watched = new Proxy(of, {
    get: (o, name, self) => (note(name), Reflect.get(o, name, self) as unknown),
    has: (o, name) => (note(name), Reflect.has(o, name)),
    getOwnPropertyDescriptor: (o, name) => (note(name), Reflect.getOwnPropertyDescriptor(o, name)),
    ownKeys: (o) => {
      Object.keys(o).forEach(note);
      return Reflect.ownKeys(o);
    },
  });
  const all = new Set(Object.keys(of));
  try {
    return read(watched) === read(of) ? names : all;
  } catch {
    return all;
  }
}
