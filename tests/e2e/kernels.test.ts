import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { inject } from "vitest";
import { bundle } from "../gpu/bundle.ts";
import type { Report } from "../gpu/everyKernel.ts";
import { expectReport } from "../gpu/expectReport.ts";
import { software } from "../gpu/software.ts";
import { turn } from "../turn.ts";
import { flags } from "./browser.ts";

const html = `<!doctype html><title>Kernels</title><script type="module">
import { everyKernel } from "/kernels.js";
globalThis.report = everyKernel(navigator.gpu);
</script>`;

/** In Chromium, on a page of our own that is nothing but the bundle. No adapter is a failure. */
async function inChromium(code: string): Promise<Report> {
  const browser = await chromium.launch({ executablePath: inject("chromium"), args: [...flags] });
  try {
    const page = await browser.newPage();
    const site = inject("site"); // "localhost" is a secure context, which WebGPU asks for
    await page.route(`${site}/kernels`, (r) => r.fulfill({ contentType: "text/html", body: html }));
    await page.route(`${site}/kernels.js`, (r) =>
      r.fulfill({ contentType: "text/javascript", body: code }),
    );
    await page.goto(`${site}/kernels`);
    await page.waitForFunction("globalThis.report", undefined, { timeout: 580_000 });
    return await page.evaluate<Report>("report");
  } finally {
    await browser.close();
  }
}

/** In Node by Dawn, on Chromium's own software adapter where there is one, else on the machine's. */
async function inDawn(code: string, quarter?: number): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "hidden-state-dawn-"));
  try {
    const file = join(folder, "kernels.mjs");
    writeFileSync(file, code);
    const asked = ["tests/gpu/dawn.mjs", file, ...(quarter === undefined ? [] : [String(quarter)])];
    const { stdout } = await promisify(execFile)(process.execPath, asked, {
      env: { ...process.env, ...software(inject("chromium")) },
      maxBuffer: 2 ** 26,
    });
    return JSON.parse(stdout) as Report;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let code: Promise<string> | undefined;
const bundled = () => (code ??= bundle());
expectReport("Chromium", async () => inChromium(await bundled()));
// Dawn is what Chromium has inside, on the same adapter: in CI each commit asks it another quarter of the samples.
const quarter = process.env.CI && process.env.VISIT !== "all" ? turn % 4 : undefined;
expectReport("Dawn", async () => inDawn(await bundled(), quarter), quarter);
