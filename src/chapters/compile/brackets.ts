/** What must not become a group: TeX sets what follows these closer to a bracket than to a group. */
const close =
  /\\(left|right|[bB]igg?[lrm]?|exp|log|ln|sin|cos|max|min|det|Re|Im|operatorname\{\w+\})\s*$/;

/**
 * TeX in which each bracket with what is in it and its exponent is one group: KaTeX breaks a line of prose between the parts of a
 * formula, but never in a group. `(g - A)^{-1}B` becomes `{(g - A)^{-1}}B`.
 */
export function unbroken(tex: string): string {
  let out = "";
  for (let i = 0; i < tex.length; i++) {
    const end = tex[i] === "(" && !close.test(tex.slice(0, i)) ? endOf(tex, i) : undefined;
    if (end === undefined) out += tex[i];
    else {
      out += `{${tex.slice(i, end)}}`;
      i = end - 1;
    }
  }
  return out;
}

/** The place behind the bracket that closes the one at `from`, and behind its indices; undefined where none does. */
function endOf(tex: string, from: number): number | undefined {
  let depth = 0;
  let braces = 0;
  for (let i = from; i < tex.length; i++) {
    const c = tex[i];
    if (c === "{") braces++;
    if (c === "}" && --braces < 0) return undefined;
    if (c === "(") depth++;
    if (c !== ")" || --depth > 0) continue;
    if (braces !== 0 || close.test(tex.slice(0, i))) return undefined;
    const index = /^(\s*[\^_](\{[^{}]*\}|\\[a-zA-Z]+|[^{}\\]))*/.exec(tex.slice(i + 1))!;
    return i + 1 + index[0].length;
  }
  return undefined;
}
