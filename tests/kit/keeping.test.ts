import { expect, test } from "vitest";
import { keeping } from "../../src/kit/keeping.ts";

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
