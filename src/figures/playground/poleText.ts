import type { Taken } from "../../kit/params/text.ts";

/** An eigenvalue; one off the real axis brings its mirror image along. */
export interface Pole {
  readonly re: number;
  readonly im: number;
}

export const MOST_STATES = 8;
const FAR = 1000;

/** How many numbers of state they take. */
const sizeOf = (poles: readonly Pole[]) => poles.reduce((n, { im }) => n + (im === 0 ? 1 : 2), 0);

const number = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const form = new RegExp(`^([+-]?${number})?(?:([+-]?)(${number})?[ij])?$`, "i");

function poleOf(text: string): Pole | undefined {
  const [, re, sign, size] = form.exec(text) ?? [];
  const imaginary = /[ij]$/i.test(text);
  if (text === "" || (re === undefined && !imaginary)) return undefined;
  // “2i” reads as 2 and i; without a sign between them there is no real part.
  const alone = imaginary && sign === "" && size === undefined && re !== undefined;
  const im = !imaginary ? 0 : alone ? Math.abs(+re) : Math.abs(+(size ?? 1));
  const pole = { re: alone ? 0 : +(re ?? 0) + 0, im };
  return Math.abs(pole.re) <= FAR && im <= FAR ? pole : undefined;
}

/** Eigenvalues from a text: `-0.2+1.5i, -1`; undefined where it is none. */
export function polesOf(typed: string): readonly Pole[] | undefined {
  const plain = typed
    .slice(0, 400)
    .replaceAll(/[−–]/g, "-")
    .replaceAll("±", "+")
    .replaceAll(/[;，；、]/g, ",")
    .replaceAll(/\s/g, "");
  const found = plain.split(",").map(poleOf);
  return found.every((p) => p !== undefined) ? found : undefined;
}

export const printPoles = (poles: readonly Pole[]): string =>
  poles.map(({ re, im }) => (im === 0 ? `${re}` : `${re}+${im}i`)).join(",");

/** What is typed, in the form that the address has. */
export function takePoles(typed: string): Taken {
  const poles = polesOf(typed);
  if (!poles) return { note: "polesWrong" };
  if (sizeOf(poles) > MOST_STATES) return { note: "polesMany" };
  return { value: printPoles(poles) };
}

/** Poles of all kinds by a number, for the tests: real, in pairs, on and beyond the edge of stability. */
export function somePoles(u: number): string {
  const far = (k: number) => +((u * (7 * k + 3)) % 1.3).toFixed(3);
  const all: readonly Pole[] = [
    { re: -far(1), im: 0 },
    { re: 0.2 - far(2), im: far(3) + 0.1 },
    { re: -far(4), im: 3 * far(5) + 0.1 },
  ];
  return printPoles(all.slice(0, 1 + Math.floor(2.99 * u)));
}
