import { readFileSync } from "node:fs";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import sentences from "../../content/en/offline.json" with { type: "json" };
import { serve } from "../../tools/serve.ts";
import { goTo, useBrowser } from "./browser.ts";

const open = useBrowser();

let server: Server;
/** A host that is not where the course is developed: there it is kept unasked. */
let site = "";
/** What the host adds to the worker's code, as a newer version of the course would. */
let newer = "";
let gone = false;

beforeAll(async () => {
  ({ server } = await serve(0));
  site = `http://course.localhost:${(server.address() as AddressInfo).port}`;
  const [answer] = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request").on("request", ((request, response) => {
    if (gone) return void response.destroy();
    if (request.url !== "/sw.js" || !newer) return void answer!(request, response);
    response.setHeader("Content-Type", "text/javascript");
    response.end(readFileSync("dist/sw.js", "utf8") + newer);
  }) satisfies RequestListener);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Waits until the worker answers for the whole course. */
async function kept(page: Page): Promise<void> {
  const active = () =>
    page.evaluate(async () => {
      const worker = await navigator.serviceWorker.getRegistration();
      return worker?.active?.state === "activated" && navigator.serviceWorker.controller !== null;
    });
  await expect.poll(active, { timeout: 180_000 }).toBe(true);
}

/** Whether the code that looks for a newer version has come. */
const asked = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    performance.getEntriesByType("resource").some((r) => /\/late-[\w-]+\.js$/.test(r.name)),
  );

test("kept by itself, the course opens and runs without its host, and a newer version waits for the reader", async () => {
  [newer, gone] = ["", false];
  const { page, context, seen } = await open("/en/hidden-state/", { site });
  await kept(page);

  // Asked for, the models too.
  await page.getByRole("button", { name: "Offline …" }).click();
  const models = page.locator("dialog.offline dd").last();
  await models.getByRole("button").click();
  await expect.poll(() => models.textContent(), { timeout: 60_000 }).toContain("Kept.");
  await page.getByRole("button", { name: "Close" }).click();

  // No host: pages in every form of their address, in the other language, with models; the policy stays with each.
  gone = true;
  await goTo(page, `${site}/zh-Hans/s4?N=8`);
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
  const embed = await page.goto(`${site}/en/embed/?embed=scalar-state`);
  expect(embed!.headers()).not.toHaveProperty("content-security-policy");
  await page.locator(".picture svg").first().waitFor();
  const answer = await page.goto(`${site}/en/mamba/`);
  expect(answer!.headers()["content-security-policy"]).toBe("frame-ancestors 'self'");
  const card = () => page.evaluate(async () => (await fetch("/models/english/card.json")).status);
  expect(await card()).toBe(200);
  expect((await page.goto(`${site}/en/nowhere/`))!.ok()).toBe(true);
  expect(await page.locator("main").textContent()).toContain("There is no page");
  gone = false;

  // A newer version that comes while a page is read says nothing there; at the next page it does, once, and opens when asked.
  await goTo(page, `${site}/en/hidden-state/`);
  const other = await context.newPage();
  await goTo(other, `${site}/en/kalman/`);
  // The page has asked once, as each does some seconds after it has opened: what comes from now on comes in its middle.
  await expect.poll(() => asked(page), { timeout: 30_000 }).toBe(true);
  newer = "\n// newer";
  const waits = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  await expect.poll(waits, { timeout: 180_000 }).toBe("installed");
  expect(await page.locator(".update").count()).toBe(0);
  await page.locator(".site-foot a").first().click();
  const bar = page.locator(".update");
  await bar.waitFor();
  expect(await bar.textContent()).toContain(sentences["offline.newer"]);
  await other.evaluate(() => Object.assign(globalThis, { __mark: 1 }));
  const again = page.waitForEvent("load");
  await bar.getByRole("button", { name: sentences["offline.open"] }).click();
  await again;
  expect(await waits()).toBeUndefined();
  // The other tab goes on as it was.
  expect(await other.evaluate(() => Reflect.get(globalThis, "__mark"))).toBe(1);
  expect(seen.said.filter((s) => s.startsWith("exception"))).toEqual([]);
});
