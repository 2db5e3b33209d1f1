import { expect, test } from "vitest";
import { chaptersIn, hasPage, tagsIn } from "../../src/chapters/compile/folders.ts";
import { tagOf } from "../../src/chapters/directives.ts";
import { findAll, type Node, type WrittenStep } from "../../src/chapters/page.ts";
import { withheldBy } from "../../src/chapters/withheld.ts";
import {
  describe as describeIn,
  footOf,
  readIn,
  wordsOf,
  type Overlay,
} from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { format } from "../../src/kit/format.ts";
import { compiled } from "../compiled.ts";
import { everyFigure } from "./everyFigure.ts";
import { shown, stageOf, type AnyMoment } from "./portrait.ts";
import { settled } from "./runs.ts";

const overlays = import.meta.glob<Overlay>("../../content/*/figures/*.json", {
  eager: true,
  import: "default",
});

/** Where an answer's number is met although it gives nothing away: `chapter#step`, and why. */
const harmless: Readonly<Record<string, string>> = {
  "90-parallel-scan#tanh": "15 is also what one helper alone needs, whatever the join",
  "60-s4#two-parts": "κ = 1.00 is the setting, not a condition number",
};

type Element = Exclude<Node, string>;
const plain = (nodes: readonly Node[]): string =>
  nodes
    .map((n) =>
      typeof n === "string"
        ? n
        : (n[1].html ?? plain(n.slice(2) as Node[])).replace(/<[^>]*>/g, ""),
    )
    .join(" ");
/** The numbers in a text as they are printed, without sign and thousands' commas. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d[\d,]*(\.\d+)?(·10[⁻⁰¹²³⁴-⁹]+)?/g) ?? []).map((n) =>
    n.replace(/,(?=\d{3})|,$/g, ""),
  );
const significant = (n: string) => n.replace(/·10.*|\./g, "").replace(/^0+/, "").length;
/** A number says another: they are one, or it is the other one rounded, to no fewer than two digits. */
const says = (n: string, answer: string): boolean =>
  n === answer || (significant(n) > 1 && Number(n) === +Number(answer).toPrecision(significant(n)));

/** The round numbers along an axis are there before and after. */
const isAxisNumber = (n: globalThis.Element) =>
  n.getAttribute("class") === "tick" && /^[−\d.,·⁰¹²³⁴-⁹⁻\s%s]+$/.test(n.textContent);

const pictures = new Map<string, Promise<readonly string[]>>();
/** The words in a figure's pictures, at both widths: the same in every language, so each moment is drawn once. */
function drawnAt(f: Figure, preset: string | undefined, m: AnyMoment): Promise<readonly string[]> {
  const key = `${f.id} ${preset} ${m.withheld && [...m.withheld].toSorted().join()}`;
  const draw = async () => {
    const drawn: string[] = [];
    for (const compact of [true, false]) {
      const { host, view, leave } = stageOf(f, compact);
      view.draw(m);
      const texts = shown(host).filter((n) => n.nodeName === "text" && !isAxisNumber(n));
      drawn.push(...texts.map((n) => n.textContent));
      await leave();
    }
    return drawn;
  };
  const known = pictures.get(key) ?? draw();
  pictures.set(key, known);
  return known;
}

/** All that is to be read at a moment, apart from the text's own words: the figure's sentence, numbers, quoted ones, picture. */
async function readAt(
  f: Figure,
  preset: string | undefined,
  m: AnyMoment,
  tag: string,
  step: WrittenStep,
) {
  const quoted = findAll(step.body, tagOf("val")).map((v) => v[1].of!);
  const words = wordsOf(f, overlays[`../../content/${tag}/figures/${f.id}.json`]);
  const result = readIn(f, words, m.result);
  const print = (name: string) => {
    const { of, digits } = f.readouts[name]!;
    return m.withheld?.has(name) ? "?" : format(of(result, m.values, m.t), digits);
  };
  const caption = describeIn(f, words, { ...m, result });
  const read = [...footOf(f, m.values), ...quoted].map((k) => `${k} ${print(k)}`);
  return { said: [caption, ...read], drawn: await drawnAt(f, preset, m) };
}

interface Question {
  readonly name: string;
  readonly f: Figure;
  readonly step: WrittenStep;
  readonly ask: Element;
  readonly tag: string;
  readonly folder: string;
}

/** Every prediction beside a figure, in every language. */
const questions = tagsIn("content").flatMap((tag) =>
  chaptersIn("content").flatMap((folder): Question[] => {
    if (!hasPage("content", tag, folder)) return [];
    const file = `content/${tag}/${folder}/index.md`;
    return compiled(file).steps.flatMap((step) => {
      const f = everyFigure.find(({ figure }) => figure.id === step.figure)?.figure;
      const asks = f ? findAll(step.body, tagOf("predict")) : [];
      return asks.map((ask) => ({ name: `${file}#${step.id}`, f: f!, step, ask, tag, folder }));
    });
  }),
);

test.each(questions)("$name: its answer is nowhere before, and somewhere after", walk);

async function walk({ f, step, ask, tag, folder }: Question) {
  const { asks, answer, then = step.preset } = ask[1];
  const part = (name: string) =>
    findAll(ask.slice(2) as Node[], "x-part")
      .filter((p) => p[1].name === name)
      .map((p) => plain(p.slice(2) as Node[]));
  const before = await settled(f, step.preset);
  const after = await settled(f, then);

  const others = part("option").filter((_, k) => k + 1 !== Number(answer));
  const told = numbersIn(
    [...part("question"), ...others, plain(step.body.filter((n) => n !== ask))].join(" "),
  );
  const right = numbersIn(part("option")[Number(answer) - 1]!).filter((n) => significant(n) > 1);
  const readout = asks === undefined ? undefined : f.readouts[asks]!;
  const asked =
    readout && numbersIn(format(readout.of(after.result, after.values, after.t), readout.digits));
  const answers = [...right, ...(asked ?? [])].filter((n) => !told.includes(n));

  const withheld = withheldBy(step.body, step.id, {});
  const open = await readAt(f, step.preset, { ...before, withheld }, tag, step);
  const spoils = (line: string, least: number) =>
    numbersIn(line).some((n) => significant(n) >= least && answers.some((a) => says(n, a)));
  // One digit in a picture is an index, or a mark of a scale.
  const spoilt = [
    ...open.said.filter((l) => spoils(l, 1)),
    ...open.drawn.filter((l) => spoils(l, 2)),
  ];
  if (!(`${folder}#${step.id}` in harmless))
    expect(spoilt, `the answer, ${answers.join(" or ")}, is to be read: hides="…"`).toEqual([]);
  if (!asked) return;
  const { said, drawn } = await readAt(f, then, after, tag, step);
  const seen = [...said, ...drawn].flatMap(numbersIn);
  expect(
    asked.some((a) => seen.some((n) => says(n, a))),
    `the answer ${asks} = ${asked.join(" ")} is nowhere to be read afterwards`,
  ).toBe(true);
}
