import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "./axe.ts";
import { quiet, useBrowser } from "./browser.ts";
import { openControls } from "./page.ts";

const open = useBrowser();

/** The dialog of the present figure, opened as a reader does. */
async function openDialog(page: Page, name = "Take away …") {
  await openControls(page);
  await page.locator(".stage[data-here]").getByRole("button", { name }).click();
  const dialog = page.locator("dialog.share[open]");
  await dialog.waitFor();
  return dialog;
}

/** What a press on a button saves. */
async function saved(page: Page, button: string) {
  const waiting = page.waitForEvent("download");
  await page.locator("dialog.share").getByRole("button", { name: button }).click();
  const download = await waiting;
  return {
    name: download.suggestedFilename(),
    bytes: await readFile(await download.path()),
  };
}

/** The sides of a PNG; how many of its pixels are see-through, and how many of those in a part of it are coloured. */
const look = (page: Page, png: Buffer) =>
  page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    const [width, height] = [(canvas.width = image.width), (canvas.height = image.height)];
    const pen = canvas.getContext("2d", { willReadFrequently: true })!;
    pen.drawImage(image, 0, 0);
    const pixels = pen.getImageData(0, 0, width, height).data;
    const [seen, coloured] = [{ through: 0 }, { share: 0 }];
    for (let k = 3; k < pixels.length; k += 4) if (pixels[k] === 0) seen.through++;
    const part = pen.getImageData(width / 4, height / 8, width / 2, height / 5).data;
    for (let k = 0; k < part.length; k += 4)
      if (Math.max(...part.slice(k, k + 3)) - Math.min(...part.slice(k, k + 3)) > 30)
        coloured.share += 4 / part.length;
    return { width, height, through: seen.through, coloured: coloured.share };
  }, png.toString("base64"));

test("a picture with painted pixels is saved whole, as SVG and as PNG, and needs nothing beside itself", async () => {
  const { page, seen } = await open("/en/at-work/#voice");
  const dialog = await openDialog(page);
  expect(await violations(page)).toEqual([]);
  const png = await saved(page, "Save picture");
  expect(png.name).toMatch(/^speech-smoothing_\w+_2x_en\.png$/);
  const twice = await look(page, png.bytes);
  // 680 units and a margin of 12 on either side.
  expect(twice).toMatchObject({ width: 2 * 704, through: 0 });
  expect(twice.coloured, "the spectrogram is there").toBeGreaterThan(0.3);

  await dialog.getByLabel("With its ground").uncheck();
  await dialog.getByLabel("File").selectOption("PNG 1×");
  const once = await look(page, (await saved(page, "Save picture")).bytes);
  expect(once.width).toBe(704);
  expect(once.through / (once.width * once.height)).toBeGreaterThan(0.2);

  await dialog.getByLabel("With a caption").check();
  await dialog.getByLabel("File").selectOption("SVG");
  const svg = (await saved(page, "Save picture")).bytes.toString();
  expect(svg.match(/<image [^>]*href="data:image\/png/g)?.length).toBe(2);
  expect(svg).toMatch(/@font-face\{font-family:"?Inter/);
  expect(svg).toContain("/en/at-work/");
  expect(svg).not.toMatch(/var\(|class=|tabindex|url\((?!data:|#|"#)/);
  expect(quiet(seen)).toEqual([]);
});

test("a played stretch is saved as a film, with progress, and can be stopped; keys alone do it", async () => {
  const { page, seen } = await open("/zh-Hans/hidden-state/", { width: 390, theme: "dark" });
  const dialog = await openDialog(page, "导出与分享…");
  await dialog.getByRole("tab", { name: "图片" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await violations(page)).toEqual([]);
  const [from, to] = [dialog.getByLabel("起始步"), dialog.getByLabel("结束步")];
  await from.fill("4");
  await to.fill("6");
  const film = await saved(page, "生成 1 秒动画");
  expect(film.name).toMatch(/^[\w-]+_4-6_dark_zh-Hans\.gif$/);
  expect(film.bytes.subarray(0, 6).toString()).toBe("GIF89a");
  await to.fill("60");
  await dialog.getByRole("button", { name: "生成" }).click();
  await dialog.getByRole("button", { name: "停止" }).click();
  await expect.poll(() => dialog.getByRole("status").textContent()).toContain("已停止");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("dialog.share").count()).toBe(0);
  expect(quiet(seen)).toEqual([]);
});
