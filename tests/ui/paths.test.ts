import { expect, test } from "vitest";
import { asFolder } from "../../src/app/paths.ts";

test.each([
  ["/en/kalman/", "/en/kalman/"],
  ["/en/kalman", "/en/kalman/"],
  ["/en/kalman.html", "/en/kalman/"],
  ["/en/kalman/index.html", "/en/kalman/"],
  ["/course/zh-Hans", "/course/zh-Hans/"],
  ["/index.html", "/"],
  ["/", "/"],
])("%s is %s to the links of its text", (path, folder) => {
  expect(asFolder(path)).toBe(folder);
  const there = new URL("../s4/", `https://example.org${asFolder("/en/kalman")}`);
  expect(there.pathname).toBe("/en/s4/");
});
