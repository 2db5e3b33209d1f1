import { pathOf } from "./paths.ts";
import type { Route } from "./routes.ts";

/** Where a build will be served. */
export interface Site {
  /** The folder on its host, without the last slash. */
  readonly base: string;
  /** https://host, from SITE=…; what needs a whole address is left out where it is not said. */
  readonly origin?: string | undefined;
  /** Pictures that others show of a page, `en/kalman.jpg`: the files of public/share. */
  readonly pictures?: readonly string[] | undefined;
}

export interface Said {
  readonly title: string;
  readonly about: string;
  readonly name: string;
  /** Whose picture others show of it: a chapter's slug, `home` or `book`. */
  readonly picture: string;
}

/** What others show of a page that is linked to: its title, what it is about, its one address, the same page in other languages. */
export function shared(route: Route, tags: readonly string[], said: Said, site: Site): string[] {
  const { base, origin } = site;
  if (route.slug === null) return [`<meta name="robots" content="noindex">`];
  const at = (tag: string) => `${origin ?? ""}${base}${pathOf(tag, route.slug)}`;
  const property = (name: string, content: string) =>
    `<meta property="og:${name}" content="${escaped(content)}">`;
  const here = at(route.tag);
  return [
    property("type", route.slug === undefined ? "website" : "article"),
    property("site_name", said.name),
    property("title", said.title),
    property("description", said.about),
    ...tags.map((tag) => `<link rel="alternate" hreflang="${tag}" href="${at(tag)}">`),
    ...(origin
      ? [
          `<link rel="canonical" href="${here}">`,
          `<link rel="alternate" hreflang="x-default" href="${at("en")}">`,
          property("url", here),
          ...pictureOf(route.tag, said, site),
          `<meta name="twitter:card" content="summary_large_image">`,
        ]
      : []),
  ];
}

/** What stands in a message that links to the page; the course's picture where the page has none of its own yet. */
function pictureOf(tag: string, { picture, title }: Said, { base, origin, pictures }: Site) {
  const own = `${tag}/${picture}.jpg`;
  const meta = (property: string, content: string) =>
    `<meta property="${property}" content="${escaped(content)}">`;
  if (!pictures?.includes(own)) return [meta("og:image", `${origin}${base}/hidden-state.png`)];
  return [
    meta("og:image", `${origin}${base}/share/${own}`),
    meta("og:image:width", "1200"),
    meta("og:image:height", "630"),
    meta("og:image:alt", title),
  ];
}

/** Every page for search engines, each with the same page in the other languages. */
export function sitemapOf(
  slugs: readonly (string | undefined)[],
  tags: readonly string[],
  { base, origin = "" }: Site,
): string {
  const at = (tag: string, slug: string | undefined) => `${origin}${base}${pathOf(tag, slug)}`;
  const pages = slugs.flatMap((slug) =>
    tags.map((tag) => {
      const others = tags.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${at(other, slug)}"/>`,
      );
      return `<url><loc>${at(tag, slug)}</loc>${others.join("")}</url>`;
    }),
  );
  const spaces = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>\n${pages.join("\n")}\n</urlset>\n`;
}

export const escaped = (s: string): string =>
  s.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
