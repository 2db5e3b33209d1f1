import type { Taken } from "../../kit/params/text.ts";

/** Tokens of a row. */
export const TOKENS = 16;
/** A digit of the tokens is a fifth, one of the gate a ninth: 9 is wide open. */
const FIFTHS = 5;
const NINTHS = 9;
/** Characters looked at; no row has so many. */
const FAR = 200;

const plain = (typed: string) =>
  typed
    .slice(0, FAR)
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[−–－]/g, "-")
    .replace(/[\s,;，、]/g, "");

const digits = (row: string): number[] => (row.match(/-?\d/g) ?? []).map(Number);
const written = (list: readonly number[]): string =>
  list.map((x) => (x === 0 ? "0" : String(x))).join("");

/** A row as it is typed: sixteen digits, with a minus where `signed`; what is too long is cut, what is too short filled up with 0. */
function take(typed: string, signed: boolean): Taken {
  const row = plain(typed);
  if (!(signed ? /^(-?\d)*$/ : /^\d*$/).test(row))
    return { note: signed ? "strange" : "strangeGate" };
  const all = digits(row);
  if (all.length === 0) return { note: "nothing" };
  const value = written(Array.from({ length: TOKENS }, (_, k) => all[k] ?? 0));
  return { value, ...((typed.length > FAR || all.length > TOKENS) && { note: "long" }) };
}

export const takeTokens = (typed: string): Taken => take(typed, true);
export const takeGate = (typed: string): Taken => take(typed, false);

export const tokensOf = (row: string): Float64Array =>
  Float64Array.from(digits(row), (d) => d / FIFTHS);
export const gatesOf = (row: string): Float64Array =>
  Float64Array.from(digits(row), (d) => d / NINTHS);

export const MOST_TOKEN = 9 / FIFTHS;

/** The row with another value at one token, as near as a digit comes. */
const put = (row: string, k: number, digit: number, least: number): string =>
  written(digits(row).with(k, Math.max(least, Math.min(9, Math.round(digit)))));
export const withToken = (row: string, k: number, x: number) => put(row, k, x * FIFTHS, -9);
export const withGate = (row: string, k: number, g: number) => put(row, k, g * NINTHS, 0);

/** A row by a number in [0, 1], for the tests. */
export const anyRow =
  (least: number) =>
  (u: number): string =>
    written(
      Array.from(
        { length: TOKENS },
        (_, k) => least + Math.floor(((u * (97 * k + 13)) % 1) * (10 - least)),
      ),
    );
