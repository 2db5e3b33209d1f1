import { defineFigure } from "../../src/kit/figure.ts";

/** A figure of eleven steps and nothing else. */
export const clock = defineFigure({
  id: "clock",
  title: "A clock",
  params: {},
  presets: {},
  compute: () => ({}),
  length: () => 11,
  readouts: {},
  phrases: { is: "is" },
  describe: () => "is",
  laws: {},
  symbols: () => ({}),
  equations: [],
  numpy: () => "",
  answer: { of: () => 0 },
  source: [],
  view: () => ({ draw: () => undefined, destroy: () => undefined }),
});
