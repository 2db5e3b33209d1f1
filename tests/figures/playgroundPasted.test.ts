import { describe, expect, test } from "vitest";
import { blockOf, laidInto } from "../../src/figures/playground/pasted.ts";

const two = [
  [1, 2],
  [3, -4],
];

describe("a copied block of numbers", () => {
  test.each([
    ["1\t2\n3\t−4"],
    ["1 2\r\n3 -4\r\n"],
    ["[1 2; 3 -4]"],
    ["[[1, 2], [3, -4]]"],
    ["np.array([[1., 2.],\n          [3., -4.]])"],
    ["1,2\n3,-4"],
    ["1, 2;\n3, -4;"],
  ])("is read from %j", (text) => expect(blockOf(text)).toEqual(two));

  test("with decimal commas between tabs", () =>
    expect(blockOf("0,5\t1e-3\n−2,25\t0")).toEqual([
      [0.5, 0.001],
      [-2.25, 0],
    ]));

  test.each(["", "7", "−0.5", "1 2\n3", "1 x y\n2", "1\t\t2\n3\t4\t5", "1e7 2"])(
    "is none in %j",
    (text) => expect(blockOf(text)).toBeUndefined(),
  );
});

test("a block is laid from its entry on, or takes the whole place, or does not fit", () => {
  const m = [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ];
  expect(laidInto(m, two, 0, 1)).toEqual([
    [1, 1, 2],
    [4, 3, -4],
    [7, 8, 9],
  ]);
  expect(laidInto(m, [[0, 0, 0]], 2, 0)![2]).toEqual([0, 0, 0]);
  expect(laidInto(m, two, 2, 2)).toBeUndefined();
  const square = (n: number) =>
    Array.from({ length: n }, () => Array.from({ length: n }, () => 0.5));
  expect(laidInto(m, square(3), 1, 1)).toEqual(square(3));
  expect(laidInto(m, square(9), 0, 0)).toEqual(square(9));
  expect(laidInto(m, square(10), 0, 0)).toBeUndefined();
});
