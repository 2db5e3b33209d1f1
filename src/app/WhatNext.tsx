import { Link } from "wouter";
import { following } from "../chapters/course.ts";
import { useSay } from "../ui/words.ts";
import { pathOf } from "./paths.ts";
import type { PageData } from "./routes.ts";

/** At the end of a chapter: the next one to read, after the word about those that are being prepared. */
export function WhatNext({ data: { route, course, words } }: { data: PageData }) {
  const say = useSay();
  const next = following(course, route.slug);
  return (
    <div lang={words.lang}>
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
    </div>
  );
}
