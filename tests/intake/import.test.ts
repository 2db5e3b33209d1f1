import { describe, expect, it, vi } from "vitest";
import { MOST_COLUMNS, type Table } from "../../src/intake/columns.ts";
import { readTable } from "../../src/intake/csv.ts";
import { numeral } from "../../src/intake/numeral.ts";
import { toSignal } from "../../src/intake/toSignal.ts";
import { samples } from "../../src/kit/signal.ts";
import { chinese, english, refusal, sayAll, sized, taken } from "./sentence.ts";

async function table(...parts: BlobPart[]): Promise<Table> {
  const result = taken(await readTable(new Blob(parts)));
  sayAll([...result.notes, ...result.columns.flatMap((c) => c.notes)]);
  return result;
}

const columns = (t: Table) => Object.fromEntries(t.columns.map((c) => [c.name, [...c.values]]));
const wide = (text: string, little: boolean, bom: boolean) => {
  const bytes = new Uint8Array(2 * (text.length + (bom ? 1 : 0)));
  [...(bom ? "\ufeff" : ""), ...text].forEach((c, i) =>
    new DataView(bytes.buffer).setUint16(2 * i, c.charCodeAt(0), little),
  );
  return bytes;
};

/** The placeholders of every key. */
const shape = (sentences: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(sentences).map(([key, s]) => [key, (s.match(/\{\w+\}/g) ?? []).toSorted()]),
  );

describe("numerals", () => {
  it("are read by pattern and never by evaluation", () => {
    const read: [string, "." | ",", unknown][] = [
      ["3.5", ".", 3.5],
      [" -1e-3 ", ".", -0.001],
      ["+.5", ".", 0.5],
      ["1,234,567.5", ".", 1234567.5],
      ["1.234,5", ",", 1234.5],
      ["1 234,5", ",", 1234.5],
      ["1\u202f234,5", ",", 1234.5],
      ["−2", ".", -2],
      ["３．５", ".", 3.5],
      ["1e400", ".", "notFinite"],
      ["-Infinity", ".", "notFinite"],
      ["NaN", ".", "notFinite"],
      ["", ".", "gap"],
      ["n/a", ".", "gap"],
      ["0x1f", ".", "text"],
      ["1.5", ",", "text"],
      ["2020-01-01", ".", "text"],
      ["alert(1)", ".", "text"],
    ];
    expect(read.map(([cell, decimal]) => numeral(cell, decimal))).toEqual(read.map((r) => r[2]));
  });
});

describe("tables that are read", () => {
  it("have a header or none", async () => {
    expect(columns(await table("t,value\n1,2.5\n2,3.5\n"))).toEqual({
      t: [1, 2],
      value: [2.5, 3.5],
    });
    const bare = await table("1,2.5\n2,3.5");
    expect(bare.columns.map((c) => [c.name, c.index, [...c.values]])).toEqual([
      ["", 1, [1, 2]],
      ["", 2, [2.5, 3.5]],
    ]);
    expect(bare.rows).toBe(2);
    expect(columns(await table("x\r1\r2\r"))).toEqual({ x: [1, 2] });
    expect(columns(await table("# t\tx\n1\t2\n3\t4\n"))).toEqual({ t: [1, 3], x: [2, 4] });
  });

  it("take semicolons with decimal commas, and every other delimiter", async () => {
    const european = await table("Zeit;Wert\n1,5;1.234,25\n2,5;2\n");
    expect(columns(european)).toEqual({ Zeit: [1.5, 2.5], Wert: [1234.25, 2] });
    expect(european.notes).toEqual([{ key: "decimalComma" }]);
    expect(columns(await table("1,5;2,5\n3,5;4,5"))[""]).toEqual([2.5, 4.5]);
    expect(columns(await table("x\n3,14\n2,71\n"))).toEqual({ x: [3.14, 2.71] });
    expect(columns(await table("a\tb\n1,5\t2\n2,5\t3"))).toEqual({ a: [1.5, 2.5], b: [2, 3] });
    expect(columns(await table("a  b\n 1.5   2\n10.5  3"))).toEqual({ a: [1.5, 10.5], b: [2, 3] });
    expect(columns(await table("a|b\n1|2\n3|4"))).toEqual({ a: [1, 3], b: [2, 4] });
    expect(columns(await table("sep=;\na;b\n1;2\n3;4"))).toEqual({ a: [1, 3], b: [2, 4] });
  });

  it("may be UTF-8 with a mark, UTF-16 of either order with or without one, GB 18030, Windows-1252", async () => {
    const text = "时间,значение\r\n1,2.5\r\n2,3.5\r\n";
    const expected = { 时间: [1, 2], значение: [2.5, 3.5] };
    expect(columns(await table("\ufeff", text))).toEqual(expected);
    for (const little of [true, false])
      for (const bom of [true, false])
        expect(columns(await table(wide(text, little, bom)))).toEqual(expected);
    const gb = new Uint8Array([0xca, 0xb1, 0xbc, 0xe4, 10, 49, 10, 50, 10]);
    expect(columns(await table(gb))).toEqual({ 时间: [1, 2] });
    const western = new Uint8Array([0x44, 0xe9, 0x62, 0x69, 0x74, 10, 49, 10, 50, 10]);
    expect(columns(await table(western))).toEqual({ Débit: [1, 2] });
  });

  it("leave out columns of words and say which", async () => {
    const t = await table(
      'who,"flow, m³",why\n"a ""b"" <img src=x onerror=alert(1)>",1,x\n"two\nlines",2,y\n',
    );
    expect(columns(t)).toEqual({ "flow, m³": [1, 2] });
    expect(t.columns[0]!.index).toBe(2);
    expect(t.notes).toEqual([{ key: "ignored", count: 2, names: "who · why" }]);
  });

  it("may have gaps, NaN, Infinity and words between numbers; each is counted", async () => {
    const t = await table("x,y\n,1\n1,2\nNaN,3\n-Infinity,4\noops,5\n5,6,7\n");
    const [x, y] = t.columns;
    expect([...x!.values]).toEqual([NaN, 1, NaN, NaN, NaN, 5]);
    expect(x!.missing).toBe(4);
    expect(x!.notes).toEqual([
      { key: "notFinite", count: 2 },
      { key: "notNumbers", count: 1 },
    ]);
    expect(y!.missing).toBe(0);
    expect(t.notes).toEqual([{ key: "ragged", count: 1 }]);
    const { signal, notes } = toSignal(x!, { as: "mean" });
    [1, 2, 3, 4, 5].forEach((v, i) => expect(samples(signal, 0)[i]).toBeCloseTo(v, 3));
    expect(notes.slice(2)).toEqual([
      { key: "ends", count: 1 },
      { key: "gaps", count: 3 },
    ]);
    const open = toSignal(x!, { as: "mean", gaps: true, standardise: true });
    expect([...samples(open.signal, 0)].map((v) => +v.toFixed(3))).toEqual([-1, NaN, NaN, NaN, 1]);
    sayAll(open.notes);
    expect(open.notes.slice(2)).toEqual([
      { key: "ends", count: 1 },
      { key: "kept", count: 3 },
      { key: "standardised" },
    ]);
  });

  it("count an empty line of a single column as a gap, except at the end", async () => {
    const t = await table("1\n\n3\n\n\n");
    expect([...t.columns[0]!.values]).toEqual([1, NaN, 3]);
    expect(t.rows).toBe(3);
  });

  it("may stand under other lines", async () => {
    const t = await table("# a, b and c\n# 2020\ntime,rain\n1,0.5\n2,0.25\n3,0.75\n");
    expect(columns(t)).toEqual({ time: [1, 2, 3], rain: [0.5, 0.25, 0.75] });
    expect(t.notes).toEqual([{ key: "preamble", count: 2 }]);
  });

  it("keep no more than so many columns", async () => {
    const row = Array.from({ length: 300 }, (_, i) => i).join(",");
    const t = await table(`${row}\n${row}\n`);
    expect(t.columns.length).toBe(MOST_COLUMNS);
    expect(t.notes).toEqual([{ key: "moreColumns", used: MOST_COLUMNS, of: 300 }]);
  });

  it("may have a million rows, which leave the page alive", async () => {
    const lines = Array.from({ length: 1e6 }, (_, i) => `${i},"${(i % 1000) / 8}",word`);
    const file = new Blob(["i,x,w\r\n", lines.join("\r\n")]);
    let turns = 0;
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      [last, turns] = [now, turns + 1];
    });
    const start = performance.now();
    const t = taken(await readTable(file));
    clearInterval(timer);
    console.log(
      `10⁶ rows, ${(file.size / 1e6).toFixed(1)} MB: ${Math.round(performance.now() - start)} ms, longest wait ${Math.round(longest)} ms`,
    );
    expect(t.rows).toBe(1e6);
    expect(t.columns.map((c) => c.missing)).toEqual([0, 0]);
    expect(t.columns[1]!.values[999_999]).toBe(999 / 8);
    expect(turns).toBeGreaterThan(10);
    const { signal, notes } = toSignal(t.columns[0]!, { as: "mean" });
    expect(notes).toEqual([{ key: "means", from: 1e6, to: 512 }]);
    expect(samples(signal, 0).length).toBe(512);
  }, 60_000);
});

describe("tables that are refused with a sentence", () => {
  it("empty file", async () => {
    expect(await refusal(readTable(new Blob([])))).toMatch(/^empty: .*empty/);
    expect(await refusal(readTable(new Blob([" \n\n"])))).toMatch(/^empty:/);
  });

  it("200 MB file, which is not even read", async () => {
    const file = sized(200e6);
    const read = vi.spyOn(file, "slice");
    expect(await refusal(readTable(file))).toMatch(/^tooBig: .*200 MB; at most 50 MB/);
    expect(read).not.toHaveBeenCalled();
  });

  it("binary called .csv", async () => {
    const png = new Uint8Array([
      0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0,
    ]);
    const zip = new Uint8Array([80, 75, 3, 4, 20, 8, 8, 1, 99, 207, 17, 31, 49, 44, 50, 10]);
    for (const bytes of [png, zip])
      expect(await refusal(readTable(new File([bytes], "a.csv")))).toMatch(/^binary: .*CSV/);
    const late = new Blob(["1,2\n".repeat(200_000), "\0\0"]);
    expect(await refusal(readTable(late))).toMatch(/^binary:/);
  });

  it("no column of numbers", async () => {
    expect(await refusal(readTable(new Blob(["a,b\nc,d\n"])))).toMatch(/^noNumbers:/);
    expect(await refusal(readTable(new Blob(["NaN\nInfinity\n1e999\n"])))).toMatch(/^noNumbers:/);
  });

  it("one row", async () => {
    for (const text of ["x,y\n1,2\n", "5", "1,2,3,4", "1,".repeat(300_000)])
      expect(await refusal(readTable(new Blob([text])))).toMatch(/^tooShort: .*at least 2/);
  });

  it("quotation mark that is never closed", async () => {
    const short = new Blob(['x,y\n1,2\n3,"4\n5,6\n']);
    expect(await refusal(readTable(short))).toMatch(/^openQuote: .*row 3/);
    const long = new Blob(['x,y\n1,2\n3,"4\n', "5,6\n".repeat(200_000)]);
    expect(await refusal(readTable(long))).toMatch(/^openQuote: .*row 3/);
  });

  it("a file that cannot be read, and a reading called off", async () => {
    const file = sized(10);
    vi.spyOn(file, "slice").mockImplementation(() => {
      throw new DOMException("gone", "NotReadableError");
    });
    expect(await refusal(readTable(file))).toMatch(/^unreadable:/);
    expect(await refusal(readTable(new Blob(["1\n2"]), AbortSignal.abort()))).toMatch(
      /^cancelled:/,
    );
  });
});

describe("the sentences", () => {
  it("are the same keys with the same placeholders in both languages", () => {
    expect(shape(chinese)).toEqual(shape(english));
    for (const s of Object.values(chinese)) expect(s).toMatch(/\p{Script=Han}/u);
  });
});
