import { Link } from "wouter";
import { entriesOf } from "../chapters/course.ts";
import { fill, useSay } from "../ui/words.ts";
import { Journey } from "./Journey.tsx";
import { pathOf } from "./paths.ts";
import type { PageData } from "./routes.ts";
import type { Preferences } from "./storage.ts";

/** What this is, the way through it as one picture, and a door. */
export function Home({ data, saved }: { data: PageData; saved: Preferences }) {
  const say = useSay();
  const { route, course, words } = data;
  if (route.slug === null)
    return (
      <div className="lost">
        <p>{say("notFound")}</p>
        <Link href={pathOf(route.tag)}>{say("home")}</Link>
      </div>
    );
  const order = entriesOf(course);
  const open = order.filter((e) => e.written);
  const started = open.find((e) => (saved.progress[e.slug]?.done.length ?? 0) > 1);
  return (
    <div className="home">
      <div className="hero">
        <h1>{say("site")}</h1>
        <p className="tagline">{say("tagline")}</p>
        <p className="lede">{say("lede")}</p>
        <p className="doors">
          <Link className="button go" href={pathOf(route.tag, (started ?? open[0])?.slug)}>
            {started ? fill(words.continue ?? "", { title: started.title }) : say("start")}
          </Link>
        </p>
      </div>
      {route.slug === undefined && <Journey />}
      <div className="parts">
        {course.parts.map((part) => (
          <section key={part.title}>
            <h2 lang={part.lang}>{part.title}</h2>
            <ol>
              {part.chapters.map((entry) => {
                const { slug, title, line, written, lang } = entry;
                const inside = (
                  <>
                    <span className="number">{order.indexOf(entry) + 1}</span>
                    <span className="chapter-title" lang={lang}>
                      {title}
                    </span>
                    {!written && <span className="soon">{say("soon")}</span>}
                    <span className="line" lang={lang}>
                      {line}
                    </span>
                  </>
                );
                return (
                  <li key={slug} data-here={written || undefined}>
                    {written ? (
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
