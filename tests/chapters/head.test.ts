import { expect, test } from "vitest";
import { shared, sitemapOf } from "../../src/app/head.ts";

const tags = ["en", "zh-Hans"];
const said = { title: "Kalman & more", about: "“x” < y", name: "Hidden State", picture: "kalman" };
const route = { tag: "zh-Hans", slug: "kalman" };

test("with an address a page names its own, and the same page in the other languages", () => {
  const head = shared(route, tags, said, { base: "/course", origin: "https://a.org" });
  expect(head).toContain('<link rel="canonical" href="https://a.org/course/zh-Hans/kalman/">');
  for (const tag of tags)
    expect(head).toContain(
      `<link rel="alternate" hreflang="${tag}" href="https://a.org/course/${tag}/kalman/">`,
    );
  expect(head).toContain('<meta property="og:title" content="Kalman &amp; more">');
  expect(head.join()).toContain('"https://a.org/course/hidden-state.png"');
});

test("a page is shown by its own picture, with its size and what it shows; without one by the course's", () => {
  const pictures = ["en/kalman.jpg", "zh-Hans/kalman.jpg"];
  const site = { base: "/course", origin: "https://a.org", pictures };
  const head = shared(route, tags, said, site).join("\n");
  expect(head).toContain('og:image" content="https://a.org/course/share/zh-Hans/kalman.jpg"');
  expect(head).toContain('og:image:alt" content="Kalman &amp; more"');
  expect(head).toMatch(/og:image:width" content="1200">\n.*og:image:height" content="630"/);
  expect(head).toContain('twitter:card" content="summary_large_image"');
  const none = shared({ ...route, tag: "de" }, tags, said, site).join("\n");
  expect(none).toContain('og:image" content="https://a.org/course/hidden-state.png"');
  expect(none).not.toContain("og:image:width");
});

test("without one, what needs a whole address is left out", () => {
  const head = shared(route, tags, said, { base: "" }).join("\n");
  expect(head).not.toMatch(/canonical|og:url|og:image|x-default|https:/);
  expect(head).toContain('og:description" content="“x” &lt; y"');
});

test("a page that is not there is no page for search engines", () => {
  expect(shared({ tag: "en", slug: null }, tags, said, { base: "", origin: "https://a.org" })).toEqual([
    '<meta name="robots" content="noindex">',
  ]); // prettier-ignore
});

test("the site map has every page in every language", () => {
  const map = sitemapOf([undefined, "kalman"], tags, { base: "", origin: "https://a.org" });
  const pages = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at]) => at);
  expect(pages).toEqual(
    ["/en/", "/zh-Hans/", "/en/kalman/", "/zh-Hans/kalman/"].map((at) => `https://a.org${at}`),
  );
  expect(map.match(/hreflang/g)).toHaveLength(8);
});
