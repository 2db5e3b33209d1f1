import { describe, expect, test } from "vitest";
import { readTable } from "../../src/intake/csv.ts";
import { toSignal } from "../../src/intake/toSignal.ts";
import { samples } from "../../src/kit/signal.ts";
import { sayAll, taken } from "./sentence.ts";

async function last(text: string) {
  const table = taken(await readTable(new Blob([text])));
  const column = table.columns.at(-1)!;
  sayAll([...table.notes, ...column.notes]);
  return { ...column, values: [...column.values], table };
}
const down = (cells: readonly string[], name = "n;x") =>
  `${name}\n${cells.map((cell, i) => `${i};${cell}`).join("\n")}\n`;

describe("numerals are decided by the whole column", () => {
  test.each([
    [
      ["1.355", "2.100", "987"],
      [1355, 2100, 987],
    ],
    [
      ["1,355", "2,100", "987"],
      [1355, 2100, 987],
    ],
    [
      ["-1.355", "12", "4.000"],
      [-1355, 12, 4000],
    ],
    [
      ["1.355", "2100", "4.000"],
      [1.355, 2100, 4],
    ],
    [
      ["1.355", "0.987", "2.100"],
      [1.355, 0.987, 2.1],
    ],
    [
      ["1,355", "0,987", "2,100"],
      [1.355, 0.987, 2.1],
    ],
    [
      ["1.355", "2.1", "987"],
      [1.355, 2.1, 987],
    ],
    [
      ["56.995.744", "7.100", "12"],
      [56_995_744, 7100, 12],
    ],
    [
      ["56.995.744", "1.5", "2.5"],
      [NaN, 1.5, 2.5],
    ],
    [
      ["1.234,5", "2.100", "987"],
      [1234.5, 2100, 987],
    ],
    [
      ["1,234.5", "2,100", "987"],
      [1234.5, 2100, 987],
    ],
    [
      ["1,87,035", "2,45,100", "98,000"],
      [187_035, 245_100, 98_000],
    ],
    [
      ["₹ 1,00,00,000", "Rs. 2,45,100.50", "₹98"],
      [1e7, 245_100.5, 98],
    ],
    [
      ["1'234.50", "987.25", "12’345"],
      [1234.5, 987.25, 12_345],
    ],
    [
      ["1 234,5", "987,25", "12\u202f345"],
      [1234.5, 987.25, 12_345],
    ],
    [
      ["１２３．５", "１，２００．５", "−３"],
      [123.5, 1200.5, -3],
    ],
    [
      ["1.2万", "9800", "3亿"],
      [12_000, 9800, 3e8],
    ],
    [
      ["950", "1.2K", "3.4M"],
      [950, 1200, 3.4e6],
    ],
    [
      ["1.355e3", "2e-3", "5"],
      [1355, 0.002, 5],
    ],
  ])("%j is %j", async (cells, wanted) => {
    expect((await last(down(cells))).values).toEqual(wanted);
  });

  test("what was decided is said, and the other reading is at hand", async () => {
    const { notes, other, example, table } = await last(down(["1.355", "2.100", "987"]));
    expect(notes).toEqual([{ key: "read", cell: "1.355", value: 1355 }]);
    expect(table.notes).toEqual([]);
    expect(example).toEqual({ cell: "1.355", value: 1355 });
    expect(other).toMatchObject({ decimal: ".", example: { cell: "1.355", value: 1.355 } });
    expect([...other!.values]).toEqual([1.355, 2.1, 987]);
    expect(other!.notes).toEqual([{ key: "read", cell: "1.355", value: 1.355 }]);
    const plain = await last(down(["1.5", "2.25", "987"]));
    expect([plain.notes, plain.other]).toEqual([[], undefined]);
    const grouped = await last(down(["56.995.744", "7", "12"]));
    expect(grouped.notes).toEqual([{ key: "read", cell: "56.995.744", value: 56_995_744 }]);
  });

  test("where its cells say nothing, the other columns do", async () => {
    const rows = (mark: string) =>
      `a;b;c\n1;1.355;2${mark}5\n2;2.100;3${mark}5\n3;3.987;4${mark}25\n`;
    for (const [mark, wanted] of [
      [",", [1355, 2100, 3987]],
      [".", [1.355, 2.1, 3.987]],
    ] as const) {
      const { columns } = taken(await readTable(new Blob([rows(mark)])));
      expect([...columns[1]!.values], mark).toEqual(wanted);
      expect(columns[1]!.notes.map((n) => n.key)).toEqual(mark === "," ? ["read"] : ["read"]);
    }
  });
});

describe("what stands around a number", () => {
  test.each([
    [["12.5%", "13.1 %", "9％"], [12.5, 13.1, 9], "%"],
    [["$185.64", "-$5", "$ 1,186.10"], [185.64, -5, 1186.1], "$"],
    [["12,50 €", "1.312,00 €", "-5 €"], [12.5, 1312, -5], "€"],
    [["CHF 1'234.50", "CHF 987.00", "Fr. 12"], [1234.5, 987, 12], "CHF"],
    [["3.2 km", "4.1km", "5 km"], [3.2, 4.1, 5], "km"],
    [["20°C", "-3.5 °C", "21"], [20, -3.5, 21], "°C"],
    [["3.2 m/s", "4.1 m/s", "5 m/s"], [3.2, 4.1, 5], "m/s"],
    [["2020年", "2021年", "2022年"], [2020, 2021, 2022], "年"],
    [["¥1,200", "￥980", "1,355元"], [1200, 980, 1355], "¥"],
  ])("%j is %j, with a word on %s", async (cells, values, unit) => {
    const found = await last(down(cells));
    expect(found.values).toEqual(values);
    expect(found.notes).toContainEqual({ key: "units", unit });
  });

  test("money in brackets is owed, a mark of a footnote is none, another unit is no number", async () => {
    expect((await last(down(["(1,234.50)", "2,100.00", "12.5-"]))).values).toEqual([
      -1234.5, 2100, -12.5,
    ]);
    expect((await last(down(["12.5*", "13", "14†"]))).values).toEqual([12.5, 13, 14]);
    const { values, notes } = await last(down(["12 kg", "13 kg", "900 g"]));
    expect(values).toEqual([12, 13, NaN]);
    expect(notes).toContainEqual({ key: "notNumbers", count: 1 });
  });

  test("a file that begins with units or is headed by a number's name keeps its header", async () => {
    expect((await last("p\n$185.64\n$186.10\n")).name).toBe("p");
    expect((await last("height;10 m\n1;2.5\n2;3.5\n")).name).toBe("10 m");
    const { name, values } = await last("time;flow\ns;m³/s\n1;2,5\n2;3,5\n");
    expect([name, values]).toEqual(["flow m³/s", [2.5, 3.5]]);
    expect((await last("saldo\n1,87,035\n2,45,100\n")).values).toEqual([187_035, 245_100]);
    expect((await last("1,87,035\n2,45,100\n")).values).toEqual([187_035, 245_100]);
    expect((await last("1,235\n2,236\n")).table.columns.length).toBe(2);
    expect((await last("12A,1\n12B,2\n13C,3\n")).table.columns.length).toBe(1);
  });
});

describe("what is missing", () => {
  test("by a word, a mark, or a number far from all others", async () => {
    const words = ["NA", "n.a.", "-", ".", "..", "#N/A", "null", "缺测", "\\N", "1", "2"];
    expect((await last(down(words))).missing).toBe(9);
    const { values, notes } = await last(down(["-9999", "12.5", "13", "-9999.0", "12.9"]));
    expect(values).toEqual([NaN, 12.5, 13, NaN, 12.9]);
    expect(notes).toEqual([{ key: "sentinel", value: -9999, count: 2 }]);
    expect((await last(down(["-99", "-80", "20", "5"]))).values).toEqual([-99, -80, 20, 5]);
  });

  test("sums below the table are left out, and only there", async () => {
    const sums = await last("month;x\nJan 2024;1\nFeb 2024;2\nTotal;3\nMean;1,5\n");
    expect(sums.values).toEqual([1, 2]);
    expect(sums.table.notes).toContainEqual({ key: "totals", count: 2 });
    expect((await last("name;x\na;1\ntotal;2\nb;3\n")).values).toEqual([1, 2, 3]);
    expect((await last("月份,销量\n1月,5\n2月,6\n合计,11\n")).values).toEqual([5, 6]);
  });

  test("a row set with spaces that is too short: by two spaces, by where it stands, or not at all", async () => {
    const read = async (text: string) => {
      const { columns, notes } = taken(await readTable(new Blob([text])));
      return [columns.map((c) => [...c.values]), notes];
    };
    expect(await read("x1 x2 x3 y\n1341 27 5 1.41\n1342 28  1.47\n1343 29 7 1.5\n")).toEqual([
      [[1341, 1342, 1343], [27, 28, 29], [5, NaN, 7], [1.41, 1.47, 1.5]],
      [],
    ]); // prettier-ignore
    expect(await read("  a     b     c\n 1.0   2.0   3.0\n 4.0         6.0\n 7.0   8.0   9.0\n")).toEqual([
      [[1, 4, 7], [2, NaN, 8], [3, 6, 9]],
      [],
    ]); // prettier-ignore
    expect(await read("a b c\n1 2 3\n4 6\n7 8 9\n10 11 12\n")).toEqual([
      [[1, NaN, 7, 10], [2, NaN, 8, 11], [3, NaN, 9, 12]],
      [{ key: "short", count: 1 }],
    ]); // prettier-ignore
  });
});

test("readings about a large value keep the digits that differ", async () => {
  const pascal = Array.from({ length: 60 }, (_, i) => 101_325 + ((i * 37) % 25) / 6 - 2);
  const { values } = await last(down(pascal.map((x) => x.toFixed(2))));
  const kept = samples(
    toSignal({ values: Float64Array.from(values), notes: [] }, { as: "mean" }).signal,
    0,
  );
  values.forEach((x, i) => expect(Math.abs(kept[i]! - x)).toBeLessThan(1e-3));
});
