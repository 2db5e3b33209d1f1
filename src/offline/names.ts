/** What the build lists for the browser to keep: `offline.json`, and a part of the worker's code. */
export interface Listed {
  /** Pages, code, style and fonts: address below the site's folder, and the version where the name does not carry it. */
  readonly course: readonly (readonly [at: string, revision: string | null])[];
  /** Bytes of all of that. */
  readonly bytes: number;
  /** Models, sounds and data, kept when they are asked for: address, SHA-256, bytes. */
  readonly onRequest: readonly (readonly [at: string, sum: string, bytes: number])[];
}

/** Where the course is kept: two courses in two folders of one host do not meet. `base` ends with a slash. */
export const shelfOf = (base: string): string => `hidden-state-course ${base}`;

/** A page asks the new version of the worker to take the old one's place. */
export const TAKE_OVER = "take over";

/** The page that answers an address, in each of the forms that hosts know: `en/s4`, `en/s4.html`, `en/s4/index.html` are `en/s4/`. */
export function pageOf(path: string): string {
  const bare = path.replace(/(^|\/)index\.html$/, "").replace(/\.html$|\/$/, "");
  return bare && `${bare}/`;
}
