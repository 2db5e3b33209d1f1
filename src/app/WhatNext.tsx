import { Link } from "wouter";
import { entriesOf, following, partOf } from "../chapters/course.ts";
import { useSay } from "../ui/words.ts";
import { pathOf } from "./paths.ts";
import type { PageData } from "./routes.ts";

/** The way to the page of the part that a chapter belongs to; its name alone where it has none. */
export function PartLink({
  data: { route, course },
  of = route.slug,
}: {
  data: PageData;
  of?: string | null | undefined;
}) {
  const { part } = partOf(course, of);
  const lang = part?.lang ?? route.tag;
  return part?.slug ? (
    <Link href={pathOf(route.tag, part.slug)} lang={lang}>
      {part.title}
    </Link>
  ) : (
    <span lang={lang}>{part?.title}</span>
  );
}

/** At the end of a chapter: the next one to read, after the word about those that are being prepared, with its part where that begins; and the one before. */
export function WhatNext({ data }: { data: PageData }) {
  const { route, course, words } = data;
  const say = useSay();
  const next = following(course, route.slug);
  const begins = partOf(course, next.at(-1)?.slug).part !== partOf(course, route.slug).part;
  const order = entriesOf(course);
  const before = order[order.findIndex((e) => e.slug === route.slug) - 1];
  return (
    <div lang={words.lang}>
      {next.length > 0 && begins && (
        <p className="kicker">
          <PartLink data={data} of={next.at(-1)!.slug} />
        </p>
      )}
      {next.map(({ slug, title, written, lang }) =>
        written ? (
          <Link key={slug} className="next-chapter" href={pathOf(route.tag, slug)} lang={lang}>
            {title} →
          </Link>
        ) : (
          <p key={slug} className="next-chapter">
            <span lang={lang}>{title}</span> <span className="soft">· {say("soon")}</span>
          </p>
        ),
      )}
      {!next.some((e) => e.written) && <Link href={pathOf(route.tag)}>{say("home")}</Link>}
      {before?.written && (
        <Link className="chapter-before" href={pathOf(route.tag, before.slug)} lang={before.lang}>
          ← {before.title}
        </Link>
      )}
    </div>
  );
}
