import { expect, test } from "vitest";
import { unbroken } from "../../src/chapters/compile/brackets.ts";
import { renderInline } from "../../src/chapters/compile/math.ts";

test.each([
  ["(g - A)^{-1}B", "{(g - A)^{-1}}B"],
  ["C(I - A^L)", "C{(I - A^L)}"],
  ["((a + b)c)_k^2 + (d)", "{((a + b)c)_k^2} + {(d)}"],
  ["(1 - q^L)/(1 - q)", "{(1 - q^L)}/{(1 - q)}"],
  ["\\log(1 + x)", "\\log(1 + x)"],
  ["\\bigl(a + b\\bigr)", "\\bigl(a + b\\bigr)"],
  ["[0, 1)", "[0, 1)"],
  ["(0, 1]", "(0, 1]"],
])("%s", (tex, is) => {
  expect(unbroken(tex)).toBe(is);
});

test("between the parts of a formula a line may break, within brackets not", () => {
  const parts = (tex: string) => renderInline(tex).split('class="katex-base"').length - 1;
  expect(parts("(g - \\Lambda)^{-1}")).toBe(1);
  expect(parts("x = (g - \\Lambda)^{-1}")).toBe(2);
  expect(parts("a + b")).toBe(2);
});
