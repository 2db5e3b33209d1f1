import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { serve } from "../../tools/serve.ts";
import { visits, type Visits } from "./touched.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site is served, without the last slash. */
    site: string;
    /** The browser that the tests drive. */
    chromium: string;
    visits: Visits;
  }
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const folders = [
  ...(process.env.PATH ?? "").split(path.delimiter),
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/opt/google/chrome",
];
const apps = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The first Chromium on this machine: CHROMIUM, the usual names and places, Playwright's own cache. */
function present(): string | undefined {
  const asked = process.env.CHROMIUM;
  if (asked && !existsSync(asked))
    throw new Error(`CHROMIUM names ${asked}, but there is no such file.`);
  const usual = folders.filter(Boolean).flatMap((f) => names.map((n) => path.join(f, n)));
  return [asked ?? "", ...usual, ...apps, chromium.executablePath()].find(
    (p) => p && existsSync(p),
  );
}

/** A browser for the tests; on Debian as root it is installed where there is none. */
export function findChromium(): string {
  const found = present();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    const apt = (...args: string[]) =>
      execFileSync("apt-get", args, {
        stdio: "ignore",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium");
    const installed = present();
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) or set CHROMIUM to its path.",
  );
}

export default async function setup(project: TestProject): Promise<() => void> {
  project.provide("chromium", findChromium());
  const seen = visits();
  project.provide("visits", seen);
  project.vitest.logger.log(`Chapters visited: ${seen.visit.join(", ")} (${seen.why}).`);
  const { server, address } = await serve(0);
  // "localhost" is a secure context by name: the microphone needs one.
  project.provide("site", address);
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
