/**
 * A pure function that remembers its last result: for the part of a computation that the slider under the reader's hand
 * leaves as it is. Arguments are compared by identity.
 */
export function keeping<A extends readonly unknown[], T>(
  make: (...args: A) => T,
): (...args: A) => T {
  let last: { readonly args: A; readonly made: T } | undefined;
  return (...args) => {
    if (!last?.args.every((x, i) => Object.is(x, args[i]))) last = { args, made: make(...args) };
    return last.made;
  };
}

/** The same for a setting, of which some fields do not matter. */
export function keepingBut<V extends object, K extends keyof V, T>(
  irrelevant: readonly K[],
  make: (setting: Omit<V, K>) => T,
): (setting: V) => T {
  let last: { readonly setting: V; readonly made: T } | undefined;
  const same = (a: V, b: V) =>
    (Object.keys(a) as K[]).every((k) => irrelevant.includes(k) || Object.is(a[k], b[k]));
  return (setting) => {
    if (!last || !same(setting, last.setting)) last = { setting, made: make(setting) };
    return last.made;
  };
}
