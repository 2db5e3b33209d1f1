import { describe, expect, test } from "vitest";
import { reach, touched } from "./e2e/touched.ts";
import { slugs } from "./e2e/slugs.ts";

describe("which chapters the browser visits for a change", () => {
  test("a chapter's text in any language, its figures' folders and words", () => {
    expect(touched(["content/zh-Hans/20-kalman/index.md"])).toEqual(["kalman"]);
    expect(touched(["src/figures/kalman-cycle/view.ts"])).toEqual(["kalman"]);
    expect(touched(["content/zh-Hans/figures/hippo-memory.json"])).toEqual(["hippo"]);
  });

  test("its equations, and what figures and equations import", () => {
    const [equation] = [...reach("src/equations/zoh.ts")];
    expect(touched([equation!])).toContain("discretization");
    const model = [...reach("src/figures/kalman-cycle/figure.ts")].find((f) =>
      f.startsWith("src/models/kalman/"),
    )!;
    const found = touched([model]);
    expect(found).toContain("kalman");
    expect(found.length).toBeLessThan(slugs.length);
  });

  test("a worker's code is reached through its address", () =>
    expect(reach("src/figures/dplr/figure.ts")).toContain("src/figures/dplr/worker.ts"));

  test("nothing for what no page is made of", () =>
    expect(touched(["README.md", "tests/kit/format.test.ts", "tools/bench-gpu.ts"])).toEqual([]));

  test.each([
    "src/ui/Figure.tsx",
    "src/session/mount.ts",
    "content/en/ui.json",
    "package.json",
    "vite.config.ts",
    "tests/e2e/page.ts",
    "src/chapters/compile/markdown.ts",
    "public/theme.js",
  ])("all for %s", (file) => expect(touched([file])).toEqual(slugs));
});
