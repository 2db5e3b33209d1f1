import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chapter, quiet, useBrowser } from "./browser.ts";
import { figure } from "./page.ts";

let server: ViteDevServer;
beforeAll(async () => {
  server = await createServer({ logLevel: "error", server: { port: 0 } });
  await server.listen();
});
afterAll(() => server.close());

const open = useBrowser();

test("npm run dev opens a chapter at its own address, styled and live", async () => {
  const { page, seen } = await open(chapter("en", "hippo"), {
    site: server.resolvedUrls!.local[0]!.replace(/\/$/, ""),
  });
  await figure(page).locator(".control").first().waitFor({ state: "attached" });
  const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  expect(family).toContain("Source Serif");
  expect(quiet({ ...seen, abroad: [] })).toEqual([]);
});
