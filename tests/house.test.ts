import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

/** From the lowest to the highest; those in one row know nothing of each other. */
const layers: readonly (readonly string[])[] = [
  ["numerics"],
  ["gpu"],
  ["models"],
  ["kit"],
  ["draw", "numpy", "intake", "tasks"],
  ["session", "equations", "figures"],
  ["ui"],
  ["chapters"],
  ["app"],
];
const rank = (layer: string) => layers.findIndex((l) => l.includes(layer));
const names = layers.flat();

// A small house of its own, so that nothing is written where others work.
const house = mkdtempSync(join(tmpdir(), "hidden-state-house-"));
afterAll(() => rmSync(house, { recursive: true }));
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
};

interface Complaint {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

function lint(): Complaint[] {
  copyFileSync(".oxlintrc.json", join(house, ".oxlintrc.json"));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [resolve("node_modules/oxlint/bin/oxlint"), "-f", "json", "--deny-warnings"],
    { cwd: house, encoding: "utf8" },
  );
  expect(status, stderr).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string; message: string; help?: string }[];
  };
  return diagnostics.map((d) => ({
    file: d.filename.replaceAll("\\", "/"),
    rule: d.code,
    message: `${d.message} ${d.help ?? ""}`,
  }));
}

/** A module of `layer`, in the depth where that layer's modules live. */
const place = (layer: string, name: string) =>
  layer === "figures" ? `src/figures/${name}/figure.ts` : `src/${layer}/${name}.ts`;
const up = (layer: string) => (layer === "figures" ? "../.." : "..");

const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to]));
for (const layer of names) put(place(layer, "base"), "export const x = 1;\n");
for (const [from, to] of pairs)
  put(
    place(from!, `takes-${to}`),
    `import { x } from "${up(from!)}/${to === "figures" ? "figures/base/figure" : `${to}/base`}.ts";\nexport const y = x;\n`,
  );
const library = (layer: string, name: string) =>
  put(place(layer, `uses-${name}`), `import { x } from "${name}";\nexport const y = x;\n`);
for (const name of ["react", "d3", "katex"]) library("numerics", name);
for (const name of ["react", "katex"]) library("kit", name);
library("ui", "d3");
put(
  "src/figures/neighbour/figure.ts",
  'import { x } from "../base/figure.ts";\nexport const y = x;\n',
);
const control = (name: string, from: string) =>
  put(
    `src/figures/base/controls/${name}.tsx`,
    `import { x } from "${from}";\nexport const y = x;\n`,
  );
control("fits", "react");
control("listens", "../../../intake/base.ts");
control("stands", "../../../ui/base.ts");
control("shares", "../figure.ts");
control("strays", "../../neighbour/figure.ts");
control("climbs", "../../../chapters/base.ts");
put("src/kit/dice.ts", "export const y = Math.random();\n");
put("src/ui/clock.ts", "export const y = Date.now();\n");
put("src/models/one.ts", 'import { b } from "./two.ts";\nexport const a = (): unknown => b;\n');
put("src/models/two.ts", 'import { a } from "./one.ts";\nexport const b = (): unknown => a;\n');
const many = Array.from({ length: 260 }, (_, k) => `export const c${k} = ${k};\n`);
put("src/models/long.ts", many.join(""));

describe("the layers of the house", () => {
  const complaints = lint();
  const about = (file: string) => complaints.filter((c) => c.file.endsWith(file));

  // The furniture knows no figure by name: a page hands it one. What the reader brings reaches a figure as a value.
  const refused = ([from, to]: string[]) =>
    rank(to!) >= rank(from!) ||
    (from === "ui" && to === "figures") ||
    (from === "figures" && to === "intake");
  const upward = pairs.filter(refused);
  const downward = pairs.filter((pair) => !refused(pair));

  test.each(upward)("%s may not import %s, and is told why", (from, to) => {
    const found = about(place(from!, `takes-${to}`)).filter((c) =>
      c.rule.includes("no-restricted-imports"),
    );
    expect(found.length).toBe(1);
    expect(found[0]!.message).toMatch(/[a-z]+ .{30,}/);
  });

  test.each(downward)("%s may import %s", (from, to) =>
    expect(about(place(from!, `takes-${to}`))).toEqual([]),
  );

  test.each([
    ["numerics", "react"],
    ["numerics", "d3"],
    ["numerics", "katex"],
    ["kit", "react"],
    ["kit", "katex"],
    ["ui", "d3"],
  ])("%s may not use %s", (layer, name) =>
    expect(about(place(layer, `uses-${name}`))[0]?.rule).toContain("no-restricted-imports"),
  );

  test("figures do not import each other", () =>
    expect(about("figures/neighbour/figure.ts")[0]?.message).toMatch(/never another figure/));

  test("a figure's own control may use React, ui and intake, but no other figure and no page", () => {
    for (const name of ["fits", "listens", "stands", "shares"])
      expect(about(`controls/${name}.tsx`), name).toEqual([]);
    for (const name of ["strays", "climbs"])
      expect(about(`controls/${name}.tsx`)[0]?.message, name).toMatch(/never another figure/);
  });

  test("a circle of imports, chance, the clock and an endless file are refused", () => {
    expect(about("models/one.ts")[0]?.rule).toContain("no-cycle");
    expect(about("kit/dice.ts")[0]?.message).toMatch(/seeded generator/);
    expect(about("ui/clock.ts")[0]?.message).toMatch(/clock/);
    expect(about("models/long.ts")[0]?.rule).toContain("max-lines");
  });
});

test("numerics and models see no page: their types know no DOM", () => {
  for (const layer of ["numerics", "models"]) {
    const { compilerOptions } = JSON.parse(readFileSync(`src/${layer}/tsconfig.json`, "utf8")) as {
      compilerOptions?: { lib?: string[]; types?: string[] };
    };
    const base = JSON.parse(readFileSync("tsconfig.base.json", "utf8")) as {
      compilerOptions: { lib: string[]; types: string[] };
    };
    const lib = compilerOptions?.lib ?? base.compilerOptions.lib;
    expect(lib.filter((l) => /dom|webworker/i.test(l))).toEqual([]);
    expect(compilerOptions?.types ?? base.compilerOptions.types).toEqual([]);
  }
});

test("only session.ts writes a session's store, and only still.ts decides about motion", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((f) =>
    /\.tsx?$/.test(f),
  );
  const holding = (text: RegExp) =>
    files
      .map((f) => f.replaceAll("\\", "/"))
      .filter((f) => !f.startsWith("app/") && text.test(readFileSync(join("src", f), "utf8")))
      .toSorted();
  // The shell's preferences are a store of their own, so are the hands of a class; `this.setState` is a React boundary's.
  expect(holding(/(?<!this)\.setState\(/)).toEqual([
    "chapters/classroom/counts.ts",
    "session/playhead.ts", // the part of session.ts that moves the time
    "session/session.ts",
  ]);
  expect(holding(/prefers-reduced-motion|dataset\.motion/)).toEqual(["kit/still.ts"]);
});

test("a figure declares its settings and its words once: their types come of params.ts and phrases.ts", () => {
  const folders = readdirSync("src/figures").filter((f) => !f.includes("."));
  for (const folder of folders) {
    const text = (file: string) => readFileSync(join("src/figures", folder, file), "utf8");
    expect(text("params.ts"), folder).toContain("export type Setting = Values<typeof params>;");
    expect(text("phrases.ts"), folder).toContain("export type Phrase = keyof typeof phrases;");
    for (const file of readdirSync(join("src/figures", folder)).filter((f) => f.endsWith(".ts")))
      expect(text(file), `${folder}/${file}`).not.toMatch(
        /interface Setting\b|type \w*(Words?|Phrase) =\s*(\||")|Stage<Setting, "/,
      );
    // Nobody waits for a text that few ask for.
    expect(text("figure.ts"), folder).not.toContain('from "./numpy.ts"');
  }
});
