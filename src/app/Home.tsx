import { Link } from "wouter";
import { slugs } from "../chapters/load.ts";
import { fill, useSay } from "../ui/words.ts";
import { Journey } from "./Journey.tsx";
import { pathOf } from "./paths.ts";
import type { PageData } from "./routes.ts";
import type { Preferences } from "./storage.ts";

/** What this is, the way through it as one picture, and a door. */
export function Home({ data, saved }: { data: PageData; saved: Preferences }) {
  const say = useSay();
  const { route, map, words } = data;
  if (route.slug === null)
    return (
      <div className="lost">
        <p>{say("notFound")}</p>
        <Link href={pathOf(route.tag)}>{say("home")}</Link>
      </div>
    );
  const order = map.parts.flatMap((p) => p.slugs);
  const started = order.find((s) => slugs.includes(s) && (saved.progress[s]?.done.length ?? 0) > 1);
  const first = order.find((s) => slugs.includes(s)) ?? slugs[0]!;
  return (
    <div className="home">
      <div className="hero">
        <h1>{say("site")}</h1>
        <p className="tagline">{say("tagline")}</p>
        <p className="lede">{say("lede")}</p>
        <p className="doors">
          <Link className="button go" href={pathOf(route.tag, started ?? first)}>
            {started
              ? fill(words.continue ?? "", { title: map.chapters[started]!.title })
              : say("start")}
          </Link>
        </p>
      </div>
      {route.slug === undefined && <Journey />}
      <div className="parts">
        {map.parts.map((part) => (
          <section key={part.title}>
            <h2>{part.title}</h2>
            <ol>
              {part.slugs.map((slug) => {
                const chapter = map.chapters[slug]!;
                const here = slugs.includes(slug);
                const inside = (
                  <>
                    <span className="number">{order.indexOf(slug) + 1}</span>
                    <span className="chapter-title">{chapter.title}</span>
                    {!here && <span className="soon">{say("soon")}</span>}
                    <span className="line">{chapter.line}</span>
                  </>
                );
                return (
                  <li key={slug} data-here={here || undefined}>
                    {here ? (
                      <Link href={pathOf(route.tag, slug)}>{inside}</Link>
                    ) : (
                      <div>{inside}</div>
                    )}
                  </li>
                );
              })}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}
