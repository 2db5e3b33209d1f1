/** Something that is fetched when it is first wanted. */
export interface Coming<T> {
  /** The thing itself, once it is there. */
  readonly now: T | undefined;
  /** Keeps the promise until it is there, for React's `use`; a fetch that fails leaves it open. */
  readonly promise: Promise<T>;
  /** Fetches it, once; after a failure the next call tries again. */
  wake(): Promise<T>;
  /** Fetches it for something else: here it is still to come. */
  fetch(): Promise<T>;
}

export function coming<T>(fetch: () => Promise<T>): Coming<T> {
  let arrive: (thing: T) => void;
  let now: T | undefined;
  let under: Promise<T> | undefined;
  const promise = new Promise<T>((resolve) => {
    arrive = resolve;
  });
  const wake = async () => {
    try {
      now = await fetch();
      // As React marks a promise that was kept: `use` has the thing at once, and is called at every render.
      Object.assign(promise, { status: "fulfilled", value: now });
      arrive(now);
      return now;
    } catch (problem) {
      under = undefined;
      throw problem;
    }
  };
  return {
    get now() {
      return now;
    },
    promise,
    fetch,
    wake: () => (under ??= wake()),
  };
}
