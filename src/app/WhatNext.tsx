import { Link } from "wouter";
import { slugs } from "../chapters/load.ts";
import { useSay } from "../ui/words.ts";
import { pathOf } from "./paths.ts";
import type { PageData } from "./routes.ts";

/** At the end of a chapter: the next one, or the word that it is being prepared. */
export function WhatNext({ data: { route, map } }: { data: PageData }) {
  const say = useSay();
  const order = map.parts.flatMap((p) => p.slugs);
  const next = order[order.indexOf(route.slug ?? "") + 1];
  const chapter = next === undefined ? undefined : map.chapters[next];
  if (next === undefined || !chapter) return <Link href={pathOf(route.tag)}>{say("home")}</Link>;
  return slugs.includes(next) ? (
    <Link className="next-chapter" href={pathOf(route.tag, next)}>
      {chapter.title} →
    </Link>
  ) : (
    <p className="next-chapter">
      {chapter.title} <span className="soft">· {say("soon")}</span>
    </p>
  );
}
