// Makes the pictures that others show of a page that is linked to, 1200 × 630, each from the first figure of its chapter, and
// those figures alone, 600 × 375, for the pages of the parts:
//   npm run record:share [names]: those that are missing or have changed since, or those named: hippo, home, book
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { createServer } from "vite";
import { findChromium } from "../tests/e2e/serve.ts";
import {
  cardsIn,
  faultsOf,
  fileOf,
  firstOf,
  keptDigests,
  KEPT,
  MOST,
  MOST_ALONE,
  type Card,
} from "./share/cards.ts";

const wanted = process.argv.slice(2);
const cards = cardsIn("content");
const strange = wanted.filter((name) => !cards.some((c) => c.name === name));
if (strange.length > 0) throw new Error(`There is no page “${strange.join("”, “")}”.`);
const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size;
const kept = keptDigests();
const due = cards.filter((card) =>
  wanted.length > 0
    ? wanted.includes(card.name)
    : faultsOf([card], { [`${card.tag}/${card.name}`]: kept[`${card.tag}/${card.name}`]! }, bytesOf)
        .length > 0,
);

const style = `
html, body { margin: 0; height: 100%; overflow: hidden; }
.card { position: fixed; inset: 0; display: grid; grid-template-columns: 372px 1fr; gap: 30px; padding: 40px 40px 40px 50px; background: #fbfaf7; color: var(--ink); }
.card > div { display: flex; flex-direction: column; min-width: 0; }
.card .site-name { font: 600 27px/1 var(--serif); border-inline-start: 5px solid var(--h); padding-inline-start: 14px; margin: 4px 0 0; }
.card .card-kicker { font: 500 21px/1.4 var(--sans); color: var(--soft); margin: auto 0 14px; }
.card h1 { font: 640 46px/1.13 var(--serif); letter-spacing: -0.01em; margin: 0 0 8px; }
.card h1:lang(zh-Hans) { font-size: 42px; line-height: 1.34; }
.card h1:not(.phrases):lang(zh-Hans) { word-break: normal; }
.card .tagline { font: 400 25px/1.45 var(--serif); color: var(--soft); margin: 8px 0; }
.card .shown { justify-content: center; background: #fff; border: 1px solid #e2ded4; border-radius: 18px; padding: 20px 24px; overflow: hidden; }
.card .figure { all: unset; display: block; }
.card .picture { margin: 0; min-height: 0; height: auto; width: auto; }
.card .picture svg { display: block; width: 100% !important; height: auto !important; max-height: 506px !important; }
.card :is(.grip, .picture button) { visibility: hidden; }
.card .journey { display: flex; flex-direction: column; gap: 26px; margin: 0; }
.card .journey li { display: grid; grid-template-columns: 150px 1fr; align-items: center; }
.card .journey p, .card .journey li + li::before { display: none; }
.card .journey svg { height: 150px; width: 100%; }
.card .journey path { vector-effect: non-scaling-stroke; }
.card .journey h2 { font-size: 21px; margin: 0; }
.card .titles { font: 500 31px/1.85 var(--serif); list-style: none; padding: 0 20px; margin: 0; }
`;

/** Lays the page's card over it, with the picture that stands there. Runs in the page. */
function compose({ card: said, style }: { card: Card; style: string }) {
  const make = (tag: string, className: string, text = "") => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const words = make("div", "");
  if (said.name !== "home") words.append(make("p", "site-name", said.site));
  words.append(make("p", "card-kicker", said.kicker));
  // A title of several phrases breaks between them.
  words.append(make("h1", /[，：；]/.test(said.title) ? "phrases" : "", said.title));
  const shown = make("div", "shown");
  const list = make("ul", "titles");
  list.append(...said.lines.map((line) => make("li", "", line)));
  if (said.name === "book") shown.append(list);
  else if (said.name === "home") {
    words.append(make("p", "tagline", said.lines[0]));
    shown.append(document.querySelector(".journey")!);
    for (const svg of shown.querySelectorAll("svg"))
      svg.setAttribute("preserveAspectRatio", "none");
  } else {
    const picture = document.querySelector<HTMLElement>(".stage[data-here] .picture")!;
    const frame = make("figure", "figure");
    frame.dataset.figure = picture.closest<HTMLElement>(".figure")!.dataset.figure!;
    frame.append(picture);
    shown.append(frame);
  }
  const card = make("div", "card");
  card.append(words, shown);
  document.documentElement.dataset.theme = "light";
  document.body.replaceChildren(card);
  // The page does without letters that come late; its picture waits for them.
  const faces = [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ cssText }) => cssText.replace("font-display: optional", "font-display: block"));
  const sheet = make("style", "", [...faces, style].join("\n"));
  document.head.append(sheet);
}

/** Opens the page, lays the card and takes its picture, as good as its bytes allow. */
async function photograph(
  page: Page,
  address: string,
  card: Card,
): Promise<{ picture: Buffer; alone: Buffer | undefined }> {
  const chapter = card.name !== "home" && card.name !== "book";
  await page.goto(`${address}${card.tag}/${chapter ? `${card.name}/` : ""}`);
  await page
    .locator(chapter ? ".stage[data-here] .picture svg" : ".journey svg")
    .first()
    .waitFor();
  await page.waitForLoadState("networkidle");
  // What a figure fetches by itself has come and is drawn.
  await page.waitForTimeout(2000);
  await page.evaluate(compose, { card, style });
  await page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
  await page.waitForTimeout(300);
  const qualities = [92, 86, 80, 72, 64];
  const takes = qualities.map((quality) => () => page.screenshot({ type: "jpeg", quality }));
  let picture = await takes[0]!();
  for (const take of takes.slice(1)) if (picture.length > MOST) picture = await take();
  return { picture, alone: chapter ? await photographAlone(page) : undefined };
}

/** The figure of a card without its words, on white: a dark page turns it round. */
async function photographAlone(page: Page): Promise<Buffer> {
  await page.addStyleTag({
    content: `
html, body, .card, .card .shown { background: #fff !important; }
.card { display: block !important; padding: 0 !important; }
.card > div:not(.shown) { display: none !important; }
.card .shown { position: fixed; inset: 0; width: 600px; height: 375px; box-sizing: border-box; padding: 16px 20px !important; border: none !important; }
.card .picture svg { max-height: 343px !important; }`,
  });
  await page.waitForTimeout(100);
  const clip = { x: 0, y: 0, width: 600, height: 375 };
  const png = await page.screenshot({ clip });
  const encode = async ([png, most]: readonly [string, number]) => {
    const bitmap = await createImageBitmap(await (await fetch(png)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d")!.drawImage(bitmap, 0, 0);
    let bytes = new Uint8Array();
    for (const quality of [0.82, 0.7, 0.55, 0.4]) {
      const blob = await canvas.convertToBlob({ type: "image/webp", quality });
      bytes = new Uint8Array(await blob.arrayBuffer());
      if (bytes.length <= most) break;
    }
    return Array.from(bytes);
  };
  const data = `data:image/png;base64,${png.toString("base64")}`;
  return Buffer.from(await page.evaluate(encode, [data, MOST_ALONE] as const));
}

/** Takes the pictures that are due, one after the other, from the sources as they are. */
async function record(due: readonly Card[]): Promise<void> {
  const server = await createServer({
    logLevel: "error",
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.resolvedUrls!.local[0]!;
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  const context = await browser.newContext({
    viewport: { width: 1200, height: 630 },
    colorScheme: "light",
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  // The opening motion has been seen; and what tsx calls to keep functions' names is not in the page.
  await context.addInitScript("sessionStorage.setItem('hidden-state:opened', '*')");
  await context.addInitScript("globalThis.__name = (f) => f");
  for (const card of due) {
    const page = await context.newPage();
    const { picture, alone } = await photograph(page, address, card);
    await page.close();
    const file = fileOf(card);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, picture);
    if (alone) {
      mkdirSync(path.dirname(firstOf(card)!), { recursive: true });
      writeFileSync(firstOf(card)!, alone);
    }
    kept[`${card.tag}/${card.name}`] = card.digest;
    console.log(`${file}: ${(picture.length / 1000).toFixed(1)} kB`);
  }
  await browser.close();
  await server.close();
}

if (due.length === 0) console.log("Every picture is as it should be.");
else {
  await record(due);
  const known = new Set(cards.map(({ tag, name }) => `${tag}/${name}`));
  const sorted = Object.entries(kept)
    .filter(([key]) => known.has(key))
    .toSorted();
  writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
}
