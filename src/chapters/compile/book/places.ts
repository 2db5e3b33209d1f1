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
  `${place.volume.number}.\u00a0${place.step.title}`,
];

/** Text in which a link without words has the name of the step that it leads to: nobody has to keep it up to date. */
export function named(nodes: readonly Node[], places: readonly Place[]): Node[] {
  return nodes.map((node): Node => {
    if (typeof node === "string") return node;
    const [tag, attributes, ...inside] = node;
    const place =
      tag === "a" && inside.length === 0
        ? places.find((p) => addressOf(p) === attributes.href)
        : undefined;
    return place ? linkTo(place) : [tag, attributes, ...named(inside, places)];
  });
}
