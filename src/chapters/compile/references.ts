import papers from "../../../content/references.json" with { type: "json" };
import { suggest } from "./mistake.ts";

/** A paper of the course. A text cites one as [words](cite:key): a link to the paper, which the page of references then lists. */
export interface Reference {
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  /** Where it appeared; none where it is a preprint. */
  readonly venue?: string;
  readonly arxiv?: string;
  readonly doi?: string;
  /** Where neither number leads to the text. */
  readonly url?: string;
}

export const references: Readonly<Record<string, Reference>> = papers;

/** Where a paper is found. */
export const addressOfPaper = ({ arxiv, doi, url }: Reference): string =>
  url ?? (doi ? `https://doi.org/${doi}` : `https://arxiv.org/abs/${arxiv}`);

const CITE = "cite:";

/** The paper that a link's address cites, or what is wrong with it; undefined where it cites none. */
export function cited(
  href: string,
): { key: string } | { wrong: string; remedy: string } | undefined {
  if (!href.startsWith(CITE)) return undefined;
  const key = href.slice(CITE.length);
  if (Object.hasOwn(references, key)) return { key };
  return {
    wrong: `there is no paper “${key}” in content/references.json`,
    remedy: suggest(key, Object.keys(references)),
  };
}

/** A paper as pointed at: who, when, what. */
export const titleOfPaper = ({ authors, year, title }: Reference): string =>
  `${authors.length > 3 ? `${authors[0]} et al.` : authors.join(", ")} (${year}): ${title}`;
