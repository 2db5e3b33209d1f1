import { expect, test } from "vitest";
import { watched, type Seen } from "../../src/tasks/watched.ts";

/** A page that can be hidden and shown. */
function page(): Seen & { turn(to: DocumentVisibilityState): void; readonly heard: number } {
  const listeners = new Set<() => void>();
  return {
    visibilityState: "visible",
    addEventListener: (_: string, hear: unknown) => void listeners.add(hear as () => void),
    removeEventListener: (_: string, hear: unknown) => void listeners.delete(hear as () => void),
    turn(to) {
      (this as { visibilityState: DocumentVisibilityState }).visibilityState = to;
      for (const hear of listeners) hear();
    },
    get heard() {
      return listeners.size;
    },
  };
}

test("a measurement that nobody disturbed is taken as it is", async () => {
  const seen = page();
  expect(await watched(async () => 7, seen)).toEqual({ value: 7, hidden: 0 });
  expect(seen.heard).toBe(0);
});

test("hidden meanwhile: it is begun again once the page is seen, and says so", async () => {
  const seen = page();
  let runs = 0;
  const found = watched(async () => {
    if (++runs === 1) seen.turn("hidden");
    return runs;
  }, seen);
  await Promise.resolve();
  expect(runs).toBe(1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(runs, "nothing is measured while nobody looks").toBe(1);
  seen.turn("visible");
  expect(await found).toEqual({ value: 2, hidden: 1 });
  expect(seen.heard).toBe(0);
});

test("hidden and shown again within one run counts too; after four repeats the last is taken", async () => {
  const seen = page();
  const blink = async () => {
    seen.turn("hidden");
    seen.turn("visible");
    return 1;
  };
  expect(await watched(blink, seen)).toEqual({ value: 1, hidden: 5 });
});

test("a failure goes through and leaves nobody listening; without a page it just runs", async () => {
  const seen = page();
  await expect(watched(() => Promise.reject(new Error("lost")), seen)).rejects.toThrow("lost");
  expect(seen.heard).toBe(0);
  expect(await watched(async () => 1, undefined)).toEqual({ value: 1, hidden: 0 });
});
