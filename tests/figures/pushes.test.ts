import { expect, test } from "vitest";
import { forces, MOST_PUSHES, pushes, withPush } from "../../src/figures/control/pushes.ts";

const p = pushes({ label: "x", initial: [], usual: 10, ways: "sides" });

test("written short, read strictly", () => {
  expect(p.parse("40~10,90~-6")).toEqual([
    { step: 40, force: 10 },
    { step: 90, force: -6 },
  ]);
  expect(p.print(p.parse("40~10,90~-6")!)).toBe("40~10,90~-6");
  expect(p.parse("none")).toEqual([]);
  for (const text of ["", "40", "40~", "40~0", "40~-0", "040~1", "4e1~1", "40~1.5", "40~100"])
    expect(p.parse(text), text).toBeUndefined();
  for (const text of ["-1~5", "10000~5", "9~1,9~2", "9~1,8~2", "9~1,", ",9~1", " 9~1", "9~+1"])
    expect(p.parse(text), text).toBeUndefined();
});

test("a push joins at its step, changes it, or takes it out", () => {
  const one = withPush([], 40.7, 10.4);
  expect(one).toEqual([{ step: 40, force: 10 }]);
  const two = withPush(one, 7, -500);
  expect(two).toEqual([
    { step: 7, force: -99 },
    { step: 40, force: 10 },
  ]);
  expect(withPush(two, 7, 3)[0]).toEqual({ step: 7, force: 3 });
  expect(withPush(two, 40, 0.2)).toEqual([{ step: 7, force: -99 }]);
});

test("a full list takes no more, and still fits its text", () => {
  let list = p.initial;
  for (let k = 0; k < 40; k++) list = withPush(list, 9000 + 20 * k, -99);
  expect(list.length).toBe(MOST_PUSHES);
  expect(p.parse(p.print(list))).toEqual(list);
  expect(withPush(list, 9000, 5)[0]).toEqual({ step: 9000, force: 5 });
});

test("forces stand at their steps; what lies beyond the run is not felt", () => {
  expect([...forces(p.parse("1~5,3~-2,99~7")!, 5)]).toEqual([0, 5, 0, -2, 0]);
});
