import type { Node, Page } from "../../page.ts";
import type { Library, Volume } from "../library.ts";

/** A step of the course; the opening words of a chapter are one without an id. */
export interface Place {
  readonly volume: Volume;
  readonly step: {
    readonly id: string;
    readonly title: string;
    readonly figure?: string | undefined;
    readonly body: readonly Node[];
  };
}

/** Every step of the course in order. */
export const placesIn = ({ chapters }: Library): Place[] =>
  chapters.flatMap((volume) => stepsOf(volume.page).map((step) => ({ volume, step })));

const stepsOf = (page: Page): Place["step"][] => [
  { id: "", title: page.short, body: page.intro },
  ...page.steps,
];

/** From a page beside the chapters, as all pages are. */
export const addressOf = ({ volume: { slug }, step }: Place): string =>
  `../${slug}/${step.id && `#${step.id}`}`;

export const linkTo = (place: Place): Node => [
  "a",
  { href: addressOf(place) },
  `${place.volume.number}. ${place.step.title}`,
];
