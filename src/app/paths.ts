/** The address of a page: of a chapter, or of the home page in that language. */
export const pathOf = (tag: string, slug?: string | null) =>
  slug ? `/${tag}/${slug}/` : `/${tag}/`;

/** The address of one figure alone. Hosts may send other headers with it: it may stand in any site's frame. */
export const embedPath = (tag: string) => `/${tag}/embed/`;

/** The language of such an address; undefined where it is another page's. */
export const embedTag = (path: string): string | undefined =>
  /^\/([\w-]+)\/embed(?:\.html|\/|\/index\.html)?$/.exec(path)?.[1];

/** The same address with its last slash: the text's own links are written as from there (`../kalman/`). */
export const asFolder = (path: string): string =>
  path.replace(/(\/(?:index(?:\.html)?)?|\.html)?$/, "/");
