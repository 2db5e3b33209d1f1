import katex from "katex";
import { unbroken } from "./brackets.ts";
import { isSymbol } from "../../notation.ts";
import { notation } from "../../symbols/table.ts";

const options = (displayMode: boolean) => ({
  displayMode,
  throwOnError: true,
  output: "htmlAndMathml" as const,
  // The one command that may write attributes, and only our own two.
  trust: ({ command }: { command: string }) => command === "\\htmlData",
  strict: (code: string) => (code === "htmlExtension" ? "ignore" : "error"),
});

/** KaTeX's output without its copy of the TeX, which holds our own macros and would be pasted with the formula. */
const render = (tex: string, o: Parameters<typeof katex.renderToString>[1]) =>
  katex.renderToString(tex, o).replace(/<annotation[^>]*>.*?<\/annotation>/gs, "");

const symbolic = (tex: string) =>
  tex
    .replace(/\\sy\{(\w+)\}(_)?/g, (_, id: string, own = "") => {
      if (!isSymbol(id)) throw new Error(`\\sy{${id}}: no such symbol in src/symbols`);
      return String.raw`\htmlData{symbol=${id}}{${own ? notation[id].tex : timed(id)}}${own}`;
    })
    .replace(/\\eye\{\w+\}/g, "I")
    .replaceAll("\\by", String.raw`\,`);

/** u, h and y stand for their value at step t where they have no index of their own; the other symbols have their own TeX. */
const timed = (id: keyof typeof notation) =>
  id === "u" || id === "h" || id === "y" ? `${id}_t` : notation[id].tex;

/**
 * An equation's two faces: with symbols, and with a place for each symbol's present value; `\eye{A}` is the identity of A's size,
 * and K_k the entry of K at the present k. The second is empty where no number can stand for a symbol: under a sum.
 */
export function renderEquation(tex: string): { html: string; live: string; symbols: string[] } {
  const live = tex
    .replace(
      /\\sy\{(\w+)\}_\{?\\sy\{(\w+)\}\}?/g,
      (_, id: string, k: string) => String.raw`\htmlData{value=${id},symbol=${id},entry=${k}}{0}`,
    )
    .replace(/\\eye\{(\w+)\}/g, (_, id: string) => String.raw`\htmlData{eye=${id}}{0}`)
    .replace(
      /\\sy\{(\w+)\}/g,
      (_, id: string) => String.raw`\htmlData{value=${id},symbol=${id}}{0}`,
    )
    .replaceAll("\\by", String.raw`\cdot `);
  const symbols = [...new Set([...tex.matchAll(/\\sy\{(\w+)\}/g)].map((m) => m[1]!))];
  return {
    html: render(symbolic(tex), options(true)),
    live: /\\sy\{\w+\}_[^{\\]|\\sy\{\w+\}_\{[^\\]|\\sum/.test(tex)
      ? ""
      : linesOf(live)
          .map((line) => render(line, { ...options(true), output: "html" }))
          .join(""),
    symbols,
  };
}

/** The lines of an aligned formula, each by itself: KaTeX gives them fixed places, and a matrix of numbers needs more. */
const linesOf = (tex: string): string[] =>
  tex
    .replace(/^\\begin\{aligned\}|\\end\{aligned\}$/g, "")
    .split(/\\\\(?:\[\w+\])?/)
    .map((line) => line.replaceAll("&", "").trim());

/** Inline mathematics of the prose: single letters that are symbols of the course take their colour by themselves. */
export function renderInline(tex: string): string {
  // A symbol by itself needs no typesetting: a letter that is read, copied and coloured as one.
  if (/^[uhyABCD]$/.test(tex)) return `<i class="letter" data-symbol="${tex}">${tex}</i>`;
  const coloured = tex.replace(/\\sy\{\w+\}|\\[a-zA-Z]+|[a-zA-Z]+/g, (word) =>
    word.length === 1 && "uhyABCD".includes(word)
      ? String.raw`\htmlData{symbol=${word}}{${word}}`
      : word,
  );
  return render(symbolic(unbroken(coloured)), options(false));
}

/** A formula in somebody else's notation: its letters are no symbols of the course. */
export const renderForeign = (tex: string): string => render(tex, options(false));
