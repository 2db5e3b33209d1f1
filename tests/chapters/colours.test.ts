import { expect, test } from "vitest";
import { colourRules } from "../../src/chapters/compile/colours.ts";
import { notation } from "../../src/symbols/table.ts";

test("every symbol has its colour of the table once; ink is the text's own", () => {
  const css = colourRules(notation);
  for (const [id, { colour }] of Object.entries(notation)) {
    const rules = css.split("}").filter((rule) => rule.includes(`[data-symbol="${id}"]`));
    expect(rules.map((rule) => /var\(--(\w+)\)/.exec(rule)![1])).toEqual(
      colour === "ink" ? [] : [colour],
    );
  }
});
