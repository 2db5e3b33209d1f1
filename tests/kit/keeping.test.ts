import { expect, test } from "vitest";
import { keeping, keepingBut } from "../../src/kit/keeping.ts";

test("a result is kept as long as every argument is the same, and for the last arguments only", () => {
  let made = 0;
  const pair = keeping((a: number, b: string) => ({ a, b, k: ++made }));
  const first = pair(1, "x");
  expect(pair(1, "x")).toBe(first);
  expect(pair(1, "y")).toEqual({ a: 1, b: "y", k: 2 });
  expect(pair(1, "x")).toEqual({ a: 1, b: "x", k: 3 });
  expect(pair(NaN, "x").k).toBe(4);
  expect(pair(NaN, "x").k).toBe(4);
  expect(pair(0, "x").k).toBe(5);
  expect(pair(-0, "x").k).toBe(6);
});

test("a change of a field that does not matter makes nothing anew", () => {
  let made = 0;
  const sum = keepingBut<{ a: number; b: number; shown: number }, "shown", number[]>(
    ["shown"],
    (v) => [v.a + v.b, ++made],
  );
  const first = sum({ a: 1, b: 2, shown: 3 });
  expect(sum({ a: 1, b: 2, shown: 4 })).toBe(first);
  expect(sum({ a: 1, b: 3, shown: 4 })).toEqual([4, 2]);
  expect(sum({ a: 1, b: 2, shown: 3 })).toEqual([3, 3]);
});
