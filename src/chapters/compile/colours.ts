import type { Plugin } from "vite";
import { complex, letters } from "../../symbols/letters.ts";
import { notation, type Notation } from "../../symbols/table.ts";

const ID = "virtual:symbol-colours.css";

/** What stands for a symbol, anywhere on a page, has the colour of the notation table: `--c`. */
export function colourRules(symbols: Readonly<Record<string, Notation>>): string {
  return Object.entries(symbols)
    .filter(([, { colour }]) => colour !== "ink") // as the text around it
    .map(([id, { colour }]) => `[data-symbol="${id}"] {\n  --c: var(--${colour});\n}\n`)
    .join("");
}

/** Vite: `virtual:symbol-colours.css`, made from the notation table. */
export const symbolColours = (): Plugin => ({
  name: "hidden-state:symbol-colours",
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load: (id) => (id === `\0${ID}` ? colourRules(notation) : undefined),
});

/** Vite, in a build: a page carries its symbols' letters, not the table that they are taken from. */
export const symbolLetters = (): Plugin => ({
  name: "hidden-state:symbol-letters",
  apply: "build",
  load: {
    filter: { id: /\/src\/symbols\/letters\.ts$/ },
    handler: () => ({
      code: Object.entries({ letters, complex })
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n"),
      map: null,
      moduleType: "js",
    }),
  },
});
