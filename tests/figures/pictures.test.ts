import { describe, expect, test } from "vitest";
import { describe as describeIn, wordsOf } from "../../src/kit/derive.ts";
import type { Figure, Moment } from "../../src/kit/figure.ts";
import type { Params, Values } from "../../src/kit/param.ts";
import { isSymbol } from "../../src/notation.ts";
import { everyFigure, lastStep, namedSettings } from "./everyFigure.ts";

type AnyMoment = Moment<Values<Params>, unknown>;

/** What must never be read on a page: unfilled places and numbers that are none. */
const SPOILT = /[{}]|NaN|undefined|null|\[object/;

function stageOf(f: Figure, compact: boolean) {
  const host = document.body.appendChild(document.createElement("div"));
  const say = (phrase: string) => {
    if (!Object.hasOwn(f.phrases, phrase)) throw new Error(`${f.id}: no phrase named ${phrase}`);
    return f.phrases[phrase]!;
  };
  const nothing = () => undefined;
  return { host, view: f.view({ host, compact, say, set: nothing, seek: nothing }) };
}

/** First, middle, between two steps, last. */
function momentsOf(f: Figure, values: Values<Params>): AnyMoment[] {
  const result = f.compute(values);
  const end = lastStep(f, result, values);
  const places = [0, Math.floor(end / 2), end / 2 + (end > 0 ? 0.25 : 0), end];
  return places.map((t) => ({ result, values, t, ghost: undefined }));
}

/** One line for what is wrong in a picture; undefined where nothing is. */
function flaw(host: Element): string | undefined {
  if (SPOILT.test(host.textContent)) return `text: ${host.textContent}`;
  for (const node of host.querySelectorAll<SVGElement>("*")) {
    for (const { name, value } of node.attributes) {
      // ∞ is a word to read; in geometry it is a mistake.
      const wrong = name.startsWith("aria-") ? SPOILT : /[{}]|NaN|undefined|null|Infinity/;
      if (wrong.test(value)) return `${node.nodeName} ${name}="${value}"`;
    }
    const size = node.getAttribute("font-size") ?? node.style.fontSize;
    if (/^[\d.]+(px)?$/.test(size) && parseFloat(size) < 12) return `type of ${size}`;
    const symbol = node.getAttribute("data-symbol");
    if (symbol !== null && !isSymbol(symbol)) return `data-symbol ${symbol}`;
    const handle = node.hasAttribute("tabindex") || node.getAttribute("role") === "slider";
    if (handle && !node.getAttribute("aria-label")) return `a handle without a name`;
  }
  return undefined;
}

/** A class list is a set: the order in which names were switched on is not seen. */
const told = ({ name, value }: Attr) =>
  `${name}=${name === "class" ? value.split(" ").toSorted().join(" ") : value}`;

/** What is seen: one line an element, attributes in one order, what is hidden left out. */
function seen(node: Element): string[] {
  if (node.getAttribute("display") === "none" || node.getAttribute("opacity") === "0") return [];
  const attributes = [...node.attributes].map(told).toSorted();
  const text = node.children.length === 0 ? node.textContent : "";
  return [
    `${node.nodeName} ${attributes.join(" ")} ${text}`,
    ...[...node.children].flatMap((child) => seen(child)),
  ];
}

for (const { figure: f } of everyFigure)
  describe(`pictures of ${f.id}`, () => {
    for (const compact of [true, false])
      test(`draws every preset ${compact ? "for a phone" : "in full"}, whole and readable`, () => {
        for (const [name, values] of namedSettings(f)) {
          const { host, view } = stageOf(f, compact);
          for (const moment of momentsOf(f, values)) {
            view.draw(moment);
            expect(flaw(host), `${name}, t = ${moment.t}`).toBeUndefined();
          }
          expect(host.querySelector("svg[viewBox][aria-label]"), name).not.toBeNull();
          view.destroy();
          expect(host.innerHTML, `${name}: something stays behind`).toBe("");
          host.remove();
        }
      });

    test("describes every preset in whole sentences", () => {
      const words = wordsOf(f);
      for (const [name, values] of namedSettings(f))
        for (const moment of momentsOf(f, values)) {
          const phrase = f.describe(moment.result, moment.values, moment.t);
          expect(Object.keys(f.phrases), name).toContain(phrase);
          expect(describeIn(f, words, moment), name).not.toMatch(SPOILT);
        }
    });

    test("equal moments give equal pictures, whatever was drawn before", () => {
      const moments = namedSettings(f).flatMap(([, values]) => {
        const [first, , between] = momentsOf(f, values);
        return [first!, { ...between!, ghost: { result: first!.result, values } }];
      });
      for (const compact of [true, false]) {
        const { host, view } = stageOf(f, compact);
        const draw = (m: AnyMoment) => {
          view.draw(m);
          return seen(host);
        };
        const first = moments.map(draw);
        moments.toReversed().forEach((m, k) => expectSame(draw(m), first.at(-1 - k)!));
        expect(new Set(first.map(String)).size, "moments look different").toBeGreaterThan(1);
        view.destroy();

        const fresh = stageOf(f, compact);
        fresh.view.draw(moments.at(-1)!);
        expectSame(seen(fresh.host), first.at(-1)!);
        fresh.view.destroy();
      }
    });
  });

/** The first line that differs, not two whole pictures. */
function expectSame(actual: string[], wanted: string[]): void {
  const at = wanted.findIndex((line, k) => line !== actual[k]);
  if (at >= 0) expect(actual[at]).toBe(wanted[at]);
  expect(actual.length).toBe(wanted.length);
}
