import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { readProgress } from "../../src/app/progress/file.ts";
import { readAudio } from "../../src/intake/audio.ts";
import { readTable } from "../../src/intake/csv.ts";
import { isProblem } from "../../src/intake/problem.ts";
import nile from "../golden/nile.json" with { type: "json" };
import { say, sayAll } from "./sentence.ts";

afterEach(() => vi.unstubAllGlobals());

/** What happens to files on their way: bytes changed, cut off, doubled, put in, or another file's end. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom("set", "cut", "twice", "insert", "splice"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  }),
  { maxLength: 6 },
);
type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

function damaged(file: Uint8Array, other: Uint8Array, all: Damage): Uint8Array<ArrayBuffer> {
  let now = [...file];
  for (const { kind, at, length, bytes } of all) {
    const from = Math.floor(at * now.length);
    if (kind === "set") bytes.forEach((b, k) => from + k < now.length && (now[from + k] = b));
    if (kind === "cut") now = now.slice(0, from);
    if (kind === "twice") now.splice(from, 0, ...now.slice(from, from + length));
    if (kind === "insert") now.splice(from, 0, ...bytes);
    if (kind === "splice")
      now = [...now.slice(0, from), ...other.slice(Math.floor(at * other.length))];
  }
  return Uint8Array.from(now);
}

const rows = (nile as { y: number[] }).y.slice(0, 40);
/** Tables as programs write them. */
const tables = [
  `year,volume\n${rows.map((y, k) => `${1871 + k},${y}`).join("\n")}\n`,
  `\ufeffDatum;Abfluß;Anmerkung\r\n${rows.map((y, k) => `${1 + (k % 28)}.${1 + (k % 12)}.${1990 + k};${y},5;"ü; ""${k}"""`).join("\r\n")}`,
  rows
    .map((y, k) => `2024-01-${String(1 + (k % 28)).padStart(2, "0")}T0${k % 10}:00\t${y}\t-`)
    .join("\n"),
  `sep=|\n# of a logger\na|b\n${rows.map((y) => `${y}e-3|1 234,5`).join("\n")}`,
  rows.map((y) => `  ${y}   ${-y / 7}`).join("\n"),
].map((text) => new TextEncoder().encode(text));

test("a table that was damaged is read, or refused with a sentence; nothing throws, and no number is none", async () => {
  const pick = fc.nat(tables.length - 1);
  await fc.assert(
    fc.asyncProperty(pick, pick, damage, async (a, b, how) => {
      const result = await readTable(new Blob([damaged(tables[a]!, tables[b]!, how)]));
      if (isProblem(result)) {
        say(result.problem, result);
        // The file is in memory: what cannot be read of it is a mistake of the reader's.
        expect(result.problem).not.toBe("unreadable");
        return;
      }
      sayAll([...result.notes, ...result.columns.flatMap((c) => c.notes)]);
      for (const { values } of result.columns)
        expect(values.every((v) => Number.isFinite(v) || Number.isNaN(v))).toBe(true);
    }),
    { numRuns: 120 },
  );
});

const sounds = ["remembers", "sentence"].map(
  (name) => new Uint8Array(readFileSync(`public/audio/${name}.wav`).subarray(0, 4000)),
);

test("so is a sound, where the browser's own decoder gives up", async () => {
  vi.stubGlobal(
    "OfflineAudioContext",
    class {
      decodeAudioData = () => Promise.reject(new DOMException("no", "EncodingError"));
    },
  );
  // Mostly the head is hit: there is what the rest is read by.
  const head = damage.map((all) => all.map((d) => ({ ...d, at: d.at ** 4 })));
  await fc.assert(
    fc.asyncProperty(fc.nat(1), head, async (which, how) => {
      const file = damaged(sounds[which]!, sounds[1 - which]!, how);
      const result = await readAudio(new Blob([file]));
      if (isProblem(result)) return void say(result.problem, result);
      expect(result.values.every(Number.isFinite)).toBe(true);
      expect(result.values.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test("and a file of progress: what is taken has the right shape", () => {
  const whole = {
    format: "hidden-state progress",
    version: 1,
    progress: {
      kalman: { done: ["start"], answers: { "start.1": 2 } },
      s4: { done: [], answers: {} },
    },
  };
  const text = new TextEncoder().encode(JSON.stringify(whole));
  fc.assert(
    fc.property(damage, fc.jsonValue(), (how, junk) => {
      for (const told of [
        new TextDecoder().decode(damaged(text, text, how)),
        JSON.stringify({ ...whole, progress: junk }),
        JSON.stringify({ ...whole, progress: { kalman: junk } }),
      ]) {
        const found = readProgress(told);
        if (typeof found === "string") continue;
        for (const { done, answers } of Object.values(found)) {
          expect(done.every((step) => typeof step === "string")).toBe(true);
          expect(Object.values(answers).every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
