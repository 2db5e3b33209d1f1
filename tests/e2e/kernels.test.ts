import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { inject } from "vitest";
import { bundle } from "../gpu/bundle.ts";
import { type Part, type Report, WHOLE } from "../gpu/everyKernel.ts";
import { expectReport } from "../gpu/expectReport.ts";
import { software } from "../gpu/software.ts";
import { turn } from "../turn.ts";
import { flags } from "./browser.ts";

const html = (part: Part) => `<!doctype html><title>Kernels</title><script type="module">
import { everyKernel } from "/kernels.js";
globalThis.report = everyKernel(navigator.gpu, ${JSON.stringify(part)});
</script>`;

/** In Chromium, on a page of our own that is nothing but the bundle. No adapter is a failure. */
async function inChromium(code: string, part: Part): Promise<Report> {
  const browser = await chromium.launch({ executablePath: inject("chromium"), args: [...flags] });
  try {
    const page = await browser.newPage();
    const site = inject("site"); // "localhost" is a secure context, which WebGPU asks for
    await page.route(`${site}/kernels`, (r) =>
      r.fulfill({ contentType: "text/html", body: html(part) }),
    );
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
async function inDawn(code: string, part: Part): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "hidden-state-dawn-"));
  try {
    const file = join(folder, "kernels.mjs");
    writeFileSync(file, code);
    const asked = ["tests/gpu/dawn.mjs", file, JSON.stringify(part)];
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
// In CI each commit asks for another half of the samples, and of Dawn, which Chromium has inside, on the same adapter, for another quarter.
const some = process.env.CI && process.env.VISIT !== "all";
const half = { quarters: [turn % 2, (turn % 2) + 2], mutants: true };
const quarter = { quarters: [turn % 4], mutants: false };
expectReport("Chromium", async (part) => inChromium(await bundled(), part), some ? half : WHOLE);
expectReport("Dawn", async (part) => inDawn(await bundled(), part), some ? quarter : WHOLE);
