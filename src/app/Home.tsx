import { Link } from "wouter";
import { aheadOf, readOf, type Ahead } from "../chapters/ahead.ts";
import { entriesOf, type Entry } from "../chapters/course.ts";
import { UiContext, useSay, type UiWords } from "../ui/words.ts";
import { Journey } from "./Journey.tsx";
import { pathOf } from "./paths.ts";
import type { PageData } from "./routes.ts";
import type { Preferences } from "./storage.ts";

interface HomeProps {
  readonly data: PageData;
  readonly saved: Preferences;
  /** The sentences of home.json. */
  readonly sentences: UiWords;
}

/** What this is, the way through it as one picture, a door, and the map of the whole course. */
export function Home({ data, saved, sentences }: HomeProps) {
  return (
    <UiContext value={{ ...data.words, ...sentences }}>
      {data.route.slug === null ? (
        <Lost tag={data.route.tag} />
      ) : (
        <Map data={data} kept={saved.progress} />
      )}
    </UiContext>
  );
}

function Lost({ tag }: { tag: string }) {
  const say = useSay();
  return (
    <div className="lost">
      <p>{say("notFound")}</p>
      <Link href={pathOf(tag)}>{say("home")}</Link>
    </div>
  );
}

type Kept = Preferences["progress"];

function Map({ data: { route, course }, kept }: { data: PageData; kept: Kept }) {
  const say = useSay();
  const ahead = aheadOf(course, kept);
  const order = entriesOf(course);
  const begun = ahead.next !== undefined && readOf(ahead.next, kept) > 1;
  return (
    <div className="home">
      <div className="hero">
        <h1>{say("site")}</h1>
        <p className="tagline">{say("tagline")}</p>
        <p className="lede">{say("lede")}</p>
        <p className="doors">
          <Link className="button go" href={pathOf(route.tag, ahead.next?.slug)}>
            {begun || ahead.next !== order[0]
              ? say("continue", { title: ahead.next?.title ?? "" })
              : say("start")}
          </Link>
          <span className="soft">
            <Left ahead={ahead} chapters={order.length} />
          </span>
        </p>
      </div>
      <Journey />
      <div className="parts">
        {course.parts.map((part) => (
          <section key={part.title}>
            <h2 lang={part.lang}>
              {part.slug ? (
                <Link href={pathOf(route.tag, part.slug)}>{part.title}</Link>
              ) : (
                part.title
              )}
            </h2>
            <ol>
              {part.chapters.map((entry) => (
                <li key={entry.slug} data-here={entry.written || undefined}>
                  <Chapter entry={entry} number={order.indexOf(entry) + 1} {...{ route, kept }} />
                </li>
              ))}
            </ol>
          </section>
        ))}
        <section className="around">
          <h2>{say("book")}</h2>
          <ul>
            {course.book.map(({ slug, title, line, lang }) => (
              <li key={slug} data-here lang={lang}>
                <Link href={pathOf(route.tag, slug)}>
                  <span className="chapter-title">{title}</span>
                  <span className="line">{line}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** How much has been read, and how long the rest takes. */
function Left({ ahead, chapters }: { ahead: Ahead; chapters: number }) {
  const say = useSay();
  const { done, all, minutes } = ahead;
  const hours = Math.max(1, Math.round(minutes / 60));
  if (minutes === 0) return say("course.done", { all });
  return done === 0
    ? say("course.total", { n: chapters, hours })
    : say("course.left", { done, all, hours });
}

interface ChapterProps {
  readonly entry: Entry;
  readonly number: number;
  readonly route: PageData["route"];
  readonly kept: Kept;
}

/** A chapter on the map: what it is about, how long it takes, and how far the reader is in it. */
function Chapter({ entry, number, route, kept }: ChapterProps) {
  const say = useSay();
  const { slug, title, line, written, lang, minutes, steps } = entry;
  const read = readOf(entry, kept);
  const stands = () => {
    if (!written) return say("soon");
    if (read === 0) return say("minutes", { n: minutes });
    return read === steps ? `✓ ${say("contents.read")}` : `${read} / ${steps}`;
  };
  const inside = (
    <>
      <span className="number">{number}</span>
      <span className="chapter-title" lang={lang}>
        {title}
      </span>
      <span className="stands">
        {stands()}
        {read > 0 && read < steps && <span className="unseen"> {say("contents.read")}</span>}
      </span>
      <span className="line" lang={lang}>
        {line}
      </span>
      {read > 0 && (
        <span className="share" aria-hidden="true">
          <i style={{ inlineSize: `${(100 * read) / steps}%` }} />
        </span>
      )}
    </>
  );
  return written ? <Link href={pathOf(route.tag, slug)}>{inside}</Link> : <div>{inside}</div>;
}
