import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium } from "playwright-core";
import { preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site is served, without the last slash. */
    site: string;
    /** The browser that the tests drive. */
    chromium: string;
  }
}

const root = path.resolve(import.meta.dirname, "../..");
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

/** Serves `dist` on a free port with Vite's own preview. */
export async function serve(): Promise<{ site: string; close: () => Promise<void> }> {
  if (!existsSync(path.join(root, "dist/index.html")))
    throw new Error("There is no dist to test: run `npm run build`, or `npm run test:browser`.");
  const base = process.env.BASE ?? "/";
  const server = await preview({
    root,
    base,
    configFile: false,
    appType: "mpa",
    logLevel: "warn",
    preview: { host: "127.0.0.1", port: 0 },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  // "localhost" is a secure context by name: the microphone needs one.
  return {
    site: `http://localhost:${port}${base.replace(/\/$/, "")}`,
    close: () => server.close(),
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide("chromium", findChromium());
  const { site, close } = await serve();
  project.provide("site", site);
  return close;
}
