import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The colours of tokens.css as each theme sees them: light-dark() pairs, and what the projector puts in their place. */
function themes(css: string): Record<"light" | "dark" | "projector", Record<string, string>> {
  const block = (head: string) => {
    const from = css.search(new RegExp(`^${head.replace(/[[\]]/g, "\\$&")}(,[^{}]*)? \\{`, "m"));
    expect(from, head).toBeGreaterThanOrEqual(0);
    return css.slice(from, css.indexOf("\n}", from));
  };
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  const root = block(":root");
  for (const [, name, a, b] of root.matchAll(/--(\w+):\s*light-dark\((#\w+),\s*(#\w+)\)/g))
    [light[name!], dark[name!]] = [a!, b!];
  const own = [...block(':root[data-theme="projector"]').matchAll(/--(\w+):\s*(#\w+)/g)];
  return {
    light,
    dark,
    projector: { ...light, ...Object.fromEntries(own.map((m) => [m[1]!, m[2]!])) },
  };
}

type RGB = readonly [number, number, number];

/** Linear light of an sRGB colour. */
function linear(hex: string): RGB {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, "$&$&") : hex;
  const part = (k: number) => {
    const c = parseInt(full.slice(k, k + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const luminance = ([r, g, b]: RGB) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

type Matrix = readonly [RGB, RGB, RGB];
const apply = (m: Matrix, c: RGB): RGB =>
  m.map((row) => row[0] * c[0] + row[1] * c[1] + row[2] * c[2]) as unknown as RGB;

/** Machado, Oliveira & Fernandes (2009), severity 1, on linear light. */
const eyes: Record<string, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** Oklab (Ottosson 2020): a distance of 0.02 is just seen. */
function oklab([r, g, b]: RGB): RGB {
  const lms = apply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    [r, g, b],
  ).map((x) => Math.cbrt(Math.max(0, x))) as unknown as RGB;
  return apply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  );
}
const apart = (eye: Matrix, a: string, b: string): number => {
  const [x, y] = [a, b].map((hex) => oklab(apply(eye, linear(hex)))) as [RGB, RGB];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
};

const all = themes(readFileSync("src/ui/styles/tokens.css", "utf8"));
const pairs = (css: string) =>
  [...css.matchAll(/--(\w+):\s*light-dark\((#\w+),\s*(#\w+)\)/g)].map((m) => m.slice(1));
const inks = ["ink", "soft", "u", "h", "y", "A", "B", "C", "D", "warn"];
const grounds = ["paper", "card", "glow"];

test("the yardsticks are right", () => {
  expect(contrast("#fff", "#000")).toBeCloseTo(21, 9);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(oklab([1, 1, 1])[0]).toBeCloseTo(1, 4);
});

describe.each(Object.entries(all))("the %s theme", (_, colours) => {
  test.each(inks)("%s can be read on paper, card and glow", (ink) => {
    for (const ground of grounds)
      expect(
        contrast(colours[ink]!, colours[ground]!),
        `${ink} on ${ground}`,
      ).toBeGreaterThanOrEqual(4.5);
  });

  test("edges of controls and of the plot stand out by 3 : 1", () => {
    for (const ground of ["paper", "card"])
      expect(contrast(colours.edge!, colours[ground]!), ground).toBeGreaterThanOrEqual(3);
  });
});

const symbols = ["u", "h", "y", "B", "C", "D"];
const couples = symbols.flatMap((a, i) =>
  symbols.slice(i + 1).map((b): [string, string] => [a, b]),
);
/** Five times what is just seen, for lines that stand in one picture. */
const CLEAR = 0.1;
/**
 * Eight hues do not fit into two dimensions: these pairs come closer for some eye in some theme, and rely on what
 * doubles colour everywhere (a letter beside it, a circle for a signal and a box for a matrix, stems against lines).
 */
const doubled = new Set(["u/D", "h/B", "h/C", "y/B"]);

describe.each(Object.entries(all))("for colour-blind eyes, in the %s theme", (theme, colours) => {
  test.each(Object.keys(eyes))("%s: input, state and output stay apart by colour alone", (eye) => {
    for (const [a, b] of [
      ["u", "h"],
      ["h", "y"],
      ["u", "y"],
    ] as const)
      expect(apart(eyes[eye]!, colours[a]!, colours[b]!), `${a} and ${b}`).toBeGreaterThan(CLEAR);
  });

  test.each(Object.keys(eyes))("%s: no other pair comes to rely on its marks", (eye) => {
    const close = couples
      .map(([a, b]) => ({ pair: `${a}/${b}`, d: apart(eyes[eye]!, colours[a]!, colours[b]!) }))
      .filter(({ d }) => d < CLEAR);
    const told = close.map((c) => `${c.pair} (${c.d.toFixed(3)})`).join(", ");
    if (told) console.info(`${theme}, ${eye}: letter and mark must tell apart ${told}`);
    for (const { pair } of close) expect(doubled, told).toContain(pair);
  });
});

describe.each([0, 1])("with more contrast asked for (light, dark: %i)", (k) => {
  const css = readFileSync("src/ui/styles/eyes.css", "utf8");
  const colours = Object.fromEntries(pairs(css).map(([name, ...two]) => [name, two[k]!]));
  test.each([...inks, "edge"])("%s is read at 7 : 1", (ink) => {
    for (const ground of grounds)
      expect(contrast(colours[ink]!, colours[ground]!), ground).toBeGreaterThanOrEqual(7);
  });
});
