import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, inject, test } from "vitest";
import { violations } from "./axe.ts";
import { quiet, useBrowser } from "./browser.ts";

const open = useBrowser();
const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A page of another site, which holds these addresses of ours in frames as high as they say they are. */
async function elsewhere(...addresses: string[]): Promise<string> {
  const frames = addresses.map(
    (at, k) => `<iframe name="f${k}" src="${at}" width="700" height="100"></iframe>`,
  );
  const html = `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,"><div>${frames.join("")}</div><script>
    globalThis.heard = [];
    addEventListener("message", (e) => {
      heard.push([e.origin, e.data]);
      for (const frame of document.querySelectorAll("iframe"))
        if (frame.contentWindow === e.source) frame.height = e.data.height;
    });
  </script>`;
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(html);
  });
  servers.push(server);
  await new Promise<void>((listens) => void server.listen(0, listens));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("one figure alone stands in another site's page, says how high it is, and its task is reached there", async () => {
  const site = inject("site");
  const query = new URLSearchParams({
    embed: "scalar-state",
    a: "0.5",
    controls: "a,time",
    aim: "Find an A with a <b>half-life</b> over 3",
    check: "halfLife,gt,3",
    step: "hidden-state.push-once",
  });
  const { page } = await open("/", { site: await elsewhere(`${site}/en/embed/?${query}`) });
  const inside = page.frameLocator("iframe");
  await inside.locator(".picture svg").waitFor();
  const goal = inside.locator(".goal");
  expect(await goal.locator("p").first().textContent()).toBe(
    "Find an A with a <b>half-life</b> over 3",
  );
  await expect.poll(() => goal.textContent()).toContain("Not yet");
  const names = inside.locator(".hands-on [data-control]");
  expect(await names.evaluateAll((all) => all.map((el) => el.dataset.control))).toEqual(["a"]);
  await inside.locator("[data-control=a] input[type=range]").focus();
  for (let k = 0; k < 4; k++) await page.keyboard.press("PageUp");
  await expect.poll(() => goal.getByRole("status").textContent()).toBe("Reached");
  // The frame is as high as what stands in it: nothing to scroll.
  const [frame] = page.frames().slice(1);
  await expect
    .poll(() =>
      frame!.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
      ),
    )
    .toBeLessThanOrEqual(1);
  const heard = (await page.evaluate(() => Reflect.get(globalThis, "heard"))) as [string, object][];
  expect(heard.at(-1)).toEqual([
    site,
    { type: "hidden-state:height", figure: "scalar-state", height: expect.any(Number) as number },
  ]);
  expect(await inside.locator(".embed-foot a").getAttribute("href")).toBe(
    "/en/hidden-state/#push-once",
  );
});

test("a page of the course opens in no other site's frame: by header, and by itself where a host sends none", async () => {
  const site = inject("site");
  const from = await elsewhere(`${site}/en/hidden-state/`);
  const byHeader = await open("/", { site: from });
  await expect.poll(() => byHeader.seen.said.join()).toContain("frame-ancestors");
  const { page } = await open("/en/");
  await page.route(`${site}/en/hidden-state/`, async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(from);
  const inside = page.frameLocator("iframe");
  await inside.locator(".framed a").waitFor();
  expect(await inside.locator("#root").isVisible()).toBe(false);
});

test("an unknown figure and controls that are none are said; the page alone is for everyone", async () => {
  const { page } = await open("/zh-Hans/embed/?embed=no-such");
  await expect.poll(() => page.getByRole("alert").textContent()).toContain("no-such");
  const path = "/en/embed/?embed=kalman-cycle&controls=zzz,presets&theme=dark&lock=nothing";
  const { page: other, seen } = await open(path, { width: 390 });
  await expect.poll(() => other.getByRole("alert").textContent()).toContain("“zzz”");
  expect(await other.locator(".presets").isVisible()).toBe(true);
  expect(await other.locator(".control").count()).toBe(0);
  expect(await other.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  expect(await violations(other)).toEqual([]);
  expect(quiet(seen)).toEqual([]);
});
