import { expect, test } from "vitest";
import { disturbances, disturbancesOf, namesRead } from "../disturb.ts";

const read = (of: object, look: (r: never) => unknown) =>
  [...namesRead(of, look as (of: object) => unknown)].toSorted();

test("what is looked at is named: by name, all of it, through what is worked out when asked for", () => {
  const plain = { a: 1, b: [2], c: 3 };
  expect(read(plain, (r: typeof plain) => r.b[0] === 2)).toEqual(["b"]);
  expect(read(plain, () => true)).toEqual([]);
  expect(read(plain, (r: typeof plain) => ({ ...r }).a)).toEqual(["a", "b", "c"]);
  const lazy = {
    a: 1,
    b: 2,
    get double() {
      return 2 * this.a;
    },
  };
  expect(read(lazy, (r: typeof lazy) => r.double)).toEqual(["a", "double"]);
});

test("where looking cannot be seen, it may have been anywhere", () => {
  class Own {
    #x = 1;
    a = 2;
    get x() {
      return this.#x;
    }
  }
  expect(read(new Own(), (r: Own) => r.x)).toEqual(["a"]);
  const quiet = (r: Own) => {
    try {
      return r.x > 0;
    } catch {
      return false;
    }
  };
  expect(read(new Own(), quiet)).toEqual(["a"]);
});

test("what is wrong under one name leaves the others as they are", () => {
  const right = { a: 1, b: Float64Array.of(1, 2) };
  const wrong = [...disturbancesOf(right, "b")].map(([, r]) => r as typeof right);
  expect(wrong.length).toBeGreaterThan(4);
  for (const { a, b } of wrong) expect([a, [...b]]).not.toEqual([1, [1, 2]]);
  expect(wrong.every(({ a }) => a === 1)).toBe(true);
  const all = [...disturbances(right)].map(([where]) => where);
  expect(new Set(all.map((where) => where.slice(0, 2)))).toEqual(new Set([".a", ".b"]));
});
