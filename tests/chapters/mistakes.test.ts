import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { difference } from "../../src/chapters/compile/compare.ts";
import { checkIds } from "../../src/chapters/compile/ids.ts";
import { compilePage } from "../../src/chapters/compile/markdown.ts";
import { Mistake, suggest } from "../../src/chapters/compile/mistake.ts";
import { typeset } from "../../src/chapters/compile/typeset.ts";
import { renderEquation } from "../../src/chapters/compile/math.ts";
import { directives } from "../../src/chapters/directives.ts";
import { page as frontMatter } from "./smallContent.ts";

const front = frontMatter("S");
const first = front.split("\n").length;
const compile = (body: string, file = "x.md") => compilePage(front + body, file);
/** What an author is told about a page with this body, line numbers counted from the body's first line. */
function told(run: () => unknown): string {
  try {
    run();
  } catch (problem) {
    expect(problem).toBeInstanceOf(Mistake);
    const { message } = problem as Mistake;
    return message.replace(/:(\d+)/, (_, line: string) => `:${Number(line) - first + 1}`);
  }
  return "nothing";
}
const step = "## S {#s}\n\n";
const question = (head: string, body = "What?\n\n1. a\n2. b\n\nWhy.") =>
  `${step}:::${head}\n${body}\n:::\n`;

describe("what an author is told: where, what, and what to do", () => {
  test.each<[string, string]>([
    // directives by their table
    [
      `${step}::figure{id=a presett=b}`,
      "x.md:3: figure knows no {presett}; remove it; did you mean preset?",
    ],
    [`${step}::figure{preset=a}`, "x.md:3: figure has no {id}; write ::figure{id=…}"],
    [`${step}::figure{id=""}`, "x.md:3: figure has an empty {id}; write {id=…} or leave it out"],
    [`${step}::equation{}`, "x.md:3: equation has no {id}; write ::equation{id=…}"],
    [
      `${step}It is :val{of=a stil}.`,
      "x.md:3: val knows no {stil}; remove it; did you mean still?",
    ],
    [
      `${step}It is :val{of=a still=1}.`,
      "x.md:3: val takes {still} without a value; write {still} or leave it out",
    ],
    [
      `${step}It is :val[A]{of=a}.`,
      "x.md:3: val has a [label], which nobody would see; write :val{of=…}",
    ],
    [
      `${step}:::myth[A]{title=a}\nb\n:::`,
      "x.md:3: myth has a [label], which nobody would see; write :::myth{title=…}",
    ],
    [`${step}:::myth\nb\n:::`, "x.md:3: myth has no {title}; write :::myth{title=…}"],
    [
      `${step}Inline :equation{id=a}.`,
      "x.md:3: “:equation” does not exist; write ::equation{id=…}",
    ],
    [`${step}::val{of=a}`, "x.md:3: “::val” does not exist; write :val{of=…}"],
    [`${step}::figrue{id=a}`, "x.md:3: there is no directive “figrue”; did you mean figure?"],
    [
      `${step}:::spoiler\nb\n:::`,
      "x.md:3: there is no directive “spoiler”; there are figure, equation, val, ",
    ],
    [`${step}It is :vall{of=a}.`, "x.md:3: there is no directive “vall”; write :val{of=…}"],
    [
      question("predict{answer=1 hold}"),
      "x.md:3: {hold} of predict means something only beside {then}; add {then=…} or remove {hold}",
    ],
    // questions
    [question("quiz{answer=3}"), "x.md:3: there is no option 3; answer is one of 1 to 2"],
    [question("quiz{answer=x}"), "x.md:3: there is no option x; answer is one of 1 to 2"],
    [
      question("quiz{answer=1}", "What?"),
      "x.md:3: quiz needs a list of options; write them as 1. … 2. …, one a line",
    ],
    [
      question("quiz{answer=1}", "1. a\n2. b\n\nWhy."),
      "x.md:3: quiz asks nothing; write the question above the options",
    ],
    [
      question("quiz{answer=1}", "What?\n\n1. a\n2. b"),
      "x.md:3: quiz explains nothing; write below the options why the answer is right",
    ],
    [
      question("quiz{answer=1}", "What?\n\n1. a\n2. a\n\nWhy."),
      "x.md:3: two options are “a”; let options differ",
    ],
    // steps
    ["only words", "x.md:-8: the page has no step; begin one with ## Its title {#its-id}"],
    [
      "## A step",
      "x.md:1: this step has no id; end its heading in {#its-id}: small letters, digits, hyphens",
    ],
    [`${step}## T {#s}`, "x.md:3: a second step is named s; give each step an id of its own"],
    ["# Title {#a}", "x.md:1: a page's title is in its front matter; begin a step with ##"],
    ["::figure{id=a}", "x.md:1: a figure belongs to a step; write it under a ## heading"],
    [
      `${step}::figure{id=a}\n\n::figure{id=b}`,
      "x.md:5: this step has a figure already; begin a new step for the second",
    ],
    [
      `${step}:::teacher\n::figure{id=a}\n:::`,
      "x.md:4: a figure stands beside a whole step; move ::figure out of the block",
    ],
    // mathematics
    [
      `${step}One $\\notacommand$ here.`,
      "x.md:3: “\\notacommand” cannot be typeset: Undefined control sequence: \\notacommand; mend the TeX",
    ],
    [`${step}$$\n\\frac{1}{\n$$`, "x.md:3: “\\frac{1}{” cannot be typeset: "],
    [
      `${step}One $\\sy{Delt}$ here.`,
      "x.md:3: \\sy{Delt}: no such symbol in src/symbols; add it there, or did you mean Delta",
    ],
  ])("%j", (body, sentence) =>
    expect(told(() => compile(body)).slice(0, sentence.length)).toBe(sentence),
  );

  test("front matter", () => {
    const tell = (source: string) => {
      try {
        compilePage(source, "x.md");
      } catch (problem) {
        return (problem as Mistake).message;
      }
      return "nothing";
    };
    expect(tell("# none")).toMatch(
      /^x\.md:1: front matter is missing; begin with a block between two/,
    );
    for (const key of ["title", "short", "kicker", "line", "summary", "goals", "minutes"])
      expect(tell(front.replace(new RegExp(`^${key}:.*\n`, "m"), ""))).toMatch(
        new RegExp(`^x\\.md:1: front matter has no ${key}; add "${key}:", \\w+`),
      );
    expect(tell(front.replace("title: T", "title: a: b"))).toMatch(
      /^x\.md:2: front matter is not YAML \(.*\); put quotation marks around/,
    );
    expect(tell(front.replace("minutes: 5", "minutes: five"))).toMatch(/minutes is no number; /);
    expect(tell(front.replace("[g]", "g"))).toMatch(/goals is no list; write one goal a line/);
  });

  test("an equation's own TeX", () => {
    const tex = String.raw`\sy{nobody} = 1`;
    expect(() => typeset(tex, "src/equations/x.ts", 7, () => renderEquation(tex))).toThrow(
      /^src\/equations\/x\.ts:7: \\sy\{nobody\}: no such symbol in src\/symbols; add it there, or there are /,
    );
  });

  test("names that are nobody's, with those nearest to them", () => {
    const known = {
      figures: ["lamp", "pump"],
      equations: ["rule", "sum"],
      figure: () => ({ presets: { start: 1, fast: 1 }, readouts: { y: 1 }, params: { a: 1 } }),
    };
    const check = (body: string) => () => checkIds(compile(step + body), "x.md", known);
    const on = "::figure{id=lamp preset=start}\n\n";
    expect(told(check(`${on}It is :val{of=y}.\n\n::equation{id=sum}`))).toBe("nothing");
    expect(told(check("::figure{id=lump}"))).toBe(
      "x.md:3: {id=lump} names no figure of src/figures; did you mean lamp or pump?",
    );
    expect(told(check("::equation{id=rul}"))).toBe(
      "x.md:3: {id=rul} names no equation of src/equations; did you mean rule?",
    );
    expect(told(check("::figure{id=lamp preset=slow}"))).toBe(
      "x.md:3: {preset=slow} names no preset of lamp; there are start, fast",
    );
    expect(told(check(`${on}It is :val{of=x}.`))).toBe(
      "x.md:5: {of=x} names no readout of lamp; did you mean y?",
    );
    expect(told(check("It is :val{of=y}."))).toBe(
      "x.md:3: {of=y} names no readout of its step, which has no figure; there are none",
    );
    const ask = ":::predict{answer=1 then=slow}\nWhat?\n\n1. a\n2. b\n\nWhy.\n:::";
    expect(told(check(on + ask))).toBe(
      "x.md:5: {then=slow} names no preset of lamp; there are start, fast",
    );
  });

  test("the nearest of many", () =>
    expect(
      suggest("kalmann", ["nile", "kalman-cycle", "kalman", "track", "control", "s4"]),
    ).toMatch("did you mean kalman?"));
});

describe("two languages are built alike", () => {
  const against = (mine: string, english: string) => {
    const side = (body: string, file: string) => ({ file, page: compile(body, file) });
    const found = difference(side(mine, "zz.md"), side(english, "en.md"));
    return (
      found &&
      told(() => {
        throw found;
      })
    );
  };
  const ask = (head: string) => question(head);

  test.each<[string, string, string]>([
    [
      `${step}A :val{of=a}.`,
      `${step}A :val{of=a still}.`,
      "zz.md:3: in step s stands :val{of=a} where the English has :val{of=a still}; make it like en.md:",
    ],
    [
      ask("predict{answer=1 then=a}"),
      ask("predict{answer=1 then=a hold}"),
      "zz.md:3: in step s stands :::predict{answer=1 then=a} with 2 options where the English has :::predict{answer=1 hold then=a} with 2 options",
    ],
    [
      ask("quiz{answer=1}"),
      ask("quiz{answer=2}"),
      "zz.md:3: in step s stands :::quiz{answer=1} with 2 options where",
    ],
    [
      `${step}::figure{id=a}`,
      `${step}::figure{id=a preset=b}`,
      "zz.md:3: in step s stands ::figure{id=a} where the English has ::figure{id=a preset=b}",
    ],
    [
      `${step}Words.`,
      `${step}::equation{id=a}`,
      "zz.md:-8: in step s stands nothing where the English has ::equation{id=a}; make it like en.md:",
    ],
    [
      `Words [a](https://a.example/).\n\n${step}`,
      `Words.\n\n${step}`,
      "zz.md:1: in the opening words stands a link to https://a.example/ where the English has nothing; make it like en.md",
    ],
    [step, `${step}## T {#t}`, "zz.md:-8: step 2 is missing, in English t; make it like en.md"],
  ])("%j against %j", (mine, english, sentence) =>
    expect(against(mine, english)?.slice(0, sentence.length)).toBe(sentence),
  );

  test("words and the order of live numbers are the translator's", () => {
    const mine = `${step}:::myth{title=Ä}\nx\n:::\n\nA :val{of=a} and :val{of=b}.`;
    const english = `${step}:::myth{title=A}\ny\n:::\n\nA :val{of=b} and :val{of=a}.`;
    expect(against(mine, english)).toBeUndefined();
  });

  test("minutes and goals", () => {
    const english = { file: "en.md", page: compile(step) };
    const mine = (more: Record<string, string>) => ({
      file: "zz.md",
      page: compilePage(frontMatter("S", more) + step, "zz.md"),
    });
    expect(difference(mine({ minutes: "6" }), english)?.message).toBe(
      "zz.md:1: minutes is 6, in English 5; make it like en.md",
    );
    expect(difference(mine({ goals: "[a, b]" }), english)?.message).toMatch(
      /2 goals, in English 1;/,
    );
  });
});

test("the README's table of directives is the table that they all work from", () => {
  const rows = readFileSync("README.md", "utf8").split("\n");
  for (const [name, { attributes }] of Object.entries(directives)) {
    const row = rows.find((line) => new RegExp(`^\\| \`:+${name}\\b`).test(line));
    expect(row, `README.md: the directives lack ${name}`).toBeDefined();
    for (const key of Object.keys(attributes))
      expect(row, `${name} has {${key}}`).toMatch(new RegExp(`\\b${key}\\b`));
  }
});
