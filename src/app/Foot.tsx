import { Link } from "wouter";
import { useSay } from "../ui/words.ts";
import { LateDialog } from "./LateDialog.tsx";
import { pathOf } from "./paths.ts";
import type { PageData } from "./routes.ts";

/** The way to the pages around the chapters. */
export function BookLinks({ data: { route, course } }: { data: PageData }) {
  return (
    <ul className="book-links">
      {course.book.map(({ slug, title, lang }) => (
        <li key={slug} lang={lang}>
          <Link
            href={pathOf(route.tag, slug)}
            aria-current={slug === route.slug ? "page" : undefined}
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** At the foot of every page: the book around the chapters; on the home page it stands on the map. */
export function Foot({ data, inert }: { data: PageData; inert: boolean }) {
  const say = useSay();
  return (
    <footer className="site-foot" inert={inert}>
      {data.route.slug !== undefined && (
        <nav aria-label={say("book")}>
          <BookLinks data={data} />
        </nav>
      )}
      <LateDialog
        data={data}
        name="progress"
        load={async () => (await import("./progress/ProgressDialog.tsx")).ProgressDialog}
      />
      <LateDialog
        data={data}
        name="offline"
        load={async () => (await import("./offline/OfflineDialog.tsx")).OfflineDialog}
      />
    </footer>
  );
}
