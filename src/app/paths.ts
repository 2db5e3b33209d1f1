/** The address of a page: of a chapter, or of the home page in that language. */
export const pathOf = (tag: string, slug?: string | null) =>
  slug ? `/${tag}/${slug}/` : `/${tag}/`;
