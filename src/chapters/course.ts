/** The course as its folders have it, in one language: what the home page lists and the foot of a chapter leads to. */
export interface Course {
  readonly parts: readonly Part[];
  /** The pages around the chapters. */
  readonly book: readonly BookEntry[];
}

export interface BookEntry extends InLanguage {
  readonly slug: string;
  readonly title: string;
  readonly line: string;
}

export interface Part extends InLanguage {
  /** Its page, where it has one. */
  readonly slug?: string;
  readonly title: string;
  readonly chapters: readonly Entry[];
}

export interface Entry extends InLanguage {
  readonly slug: string;
  readonly title: string;
  readonly line: string;
  /** Its page stands; the others are in preparation. */
  readonly written: boolean;
  /** How long it takes and how many steps it has: nothing, while it is in preparation. */
  readonly minutes: number;
  readonly steps: number;
}

interface InLanguage {
  /** The language of these words, where it is not the one asked for. */
  readonly lang?: string;
}

export const entriesOf = (course: Course): readonly Entry[] =>
  course.parts.flatMap((p) => p.chapters);

/** What follows a chapter: those in preparation, up to and with the next one that can be read. */
export function following(course: Course, slug: string | undefined | null): readonly Entry[] {
  const entries = entriesOf(course);
  const at = entries.findIndex((e) => e.slug === slug);
  if (at < 0) return [];
  const written = entries.findIndex((e, k) => k > at && e.written);
  return entries.slice(at + 1, written < 0 ? entries.length : written + 1);
}

/** The part that a chapter belongs to or that has this page, its number from 1, and those before and after it. */
export function partOf({ parts }: Course, slug: string | undefined | null) {
  const at = parts.findIndex(
    (p) => (slug && p.slug === slug) || p.chapters.some((e) => e.slug === slug),
  );
  return { part: parts[at], number: at + 1, before: parts[at - 1], after: parts[at + 1] };
}

/** `90-parallel-scan` → its place in the course and its address. */
export function folderParts(folder: string): { place: number; slug: string } | undefined {
  const [, place, slug] = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(folder) ?? [];
  return slug === undefined ? undefined : { place: Number(place), slug };
}

/** In the order of the course: by number, so that 100 comes after 90. */
export const byPlace = (a: string, b: string): number =>
  (folderParts(a)?.place ?? 0) - (folderParts(b)?.place ?? 0);
