import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, localOf } from "../../src/intake/dates.ts";
import { readTable } from "../../src/intake/csv.ts";
import { sayAll, taken } from "./sentence.ts";

const day = (text: string, dayFirst = false, years = false) => {
  const cell = dateOf(text, years);
  return cell && localOf(cell, dayFirst ? "dmy" : "mdy") / 864e5;
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
    expect(day("13/4/2020")).toBe(utc(2020, 4, 13));
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

describe("equal dates that are no repeats", () => {
  const values = async (text: string) => (await read(text)).values;
  const keys = async (text: string) => (await read(text)).notes.map((n) => n.key);
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

  test.each([
    ["tenths", (i: number) => `2024-05-01 12:00:0${Math.floor(i / 10)}.${i % 10}00`],
    ["microseconds", (i: number) => `2024-05-01T12:00:00.0000${10 + i}Z`],
    ["tenths after a comma", (i: number) => `"2024-05-01 12:00:0${Math.floor(i / 10)},${i % 10}"`],
    ["tenths with AM", (i: number) => `5/1/2024 9:00:0${Math.floor(i / 10)}.${i % 10} AM`],
  ])("%s count", async (_, date) => {
    const rows = upTo(20).map((i) => `${date(i)},${i}`);
    expect(await read(`t,x\n${rows.join("\n")}\n`)).toEqual({
      values: upTo(20),
      notes: [],
      rows: 20,
    });
    expect(await values(`t,x\n${rows.toReversed().join("\n")}\n`)).toEqual(upTo(20));
  });

  const hours = ["01:00:00+02:00", "02:00:00+02:00", "02:00:00+01:00", "03:00:00+01:00"];
  test.each([
    ["offsets", hours],
    ["offsets without a colon", hours.map((h) => h.replace(/:00$/, "00"))],
    ["names of zones", ["01:00 CEST", "02:00 CEST", "02:00 CET", "03:00 CET"]],
    ["UTC", ["00:00 UTC", "01:00 UTC", "02:00 UTC", "03:00 UTC"]],
    ["GMT and hours", ["01:00 GMT+2", "02:00 GMT+2", "02:00 GMT+1", "03:00 GMT+1"]],
  ])("%s count over the autumn clock change", async (_, times) => {
    const rows = times.map((time, i) => `2024-10-27 ${time},${i}`);
    expect(await read(`t,x\n${rows.join("\n")}\n`)).toEqual({
      values: upTo(4),
      notes: [],
      rows: 4,
    });
    expect(await values(`t,x\n${rows.toReversed().join("\n")}\n`)).toEqual(upTo(4));
  });

  test("the hour that comes twice by a clock without a zone stays twice, and says so", async () => {
    const times = ["26 22", "26 23", "27 00", "27 01", "27 02", "27 02", "27 03", "27 04", "27 05"];
    const rows = times.map((t, i) => `2024-10-${t}:00,${i}`);
    expect(await values(`t,x\n${rows.join("\n")}\n`)).toEqual(upTo(9));
    expect(await keys(`t,x\n${rows.join("\n")}\n`)).toEqual(["clockChange"]);
    expect(await values(`t,x\n${rows.toReversed().join("\n")}\n`)).toEqual(upTo(9));
  });

  test("days by the wall clock stay even where its offset changes", async () => {
    const days = [29, 30, 31].map((d) => `2024-03-${d}T00:00:00+01:00`);
    const after = [1, 2, 3].map((d) => `2024-04-0${d}T00:00:00+02:00`);
    const rows = [...days, ...after].map((d, i) => `${d},${i}`);
    expect((await read(`t,x\n${rows.join("\n")}\n`)).notes).toEqual([]);
  });

  test("a time of day in a column of its own counts", async () => {
    const rows = upTo(12).map((i) => `2024-01-01,${String(i).padStart(2, "0")}:30,${i}`);
    expect(await read(`date,time,x\n${rows.toReversed().join("\n")}\n`)).toEqual({
      values: upTo(12),
      notes: [{ key: "reversed" }],
      rows: 12,
    });
  });

  test("where a large share of rows ties, they are no repeats: rows as they stand, and it is said", async () => {
    const day = (i: number) => `2024-01-${String(1 + Math.floor(i / 3)).padStart(2, "0")}`;
    const rows = upTo(12).map((i) => `${day(i)},S${i % 3},${i}`);
    const stand = await read(`date,station,x\n${rows.join("\n")}\n`);
    expect(stand).toEqual({ values: upTo(12), notes: [{ key: "tied", count: 8 }], rows: 12 });
    const turned = await read(`date,station,x\n${rows.toReversed().join("\n")}\n`);
    expect(turned.values).toEqual(upTo(12));
    expect(turned.notes).toEqual([{ key: "reversed" }, { key: "tied", count: 8 }]);
  });
});

describe("rows without a date", () => {
  const ten = Array.from(
    { length: 10 },
    (_, i) => `2024-01-${String(10 - i).padStart(2, "0")},${10 - i},1`,
  );
  const upTo = Array.from({ length: 10 }, (_, i) => i + 1);
  test.each([
    ["at the end", [...ten, ",,", ",,"]],
    ["in between", [...ten.slice(0, 4), ",,", ...ten.slice(4), ","]],
    ["of spaces", [...ten.slice(0, 4), " , ,", ...ten.slice(4), ""]],
  ])("that are blank do not count: %s", async (_, rows) => {
    const table = taken(await readTable(new Blob([`date,x,y\n${rows.join("\n")}\n`])));
    expect([...table.columns[0]!.values]).toEqual(upTo);
    expect(table.notes).toEqual([{ key: "ignored", count: 1, names: "date" }, { key: "reversed" }]);
    expect(table.rows).toBe(10);
  });

  test("that hold a number stay where they stand, and it is said", async () => {
    const rows = [...ten.slice(0, 4), ",6.5,1", ...ten.slice(4)].map((row) => row.slice(0, -2));
    const { values, notes } = await read(`date,x\n${rows.join("\n")}\n`);
    expect(values).toEqual([1, 2, 3, 4, 5, 6, 6.5, 7, 8, 9, 10]);
    expect(notes).toEqual([{ key: "reversed" }, { key: "undated", count: 1 }]);
  });
});

describe("newest first is turned round", () => {
  test.each([
    ["AM and PM", ["3/31/2024 4:00 PM", "3/31/2024 12:30 PM", "3/31/2024 11:00 AM", "3/31/2024 12:10 AM"]],
    ["two digits of the year", ["3/31/24", "3/30/24", "3/29/24", "3/28/24"]],
    ["day first, two digits", ["31.03.24", "30.03.24", "29.03.24", "28.03.24"]],
    ["year first, two digits", ["24-03-31", "24-03-30", "24-03-29", "24-03-28"]],
    ["no marks", ["20240331", "20240330", "20240329", "20240328"]],
    ["no marks, with a time", ["20240331T120000Z", "20240331T110000Z", "20240330T000000Z", "20240329T000000Z"]],
    ["UTC", ["2024-03-31 02:00:00 UTC", "2024-03-31 01:00:00 UTC", "2024-03-31 00:00:00 UTC", "2024-03-30 UTC"]],
    ["as in mail", ["Sun, 31 Mar 2024 12:00:00 GMT", "Sat, 30 Mar 2024 12:00:00 GMT", "Fri, 29 Mar 2024 12:00:00 GMT", "Thu, 28 Mar 2024 12:00:00 GMT"]],
    ["names of months", ["31-Mar-24", "30-Mar-24", "29-Mar-24", "28-Mar-24"]],
    ["Deutsch", ["1. April 2024", "1. März 2024", "1. Februar 2024", "1. Januar 2024"]],
    ["中文", ["2024年4月5日 下午3:00", "2024年4月5日 上午11:00", "2024年4月5日 上午9:30", "2024年4月4日 下午11:00"]],
    ["full width", ["２０２４／４／５", "２０２４／４／４", "２０２４／４／３", "２０２４／４／２"]],
    ["weeks", ["2024-W08", "2024-W07", "2024-W06", "2024-W05"]],
  ])("%s", async (_, dates) => {
    const { values, notes } = await read(`when;x\n${dates.map((d, i) => `"${d}";${4 - i}`).join("\n")}\n`);
    expect(values).toEqual([1, 2, 3, 4]);
    expect(notes[0]).toEqual({ key: "reversed" });
  }); // prettier-ignore

  test("seconds since 1970, under a name that says so", async () => {
    const rows = [3, 2, 1].map((i) => `${1_711_893_600 + 3600 * i},${i}`);
    expect((await read(`timestamp,x\n${rows.join("\n")}\n`)).values).toEqual([1, 2, 3]);
    expect((await read(`flow,x\n${rows.join("\n")}\n`)).values).toEqual([3, 2, 1]);
  });

  test("dates that are not read are said", async () => {
    const unread = await read("when,x\n2024*03*31,3\nDay 3 of Mar,2\nweek 5-2024,1\n");
    expect(unread.values).toEqual([3, 2, 1]);
    expect(unread.notes).toEqual([{ key: "unread", name: "when" }]);
    expect((await read("name,x\nalpha one,3\nbeta two,2\n")).notes).toEqual([]);
  });
});
