import { afterAll, describe, expect, test } from "vitest";
import { describe as describeIn, wordsOf, type Overlay } from "../../src/kit/derive.ts";
import { written } from "../../src/kit/format.ts";
import { isSymbol } from "../../src/notation.ts";
import { cramped } from "./captions.ts";
import { everyFigure, lastStep, namedSettings } from "./everyFigure.ts";
import { momentsOf, portrait, stageOf, type AnyMoment } from "./portrait.ts";

const chinese = import.meta.glob<Overlay>("/content/zh-Hans/figures/*.json", {
  eager: true,
  import: "default",
});

/** What must never be read on a page: unfilled places and numbers that are none. */
const SPOILT = /[{}]|NaN|undefined|null|\[object/;

/** Numbers as no person writes them: 2e308, 1e-9, a zero with a sign, a hyphen for a minus. */
const UNREADABLE = /\d[eE][-−+]?\d|(?<![\d.,·⁻^])[-−]0(?![\d.,])|(?<![\w.\-)\]])-\d/;
/** “After 1 steps”. */
const SEVERAL =
  /(?<![\d.,−])1 (?:steps|tokens|samples|years|books|words|numbers|joins|symbols|lags)\b/;

/** Moments of a run at which its caption is measured. */
const MANY = 24;

/** One line for what is wrong in a picture; undefined where nothing is. */
function flaw(host: Element): string | undefined {
  if (SPOILT.test(host.textContent)) return `text: ${host.textContent}`;
  for (const node of host.querySelectorAll<SVGElement>("*")) {
    for (const { name, value } of node.attributes) {
      // ∞ is a word to read; in geometry it is a mistake.
      const wrong = name.startsWith("aria-") ? SPOILT : /[{}]|NaN|undefined|null|Infinity/;
      if (wrong.test(value)) return `${node.nodeName} ${name}="${value}"`;
    }
    const told = [
      node.nodeName === "text" ? node.textContent : "",
      node.getAttribute("aria-valuetext") ?? "",
    ];
    const odd = told.find((text) => UNREADABLE.test(text) || SEVERAL.test(text));
    if (odd !== undefined) return `a number as nobody writes it: ${odd}`;
    const styled = node.hasAttribute("style") ? node.style.fontSize : "";
    const size = node.getAttribute("font-size") ?? styled;
    if (/^[\d.]+(px)?$/.test(size) && parseFloat(size) < 12) return `type of ${size}`;
    const symbol = node.getAttribute("data-symbol");
    if (symbol !== null && !isSymbol(symbol)) return `data-symbol ${symbol}`;
    const handle = node.hasAttribute("tabindex") || node.getAttribute("role") === "slider";
    if (handle && !node.getAttribute("aria-label")) return `a handle without a name`;
  }
  return undefined;
}

for (const { figure: f, folder } of everyFigure)
  describe(`pictures of ${f.id}`, () => {
    // Computed once for all questions, and let go with the last.
    let cases: readonly (readonly [name: string, moments: AnyMoment[]])[] | undefined;
    const everyCase = () =>
      (cases ??= namedSettings(f).map(([name, values]) => [name, momentsOf(f, values)]));
    afterAll(() => void (cases = undefined));

    for (const compact of [true, false])
      test(`draws every preset ${compact ? "for a phone" : "in full"}, whole and readable`, async () => {
        const { host, view, leave } = stageOf(f, compact);
        for (const [name, moments] of everyCase())
          for (const moment of moments) {
            view.draw(moment);
            const wrong = flaw(host);
            if (wrong !== undefined) expect(wrong, `${name}, t = ${moment.t}`).toBeUndefined();
          }
        expect(host.querySelector("svg[viewBox][aria-label]")).not.toBeNull();
        await leave();
        expect(host.innerHTML, "something stays behind").toBe("");
      });

    const words = wordsOf(f);
    const inChinese = wordsOf(f, chinese[`/content/zh-Hans/figures/${f.id}.json`]);

    test("has room for every line of its captions, and says them as people do", () => {
      for (const [name, [first]] of everyCase()) {
        const { result, values } = first!;
        const end = lastStep(f, result, values);
        const places = Array.from({ length: MANY }, (_, k) => (k < 3 ? k : (k * end) / MANY));
        for (const t of new Set(places.map((at) => Math.min(end, Math.round(at)))))
          for (const said of [words, inChinese].map((own) =>
            describeIn(f, own, { result, values, t }),
          )) {
            expect(cramped(folder, said), `${name}, t = ${t}`).toBeUndefined();
            expect(said, `${name}, t = ${t}`).not.toMatch(SEVERAL);
          }
      }
    });

    test("describes every preset in whole sentences", () => {
      for (const [name, moments] of everyCase())
        for (const moment of moments) {
          const phrase = f.describe(moment.result, moment.values, moment.t);
          expect(Object.keys(f.phrases), name).toContain(phrase);
          const said = describeIn(f, words, moment);
          for (const wrong of [SPOILT, UNREADABLE, SEVERAL]) expect(said, name).not.toMatch(wrong);
          expect(describeIn(f, inChinese, moment), name).not.toMatch(UNREADABLE);
          for (const { of, digits } of Object.values(f.readouts))
            expect(written(of(moment.result, moment.values, moment.t), digits), name).not.toMatch(
              UNREADABLE,
            );
        }
    });

    test("equal moments give equal pictures, whatever was drawn before", async () => {
      const moments = everyCase().flatMap(([, [first, , between]]) => {
        const { result, values } = first!;
        return [first!, { ...between!, ghost: { result, values } }];
      });
      for (const compact of [true, false]) {
        const { host, view, leave } = stageOf(f, compact);
        const draw = (m: AnyMoment) => {
          view.draw(m);
          return portrait(host);
        };
        const first = moments.map(draw);
        moments.toReversed().forEach((m, k) => expectSame(draw(m), first.at(-1 - k)!));
        const looks = new Set(first.map(String)).size;
        expect(looks, "before a task has run, presets and time change the picture").toBeGreaterThan(
          1,
        );
        await leave();

        const fresh = stageOf(f, compact);
        fresh.view.draw(moments.at(-1)!);
        expectSame(portrait(fresh.host), first.at(-1)!);
        await fresh.leave();
      }
    });
  });

/** The first line that differs, not two whole pictures. */
function expectSame(actual: string[], wanted: string[]): void {
  const at = wanted.findIndex((line, k) => line !== actual[k]);
  if (at >= 0) expect(actual[at]).toBe(wanted[at]);
  expect(actual.length).toBe(wanted.length);
}
