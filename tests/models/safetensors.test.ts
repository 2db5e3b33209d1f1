import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { safetensors, tinyFile } from "./mambaCases.ts";
import { readSafetensors } from "../../src/models/safetensors.ts";

/** A file of any header and any bytes. */
function file(header: unknown, bytes: ArrayLike<number> = []): ArrayBuffer {
  const text = new TextEncoder().encode(
    typeof header === "string" ? header : JSON.stringify(header),
  );
  const out = new Uint8Array(8 + text.length + bytes.length);
  new DataView(out.buffer).setBigUint64(0, BigInt(text.length), true);
  out.set(text, 8);
  out.set(bytes, 8 + text.length);
  return out.buffer;
}
const one = (dtype: string, bytes: number[], shape = [1]) =>
  readSafetensors(file({ x: { dtype, shape, data_offsets: [0, bytes.length] } }, bytes)).get("x")!
    .data[0];

describe("readSafetensors", () => {
  it("reads what a writer wrote", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: "grapheme", minLength: 1 }),
          fc.float64Array({ maxLength: 20 }),
          { maxKeys: 5 },
        ),
        (arrays) => {
          delete arrays["__metadata__"];
          const wanted = Object.entries(arrays).map(
            ([name, data]) => [name, { shape: [data.length], data }] as const,
          );
          const got = readSafetensors(safetensors(Object.fromEntries(wanted)));
          expect([...got.keys()].toSorted()).toEqual(wanted.map(([name]) => name).toSorted());
          for (const [name, { shape, data }] of wanted)
            expect(got.get(name)).toEqual({ dtype: "F64", shape, data });
        },
      ),
    );
  });

  it("reads F32, F16 and BF16, with their subnormals and infinities", () => {
    expect(one("F32", [0, 0, 0x80, 0x3e])).toBe(0.25);
    expect(one("BF16", [0x80, 0xbf])).toBe(-1);
    expect(one("BF16", [1, 0])).toBe(2 ** -133);
    expect(one("F16", [0x00, 0x3c])).toBe(1);
    expect(one("F16", [0xff, 0x7b])).toBe(65504);
    expect(one("F16", [0x01, 0x80])).toBe(-(2 ** -24));
    expect(one("F16", [0x00, 0xfc])).toBe(-Infinity);
    expect(one("F16", [0x01, 0x7c])).toBeNaN();
    expect(one("F16", [0, 0x3c], [])).toBe(1);
  });

  it("says what is wrong with a damaged file", () => {
    const entry = (change: object, bytes = 4) =>
      file(
        { w: { dtype: "F32", shape: [1], data_offsets: [0, 4], ...change } },
        Array<number>(bytes).fill(0),
      );
    const says = (buffer: ArrayBuffer, why: RegExp) =>
      expect(() => readSafetensors(buffer)).toThrow(
        new RegExp(`^the model file cannot be read: .*${why.source}`),
      );
    says(new ArrayBuffer(5), /it has 5 bytes/);
    says(
      new TextEncoder().encode("<!doctype html><title>404</title>").buffer as ArrayBuffer,
      /this is no safetensors file/,
    );
    says(tinyFile().slice(0, 1000), /cut off inside its header \(1000 of at least 3112 bytes\)/);
    says(
      tinyFile().slice(0, 70000),
      /it is cut off: tensor \S+ ends at byte \d+ of the numbers, and there are 66888/,
    );
    says(file("{nonsense"), /header is not JSON/);
    says(file("[1, 2]"), /no JSON object/);
    says(
      entry({ dtype: "I8", data_offsets: [0, 1] }),
      /tensor w holds I8; read are F64, F32, F16, BF16/,
    );
    says(entry({ shape: [-1] }), /the shape of tensor w/);
    says(entry({ shape: [2] }), /tensor w is 2 F32, 8 bytes, but has 4/);
    says(entry({ data_offsets: [0] }), /does not say where/);
    says(entry({ data_offsets: [4, 8] }, 8), /begins at byte 4 instead of 0/);
    says(entry({}, 6), /2 bytes behind its last tensor/);
    says(file({ w: null }), /tensor w has no description/);
    expect(() => readSafetensors(new Uint8Array(3) as unknown as ArrayBuffer)).toThrow(
      /must be an ArrayBuffer/,
    );
  });

  it("never throws anything but such a sentence, whatever bytes are changed or cut", () => {
    fc.assert(
      fc.property(fc.nat(70215), fc.nat(3200), fc.nat(255), (length, at, byte) => {
        const bytes = new Uint8Array(tinyFile());
        bytes[at] = byte;
        try {
          readSafetensors(bytes.buffer.slice(0, length % 2 ? length : undefined));
        } catch (error) {
          expect((error as Error).message).toMatch(/^the model file cannot be read: /);
        }
      }),
      { numRuns: 300 },
    );
  });
});
