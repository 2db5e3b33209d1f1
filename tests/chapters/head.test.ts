import { expect, test } from "vitest";
import { shared, sitemapOf } from "../../src/app/head.ts";

const tags = ["en", "zh-Hans"];
const said = { title: "Kalman & more", about: "“x” < y", name: "Hidden State" };
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
