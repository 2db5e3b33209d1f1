import type { ElementContent } from "hast";

/** What ends a phrase, and letters that go on with a formula's word: x’s, N-th. */
const closing = /^(?:[’-]?\p{Script=Latin}+)*[,.;:!?)\]’”，。；：！？、）」』》]*/u;
const opening = /[([“‘（「『《]+$/;

/**
 * A line may break on either side of a formula's last part, which is a box, even before a comma: what closes a phrase behind a formula
 * goes into its last box, what opens one into its first, and into the copy that is read aloud.
 */
export function glued(children: readonly ElementContent[]): ElementContent[] {
  const all = children.map((child) => structuredClone(child));
  all.forEach((math, k) => {
    if (math.type !== "element" || math.tagName !== "x-math") return;
    const [before, after] = [all[k - 1], all[k + 1]];
    const opens = before?.type === "text" ? (opening.exec(before.value)?.[0] ?? "") : "";
    const closes = after?.type === "text" ? (closing.exec(after.value)?.[0] ?? "") : "";
    const html = within(String(math.properties.html), opens, closes);
    if (html === undefined) return;
    math.properties.html = html;
    if (before?.type === "text") before.value = before.value.slice(0, -opens.length || undefined);
    if (after?.type === "text") after.value = after.value.slice(closes.length);
  });
  return all;
}

/** KaTeX's output with words in its boxes; undefined where it has none, or there is nothing to put in. */
function within(html: string, opens: string, closes: string): string | undefined {
  const strut = /<span class="katex-base"><span class="katex-strut"[^>]*><\/span>/.exec(html);
  if (!strut || opens + closes === "") return undefined;
  const first = strut.index + strut[0].length;
  const last = html.length - "</span></span></span>".length;
  const seen = (text: string) => (text ? `<span class="glued">${text}</span>` : "");
  const read = (text: string) => (text ? `<mtext>${text}</mtext>` : "");
  return [
    html.slice(0, first),
    seen(opens),
    html.slice(first, last),
    seen(closes),
    html.slice(last),
  ]
    .join("")
    .replace("<semantics><mrow>", (start) => start + read(opens))
    .replace("</mrow></semantics>", (end) => read(closes) + end);
}
