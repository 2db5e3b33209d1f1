import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { chapter, quiet, reload, useBrowser } from "./browser.ts";
import { control, figure, openControls, settleAddress } from "./page.ts";

/** A WAV file of a rising tone. */
function wav(samples: number, rate = 8000): Buffer {
  const file = Buffer.alloc(44 + 2 * samples);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + 2 * samples, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  [1, 1].forEach((x, k) => file.writeUInt16LE(x, 20 + 2 * k));
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(2 * rate, 28);
  [2, 16].forEach((x, k) => file.writeUInt16LE(x, 32 + 2 * k));
  file.write("data", 36);
  file.writeUInt32LE(2 * samples, 40);
  for (let t = 0; t < samples; t++)
    file.writeInt16LE(Math.round(30_000 * (t / samples) * Math.sin(t / 5)), 44 + 2 * t);
  return file;
}

const input = (page: Page) => control(page, "input");
const own = async (page: Page) => {
  await input(page).locator("select").first().selectOption("own");
  await input(page).locator(".own").waitFor();
};
const upload = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  input(page).locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
const problem = (page: Page) => input(page).locator(".problem").innerText();
/** Number of steps that the present signal has. */
const length = async (page: Page) =>
  1 + Number(await figure(page).locator(".time input[type=range]").getAttribute("max"));
const signalInAddress = async (page: Page) => {
  await settleAddress(page);
  // As the page has it: what the browser tells of it comes later.
  return page.evaluate(() => new URL(location.href).searchParams.get("input") ?? "");
};

describe("a file or a drawing", () => {
  const open = useBrowser();

  test("the mouse draws on the input, and the link brings the drawing back", async () => {
    const { page, seen } = await open(chapter("en"));
    await openControls(page);
    const surface = (await figure(page).locator(".drawing").boundingBox())!;
    const at = (x: number, y: number) =>
      [surface.x + x * surface.width, surface.y + y * surface.height] as const;
    await page.mouse.move(...at(0.2, 0.5));
    await page.mouse.down();
    await page.mouse.move(...at(0.4, 0.15), { steps: 6 });
    await page.mouse.move(...at(0.6, 0.8), { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => input(page).locator("select").first().inputValue()).toBe("own");
    await expect.poll(() => signalInAddress(page)).toMatch(/^own~/);
    const drawn = await signalInAddress(page);
    const curve = () => figure(page).locator(".picture svg").innerHTML();
    const before = await curve();
    await reload(page);
    await expect.poll(() => input(page).locator("select").first().inputValue()).toBe("own");
    await expect.poll(() => signalInAddress(page)).toBe(drawn);
    await expect.poll(() => curve()).toBe(before);
    expect(quiet(seen)).toEqual([]);
  });

  test("a CSV with two columns: the last is taken, another can be chosen", async () => {
    const { page, seen } = await open(chapter("en"));
    await openControls(page);
    await own(page);
    const rows = Array.from({ length: 30 }, (_, t) => `${t},${t * t},${Math.sin(t)}`);
    await upload(page, "a.csv", "text/csv", Buffer.from(`time,square,wave\n${rows.join("\n")}`));
    const column = input(page).locator(".own-choices select");
    await column.waitFor();
    await expect
      .poll(() => column.locator("option").allInnerTexts())
      .toEqual(["time", "square", "wave"]);
    await expect.poll(() => length(page)).toBe(30);
    const wave = await signalInAddress(page);
    await column.selectOption({ label: "square" });
    await expect.poll(() => signalInAddress(page)).not.toBe(wave);
    expect(quiet(seen)).toEqual([]);
  });

  test("semicolons and decimal commas are read, and said so", async () => {
    const { page } = await open(chapter("en"));
    await openControls(page);
    await own(page);
    const rows = Array.from({ length: 20 }, (_, t) => `${t};${String(t / 4).replace(".", ",")}`);
    await upload(page, "b.csv", "text/csv", Buffer.from(`n;x\n${rows.join("\r\n")}`));
    await expect.poll(() => length(page)).toBe(20);
    await expect.poll(() => input(page).locator("[role=status]").innerText()).toMatch(/decimal/);
  });

  test("what cannot be read has its sentence, and the signal stays", async () => {
    const { page, seen } = await open(chapter("en"));
    await openControls(page);
    await own(page);
    const before = await signalInAddress(page);
    await upload(page, "empty.csv", "text/csv", Buffer.alloc(0));
    await expect.poll(() => problem(page)).toMatch(/empty/);
    const binary = Buffer.from(Array.from({ length: 4000 }, (_, k) => (k * 97 + (k >> 3)) % 256));
    await upload(page, "binary.csv", "text/csv", binary);
    await expect.poll(() => problem(page)).toMatch(/not a text table/);
    await upload(page, "broken.wav", "audio/wav", Buffer.from("RIFF, but no sound"));
    await expect.poll(() => problem(page)).toMatch(/decode/);
    await expect.poll(() => signalInAddress(page)).toBe(before);
    expect(quiet(seen)).toEqual([]);
  });

  test("a WAV becomes its loudness, with a word on the resampling", async () => {
    const { page, seen } = await open(chapter("en"));
    await openControls(page);
    await own(page);
    await upload(page, "tone.wav", "audio/wav", wav(16_000));
    const status = input(page).locator("[role=status]");
    await expect.poll(() => status.innerText()).toMatch(/2 s of sound resampled/);
    const most = await length(page);
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThanOrEqual(512);
    const loudness = await signalInAddress(page);
    await input(page).locator(".own-choices select").selectOption("wave");
    await expect.poll(() => signalInAddress(page)).not.toBe(loudness);
    expect(quiet(seen)).toEqual([]);
  });

  test("a microphone that is denied or absent has its sentence", async () => {
    const { page } = await open(chapter("en"));
    await openControls(page);
    await own(page);
    await input(page).locator(".own-sources button").click();
    await expect.poll(() => problem(page)).toMatch(/microphone/i);
    await input(page).locator("select").first().selectOption("sine");
    expect(await length(page)).toBeGreaterThan(2);
  });
});

describe("a microphone", () => {
  const open = useBrowser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);

  test("is recorded until stopped", async () => {
    const { page } = await open(chapter("en"), { permissions: ["microphone"] });
    await openControls(page);
    await own(page);
    const button = input(page).locator(".own-sources button");
    await button.click();
    await expect.poll(() => button.innerText()).toMatch(/Stop/);
    await page.waitForTimeout(1600);
    await button.click();
    const status = input(page).locator("[role=status]");
    await expect.poll(() => status.innerText(), { timeout: 8000 }).toMatch(/s of sound resampled/);
    await expect.poll(() => signalInAddress(page)).toMatch(/^own~/);
  });
});
