import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayOf } from "../../src/intake/dates.ts";
import { readTable } from "../../src/intake/csv.ts";
import { sayAll, taken } from "./sentence.ts";

const day = (text: string, dayFirst = false, years = false) => {
  const cell = dateOf(text, years);
  return cell && dayOf(cell, dayFirst);
};
const utc = (y: number, m: number, d: number) => Date.UTC(y, m - 1, d) / 864e5;

async function read(text: string) {
  const table = taken(await readTable(new Blob([text])));
  sayAll(table.notes);
  const values = [...table.columns.at(-1)!.values];
  return { values, notes: table.notes.filter((n) => n.key !== "ignored"), rows: table.rows };
}

describe("dates", () => {
  test.each([
    ["1970-01-01", 0],
    ["2024-02-29", utc(2024, 2, 29)],
    ["2024/3/5", utc(2024, 3, 5)],
    ["2024-07", utc(2024, 7, 1)],
    ["2024年7月5日", utc(2024, 7, 5)],
    ["2024年7月", utc(2024, 7, 1)],
    ["2024-07-05T12:00:00Z", utc(2024, 7, 5) + 0.5],
    ["2024-07-05 06:00", utc(2024, 7, 5) + 0.25],
    ["31.12.1999", utc(1999, 12, 31)],
    ["2024 Q3", utc(2024, 7, 1)],
    ["Q2 1987", utc(1987, 4, 1)],
    ["Jan 1949", utc(1949, 1, 1)],
    ["12-Mar-1949", utc(1949, 3, 12)],
    ["March 3, 2001", utc(2001, 3, 3)],
  ])("%s is read", (text, wanted) => expect(day(text)).toBe(wanted));

  test("may have the day or the month first", () => {
    expect(day("3/4/2020")).toBe(utc(2020, 3, 4));
    expect(day("3/4/2020", true)).toBe(utc(2020, 4, 3));
    expect(day("13/4/2020")).toBeNaN();
    expect(day("2023-02-30")).toBeNaN();
    expect(day("1871", false, true)).toBe(utc(1871, 1, 1));
  });

  test.each(["1871", "3.14", "12:30", "hello", "2024-13-01", "1/2/3", "99/99/2020", ""])(
    "%s is none",
    (text) => expect(dateOf(text)).toBeUndefined(),
  );

  test("anything at all is read or not, and never throws", () =>
    fc.assert(fc.property(fc.string(), (text) => void day(text, true, true))));
});

describe("a table with dates", () => {
  test("in order is taken as it stands, without a word", async () => {
    expect(await read("date,x\n2020-01-01,1\n2020-02-01,2\n2020-03-01,3\n")).toEqual({
      values: [1, 2, 3],
      notes: [],
      rows: 3,
    });
  });

  test("newest first is turned round; out of order it is sorted", async () => {
    const turned = await read("date,x\n2020-03-31,3\n2020-02-29,2\n2020-01-31,1\n");
    expect(turned).toEqual({ values: [1, 2, 3], notes: [{ key: "reversed" }], rows: 3 });
    const sorted = await read("date;x\n02.01.2020;2,5\n01.01.2020;1,5\n03.01.2020;3,5\n");
    expect(sorted.values).toEqual([1.5, 2.5, 3.5]);
    expect(sorted.notes).toContainEqual({ key: "sorted" });
  });

  test("with a date twice takes the mean of what is there", async () => {
    const { values, notes } = await read(
      "d,x\n2020-01,1\n2020-02,2\n2020-02,4\n2020-02,\n2020-03,5\n",
    );
    expect(values).toEqual([1, 3, 5]);
    expect(notes).toEqual([{ key: "ties", count: 2 }]);
  });

  test("that skips dates has gaps there: months, days, hours, years", async () => {
    const months = Array.from(
      { length: 12 },
      (_, i) => `2020-${String(i + 1).padStart(2, "0")}-28`,
    );
    const rows = (dates: string[], name = "date") =>
      `${name},x\n${dates.map((d, i) => `${d},${i}.5`).join("\n")}\n`;
    const without = (all: string[]) => all.filter((_, i) => i !== 5);
    const gappy = [0.5, 1.5, 2.5, 3.5, 4.5, NaN, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5];
    const hours = months.map((_, i) => `2020-01-01 ${i + 8}:00`);
    const years = months.map((_, i) => String(1900 + i));
    for (const [dates, name] of [
      [months, "date"],
      [months.map((_, i) => `${i + 1}/1/2020`), "day"],
      [hours, "at"],
      [years, "year"],
    ] as const) {
      const { values, notes, rows: n } = await read(rows(without([...dates]), name));
      expect(values, name).toEqual(gappy);
      expect(notes).toEqual([{ key: "skipped", count: 1 }]);
      expect(n).toBe(12);
    }
  });

  test("at odd distances, or of working days, is a row a step, and says so", async () => {
    const weekdays = Array.from({ length: 28 }, (_, i) => i + 1)
      .filter((d) => new Date(Date.UTC(2021, 1, d)).getUTCDay() % 6 !== 0)
      .map((d) => `2021-02-${String(d).padStart(2, "0")},${d}`);
    const { values, notes } = await read(`date,x\n${weekdays.join("\n")}\n`);
    expect(values.length).toBe(20);
    expect(notes).toEqual([{ key: "uneven" }]);
  });

  test("bare numbers under a name that is no time are numbers", async () => {
    expect((await read("flow,x\n1871,1\n1860,2\n1901,3\n")).values).toEqual([1, 2, 3]);
  });

  test("whatever the order of its rows, comes out the same", () =>
    fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          Array.from({ length: 30 }, (_, i) => i),
          { minLength: 30 },
        ),
        async (order) => {
          const line = (i: number) =>
            `${new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10)},${i * i}`;
          const { values } = await read(`date,x\n${order.map(line).join("\n")}\n`);
          expect(values).toEqual(Array.from({ length: 30 }, (_, i) => i * i));
        },
      ),
      { numRuns: 20 },
    ));
});
