/**
 * Argument checks of the numerical core. Every message reads "name must be <expected>, got <value>",
 * so a caller learns which argument was wrong without opening the source.
 */

/** Throws a RangeError naming the argument, what is expected and what came. */
export function fail(name: string, expected: string, got: unknown): never {
  throw new RangeError(`${name} must be ${expected}, got ${show(got)}`);
}

/** A finite number. */
export function finite(name: string, x: number): number {
  return typeof x === "number" && Number.isFinite(x) ? x : fail(name, "a finite number", x);
}

/** A finite number above zero (a step size, a variance that is divided by). */
export function positive(name: string, x: number): number {
  return typeof x === "number" && Number.isFinite(x) && x > 0
    ? x
    : fail(name, "a finite number above 0", x);
}

/** A whole number of at least `min` (a state size, a length). */
export function count(name: string, n: number, min = 1): number {
  return Number.isSafeInteger(n) && n >= min
    ? n
    : fail(name, `a whole number of at least ${min}`, n);
}

/** A vector of finite numbers, of `length` entries where given. */
export function vector(name: string, x: Float64Array, length?: number): Float64Array {
  if (!(x instanceof Float64Array)) fail(name, "a Float64Array", x);
  if (length !== undefined && x.length !== length)
    fail(name, `a Float64Array of length ${length}`, `length ${x.length}`);
  for (let i = 0; i < x.length; i++)
    if (!Number.isFinite(x[i]!)) fail(`${name}[${i}]`, "a finite number", x[i]);
  return x;
}

function show(x: unknown): string {
  if (typeof x === "string") return x;
  if (typeof x === "number" || x === null || x === undefined) return String(x);
  if (ArrayBuffer.isView(x)) return x.constructor.name;
  return Array.isArray(x) ? "an array" : typeof x;
}
