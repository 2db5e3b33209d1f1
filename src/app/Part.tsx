import { Link } from "wouter";
import { aheadOf, readOf } from "../chapters/ahead.ts";
import { entriesOf, partOf, type Entry, type Part as PartEntry } from "../chapters/course.ts";
import type { BookData } from "../chapters/load.ts";
import { UiContext, useSay, type UiWords } from "../ui/words.ts";
import { drawn } from "./Book.tsx";
import { pathOf } from "./paths.ts";
import type { PageData } from "./routes.ts";
import type { Preferences } from "./storage.ts";

type Kept = Preferences["progress"];

interface Props {
  readonly data: PageData;
  /** Its own words, with the sentences of part.json. */
  readonly book: BookData & { readonly sentences: UiWords };
  readonly saved: Preferences;
}

/** A part of the course: what it is about, its chapters with their first pictures, how far the reader is in it, and where it leads. */
export function Part({ data, book, saved }: Props) {
  return (
    <UiContext value={{ ...data.words, ...book.sentences }}>
      <Page data={data} book={book} kept={saved.progress} />
    </UiContext>
  );
}

function Page({ data, book: { page, lang }, kept }: Omit<Props, "saved"> & { kept: Kept }) {
  const say = useSay();
  const { course, route } = data;
  const { part, number, before, after } = partOf(course, route.slug);
  const order = entriesOf(course);
  return (
    <article className="book prose part-page">
      <p className="kicker">{say("where", { n: number, all: course.parts.length })}</p>
      <div lang={lang}>
        <h1>{page.title}</h1>
        {drawn(page.intro)}
      </div>
      <Doors part={part!} tag={route.tag} kept={kept} />
      <h2 className="unseen">{say("chapters")}</h2>
      <ol className="part-chapters">
        {part!.chapters.map((entry, place) => (
          <li key={entry.slug}>
            <Chapter {...{ entry, place, route, kept }} number={order.indexOf(entry) + 1} />
          </li>
        ))}
      </ol>
      {page.sections.map(({ id, title, body }) => (
        <section key={id} id={id} lang={lang}>
          <h2>{title}</h2>
          {drawn(body)}
        </section>
      ))}
      <nav className="part-ways" aria-label={say("beside")}>
        {before && <Way part={before} way="before" tag={route.tag} />}
        {after && <Way part={after} way="after" tag={route.tag} />}
      </nav>
    </article>
  );
}

/** Where to go on in this part, and how much of it is left. */
function Doors({ part, tag, kept }: { part: PartEntry; tag: string; kept: Kept }) {
  const say = useSay();
  const { next, done, all, minutes } = aheadOf({ parts: [part], book: [] }, kept);
  if (!next) return null;
  const hours = Math.max(1, Math.round(minutes / 60));
  const door = minutes === 0 ? "again" : done === 0 ? "start" : "continue";
  const left = () => {
    if (minutes === 0) return say("done", { all });
    return done === 0
      ? say("total", { n: part.chapters.length, hours })
      : say("left", { done, all, hours });
  };
  return (
    <p className="doors">
      <Link className="button go" href={pathOf(tag, next.slug)}>
        {say(door, { title: next.title })}
      </Link>
      <span className="soft">{left()}</span>
    </p>
  );
}

interface ChapterProps {
  readonly entry: Entry;
  readonly number: number;
  /** Among those of its part, from 0: the first two are on the first screen. */
  readonly place: number;
  readonly route: PageData["route"];
  readonly kept: Kept;
}

/** A chapter with its first picture, which the site keeps small beside that of its links. */
function Chapter({ entry, number, place, route, kept }: ChapterProps) {
  const say = useSay();
  const { slug, title, line, lang, written, minutes, steps } = entry;
  const read = readOf(entry, kept);
  const inside = (
    <>
      <span className="part-picture">
        {written && (
          <img
            src={`${import.meta.env.BASE_URL}first/${lang ?? route.tag}/${slug}.webp`}
            alt=""
            width={600}
            height={375}
            loading={place < 2 ? "eager" : "lazy"}
          />
        )}
      </span>
      <span className="part-words">
        <span className="chapter-title" lang={lang}>
          {number}. {title}
        </span>
        <span className="line" lang={lang}>
          {line}
        </span>
        <span className="stands">
          {!written
            ? say("soon")
            : [
                say("minutes", { n: minutes }),
                ...(read === steps ? [`✓ ${say("contents.read")}`] : []),
                ...(read > 0 && read < steps ? [say("progress", { done: read, all: steps })] : []),
              ].join(" · ")}
        </span>
        {read > 0 && (
          <span className="share" aria-hidden="true">
            <i style={{ inlineSize: `${(100 * read) / steps}%` }} />
          </span>
        )}
      </span>
    </>
  );
  return written ? <Link href={pathOf(route.tag, slug)}>{inside}</Link> : <div>{inside}</div>;
}

/** The way to the part before or after. */
function Way({ part, way, tag }: { part: PartEntry; way: "before" | "after"; tag: string }) {
  const say = useSay();
  if (!part.slug) return null;
  return (
    <Link className={way} href={pathOf(tag, part.slug)}>
      <span className="soft">{say(way)}</span>
      <span lang={part.lang}>{way === "before" ? `← ${part.title}` : `${part.title} →`}</span>
    </Link>
  );
}
