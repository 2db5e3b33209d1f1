import type { UiWords } from "../ui/words.ts";
import { pathOf } from "./paths.ts";

export const manifestPath = (tag: string) => `${pathOf(tag)}manifest.json`;

/** What makes a page one that can be installed. */
export const installable = (tag: string, base: string): string[] => [
  `<link rel="manifest" href="${base}${manifestPath(tag)}">`,
  `<link rel="apple-touch-icon" href="${base}/icon-180.png">`,
];

/** The course as a program of its own, in one language. All languages are one program: `id` is the same. */
export function manifestOf(tag: string, dir: string, words: UiWords, base: string): string {
  const icon = (file: string, sizes: string, purpose: string) => ({
    src: `${base}/${file}`,
    sizes,
    type: file.endsWith(".svg") ? "image/svg+xml" : "image/png",
    purpose,
  });
  return JSON.stringify({
    id: `${base}/`,
    name: `${words.site}: ${words.tagline}`,
    short_name: words.site,
    description: words.lede,
    lang: tag,
    dir,
    start_url: base + pathOf(tag),
    scope: `${base}/`,
    display: "standalone",
    background_color: "#fbfaf7",
    theme_color: "#fbfaf7",
    icons: [
      icon("icon.svg", "any", "any"),
      icon("icon-192.png", "192x192", "any"),
      icon("icon-512.png", "512x512", "any"),
      icon("icon-full-512.png", "512x512", "maskable"),
    ],
  });
}
